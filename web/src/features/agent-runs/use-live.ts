import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '@/api/keys';
import { useSubject } from '@/api/live';
import type { AgentRun } from '@/api/types';

interface Spoken {
  turn: number;
  text: string;
}

/** Keeps an agent run up to date; returns what its model is writing right now, as far as it has come. */
export function useLive(run: AgentRun): string {
  const cache = useQueryClient();
  const [spoken, setSpoken] = useState<Spoken>({ turn: 0, text: '' });
  useSubject(`run:${run.run_id}`, {
    onEvent: ({ event, data }) => {
      if (event === 'agents.spoke') {
        const piece = data as Spoken & { agent_run_id: string };
        if (piece.agent_run_id === run.id) setSpoken((old) => joined(old, piece));
      } else if (event.startsWith('agents.') || event.startsWith('engine.')) {
        // A request that is under way began before the news: it must not answer for it.
        void cache.invalidateQueries({ queryKey: keys.agentRun(run.id) }, { cancelRefetch: true });
      }
    },
  });
  // What is said to its end stands in the journal.
  return spoken.turn > run.spent.turns ? spoken.text : '';
}

/** No text says that what came of this turn so far was in vain. */
function joined(old: Spoken, { turn, text }: Spoken): Spoken {
  return { turn, text: old.turn === turn && text !== '' ? old.text + text : text };
}
