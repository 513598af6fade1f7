import { useQueryClient } from '@tanstack/react-query';
import { useSubject } from '@/api/live';
import { keys } from '@/api/keys';
import type { AnalystStatus, Workflow, WorkflowStatus } from '@/api/types';
import { isOver, withAnalyst, withStatus } from './progress';
import { workflowOptions } from './queries';

/** Keeps a running analysis up to date by what is told of it. */
export function useProgress(workflow: Workflow | undefined): void {
  const cache = useQueryClient();
  const active = workflow !== undefined && !isOver(workflow.status);
  useSubject(active ? `workflow:${workflow.id}` : null, {
    onEvent: ({ event, data }) => {
      if (!workflow) return;
      const { queryKey } = workflowOptions(workflow.id);
      const change = (how: (old: Workflow) => Workflow) => {
        cache.setQueryData(queryKey, (old) => (old ? how(old) : old));
      };
      if (event === 'analyst') {
        const news = data as { name: string; status: AnalystStatus; summary?: string | null };
        change((old) => withAnalyst(old, news));
        if (news.status === 'succeeded') void cache.invalidateQueries({ queryKey });
      } else if (event === 'workflow') {
        const { status } = data as { status: WorkflowStatus };
        if (!isOver(status)) {
          change((old) => withStatus(old, status));
          return;
        }
        void cache.invalidateQueries({ queryKey });
        void cache.invalidateQueries({ queryKey: keys.workflows(workflow.project_id) });
        void cache.invalidateQueries({ queryKey: keys.activity(workflow.project_id) });
      }
    },
  });
}
