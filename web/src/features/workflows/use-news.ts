import { t } from '@lingui/core/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { meOptions } from '@/api/account';
import { keys } from '@/api/keys';
import { useSubject } from '@/api/live';
import type { Activity, Workflow } from '@/api/types';
import { toast } from '@/components/toast-store';

const SOON = 250;

/** What others do to this analysis, and what becomes of its tasks on the board, is shown as soon as it is told. */
export function useNews({ id, project_id: projectId }: Workflow): void {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const me = useQuery(meOptions).data?.account.id;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  useSubject(`project:${projectId}`, {
    onEvent: ({ event, data }) => {
      if (event !== 'activity') return;
      const { object, verb, actor } = data as Activity;
      const own = object.kind === 'workflow' && object.id === id;
      if (!own && !object.kind.startsWith('task')) return;
      const other = actor.kind === 'account' && actor.id !== me;
      if (own && other) tell(verb, actor.name);
      if (own && verb === 'workflow.removed') {
        if (other) void navigate({ to: '/projects/$projectId/analyses', params: { projectId } });
        return;
      }
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        void cache.invalidateQueries({ queryKey: keys.workflow(id) });
        if (!own) return;
        for (const key of [keys.diagram, keys.edits, keys.versions])
          void cache.invalidateQueries({ queryKey: key(id) });
      }, SOON);
    },
  });
}

function tell(verb: string, name: string): void {
  if (verb.startsWith('workflow.edit')) toast(t`${name} edited this analysis. It is shown as it is now.`);
  else if (verb === 'workflow.requested') toast(t`${name} had this analyzed again.`);
  else if (verb === 'workflow.removed') toast(t`${name} removed this analysis.`);
}
