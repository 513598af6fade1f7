/** What the tasks of a board can be filtered by. */
import { useQuery } from '@tanstack/react-query';
import { t } from '@lingui/core/macro';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { Priority, Task, TaskStatus } from '@/api/types';
import { useBoard } from './board-context';
import { assigneeKey, type Due, dues, type Facet } from './choice';
import { priorityLabel, statusLabel } from './columns';
import { assigneesOnBoard, dueLabel, labelOptions, priorityOptions, statusOptions } from './options';
import type { Option } from './Picker';

export const facetLabel: Record<Facet, string> = {
  get status() {
    return t`Status`;
  },
  get priority() {
    return t`Priority`;
  },
  get assignee() {
    return t`Assignee`;
  },
  get label() {
    return t`Label`;
  },
  get source() {
    return t`Analysis`;
  },
  get due() {
    return t({ message: 'Due', context: 'date' });
  },
};

export function valueLabel(facet: Facet, value: string, tasks: readonly Task[]): string {
  switch (facet) {
    case 'status':
      return statusLabel[value as TaskStatus];
    case 'priority':
      return priorityLabel[value as Priority];
    case 'assignee':
      if (value === 'none') return t`Nobody`;
      return tasks.find((task) => assigneeKey(task) === value)?.assignee?.name ?? value.replace(/^\w+:/, '');
    case 'label':
      return value;
    case 'source':
      return value === 'none' ? t`Added by hand` : t`from one analysis`;
    case 'due':
      return dueLabel[value as Due];
  }
}

export function useFacet(facet: Facet): Option[] {
  const { all, choice, projectId } = useBoard();
  const chosen: readonly string[] = choice[facet] ?? [];
  const titles = useWorkflowTitles(projectId, facet === 'source');
  switch (facet) {
    case 'status':
      return statusOptions(chosen);
    case 'priority':
      return priorityOptions(chosen);
    case 'assignee':
      return assigneesOnBoard(all, chosen);
    case 'label':
      return labelOptions(all, chosen);
    case 'due':
      return dues.map((key) => ({ key, label: dueLabel[key], chosen: chosen.includes(key) }));
    case 'source': {
      const ids = new Set(all.flatMap((task) => (task.source ? [task.source.workflow_id] : [])));
      const found = [...ids].map((key) => ({
        key,
        label: titles.get(key) ?? t`Analysis`,
        chosen: chosen.includes(key),
      }));
      return [...found, { key: 'none', label: t`Added by hand`, chosen: chosen.includes('none') }];
    }
  }
}

function useWorkflowTitles(projectId: string, enabled: boolean): Map<string, string> {
  const workflows = useQuery({
    queryKey: [...keys.workflows(projectId), 'titles'] as const,
    queryFn: ({ signal }) =>
      data(
        client.GET('/api/v1/workflows', {
          params: { query: { project_id: projectId, limit: 500 } },
          signal,
        }),
      ),
    enabled,
  });
  return new Map(workflows.data?.items.map((one) => [one.id, one.title]));
}
