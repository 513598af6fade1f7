import { useQueryClient } from '@tanstack/react-query';
import { useSubject } from '@/api/live';
import { keys } from '@/api/keys';

/** Asks for a run again whenever something happened to it; what comes in a burst is asked for once. */
export function useRunNews(runId: string): void {
  const cache = useQueryClient();
  useSubject(`run:${runId}`, {
    onEvent: ({ event }) => {
      if (event === 'presence') return;
      // A request that is under way began before the news: it must not answer for it.
      void cache.invalidateQueries({ queryKey: keys.run(runId) }, { cancelRefetch: true });
    },
  });
}
