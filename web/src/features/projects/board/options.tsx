/** What can be chosen for the fields of a task. */
import { useQuery } from '@tanstack/react-query';
import { t } from '@lingui/core/macro';
import { Bot, CircleDashed, Tag, User, Users } from 'lucide-react';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import { peopleOptions } from '@/api/people';
import type { Task } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { assigneeKey, type Due } from './choice';
import { priorities, priorityLabel, statuses, statusLabel } from './columns';
import type { Option } from './Picker';
import { PriorityMark } from './PriorityMark';
import { statusShape } from './status-shape';

type Assignee = Task['assignee'];

export function statusOptions(chosen: readonly string[] = []): Option[] {
  return statuses.map((status) => ({
    key: status,
    label: statusLabel[status],
    icon: <StatusMark shape={statusShape[status]} />,
    chosen: chosen.includes(status),
  }));
}

export function priorityOptions(chosen: readonly string[] = []): Option[] {
  return priorities.map((priority) => ({
    key: priority,
    label: priorityLabel[priority],
    icon: <PriorityMark priority={priority} />,
    chosen: chosen.includes(priority),
  }));
}

export function labelOptions(tasks: readonly Task[], chosen: readonly string[] = []): Option[] {
  const all = new Set([...tasks.flatMap((task) => task.labels), ...chosen]);
  return [...all].sort().map((label) => ({
    key: label,
    label,
    icon: <Tag size={14} strokeWidth={1.75} aria-hidden />,
    chosen: chosen.includes(label),
  }));
}

export const dueLabel: Record<Due, string> = {
  get overdue() {
    return t`Overdue`;
  },
  get week() {
    return t`In the next 7 days`;
  },
  get none() {
    return t`No due date`;
  },
};

function icon(kind: 'account' | 'agent' | 'role') {
  const Icon = { account: User, agent: Bot, role: Users }[kind];
  return <Icon size={14} strokeWidth={1.75} aria-hidden />;
}

export function nobody(chosen: boolean): Option {
  const mark = <CircleDashed size={14} strokeWidth={1.75} aria-hidden />;
  return { key: 'none', label: t`Nobody`, icon: mark, chosen };
}

/** Who is on the board's tasks now. */
export function assigneesOnBoard(tasks: readonly Task[], chosen: readonly string[]): Option[] {
  const found = new Map<string, Option>();
  for (const task of tasks) {
    const key = assigneeKey(task);
    if (!task.assignee || found.has(key)) continue;
    const { kind, name } = task.assignee;
    found.set(key, { key, label: name, icon: icon(kind), chosen: chosen.includes(key) });
  }
  return [
    nobody(chosen.includes('none')),
    ...[...found.values()].sort((a, b) => a.label.localeCompare(b.label)),
  ];
}

interface Assignees {
  options: Option[];
  assignee: (key: string) => Assignee;
}

/** Everybody who can be given a task: members, agents, and roles that tasks name already. */
export function useAssignees(projectId: string, tasks: readonly Task[], now: string | null): Assignees {
  const people = useQuery(peopleOptions(projectId));
  const agents = useQuery({
    queryKey: [...keys.agents, 'names'] as const,
    queryFn: async ({ signal }) =>
      (await data(client.GET('/api/v1/agents', { params: { query: { limit: 500 } }, signal }))).items,
    staleTime: 60_000,
  });
  const all = new Map<string, NonNullable<Assignee>>();
  for (const { id, name } of people.data ?? []) all.set(id, { kind: 'account', name, id });
  for (const task of tasks) if (task.assignee) all.set(assigneeKey(task), task.assignee);
  for (const { name } of agents.data ?? []) all.set(`agent:${name}`, { kind: 'agent', name, id: null });
  const options = [...all].map(([key, { kind, name }]) => ({
    key,
    label: name,
    icon: icon(kind),
    note: { account: t`Person`, agent: t`Agent`, role: t`Role` }[kind],
    chosen: key === now,
  }));
  return {
    options: [nobody(now === 'none'), ...options],
    assignee: (key) => all.get(key) ?? null,
  };
}
