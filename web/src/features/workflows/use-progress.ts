import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Connection, openStream } from '@/api/events';
import { keys } from '@/api/keys';
import type { AnalystStatus, Workflow, WorkflowStatus } from '@/api/types';
import { isOver, withAnalyst, withStatus } from './progress';
import { workflowOptions } from './queries';

/** Keeps a running analysis up to date from its event stream. Says how the line is, which is not how the run is. */
export function useProgress(workflow: Workflow | undefined): Connection {
  const cache = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');
  const id = workflow?.id;
  const projectId = workflow?.project_id;
  const active = workflow !== undefined && !isOver(workflow.status);

  useEffect(() => {
    if (!active || !id || !projectId) return;
    const { queryKey } = workflowOptions(id);
    const change = (how: (old: Workflow) => Workflow) => {
      cache.setQueryData(queryKey, (old) => (old ? how(old) : old));
    };
    const close = openStream({
      path: `${window.location.origin}/api/v1/workflows/${id}/events`,
      onConnection: (state) => {
        setConnection(state);
        if (state === 'live')
          void cache.refetchQueries({ predicate: (query) => query.state.status === 'error' });
      },
      onEvent: ({ event, data }) => {
        if (event === 'analyst') {
          const news = JSON.parse(data) as { name: string; status: AnalystStatus; summary?: string | null };
          change((old) => withAnalyst(old, news));
          if (news.status === 'succeeded') void cache.invalidateQueries({ queryKey });
        } else if (event === 'workflow') {
          const { status } = JSON.parse(data) as { status: WorkflowStatus };
          if (!isOver(status)) {
            change((old) => withStatus(old, status));
            return;
          }
          close();
          void cache.invalidateQueries({ queryKey });
          void cache.invalidateQueries({ queryKey: keys.workflows(projectId) });
          void cache.invalidateQueries({ queryKey: keys.activity(projectId) });
        }
      },
    });
    return close;
  }, [active, id, projectId, cache]);

  return connection;
}
