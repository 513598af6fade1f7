/** What a person has chosen to see of a board, as it stands in the address. Pure. */
import type { Task } from '@/api/types';
import {
  views,
  sorts,
  groupings,
  dues,
  facets,
  choiceOf,
  type View,
  type Sort,
  type Grouping,
  type Due,
  type Choice,
  type Facet,
} from './address';
import { matching, priorities, statuses } from './columns';

export { views, sorts, groupings, dues, facets, choiceOf };
export type { View, Sort, Grouping, Due, Choice, Facet };

/** With a value taken out or put in. */
export function toggled(choice: Choice, facet: Facet, value: string): Choice {
  const now: readonly string[] = choice[facet] ?? [];
  const next = now.includes(value) ? now.filter((each) => each !== value) : [...now, value];
  return { ...choice, [facet]: next.length > 0 ? next : undefined };
}

export function without(choice: Choice): Choice {
  return { view: choice.view, sort: choice.sort, down: choice.down, group: choice.group };
}

export function isFiltered(choice: Choice): boolean {
  return Boolean(choice.find) || facets.some((facet) => choice[facet] !== undefined);
}

/** One key for each assignee: an account by its id, others by kind and name. */
export function assigneeKey(task: Task): string {
  const { assignee } = task;
  if (!assignee) return 'none';
  return assignee.id ?? `${assignee.kind}:${assignee.name}`;
}

const WEEK = 7;

/** `today` as 2026-01-31, in the reader's own calendar. */
export function chosenTasks(tasks: readonly Task[], choice: Choice, today: string): readonly Task[] {
  const tests: ((task: Task) => boolean)[] = [];
  const { status, priority, assignee, label, source, due } = choice;
  if (status) tests.push((task) => status.includes(task.status));
  if (priority) tests.push((task) => priority.includes(task.priority));
  if (assignee) tests.push((task) => assignee.includes(assigneeKey(task)));
  if (label) tests.push((task) => task.labels.some((each) => label.includes(each)));
  if (source) tests.push((task) => source.includes(task.source?.workflow_id ?? 'none'));
  if (due) tests.push((task) => due.some((each) => isDue(task, each, today)));
  const left = tests.length === 0 ? tasks : tasks.filter((task) => tests.every((test) => test(task)));
  return matching(left, choice.find ?? '');
}

export function isOver(task: Task): boolean {
  return task.status === 'done' || task.status === 'cancelled';
}

function isDue(task: Task, due: Due, today: string): boolean {
  if (due === 'none') return task.due_on === null;
  if (task.due_on === null || isOver(task)) return false;
  if (due === 'overdue') return task.due_on < today;
  return task.due_on >= today && task.due_on <= plusDays(today, WEEK);
}

export function plusDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** Today by the clock on the wall, not by UTC. */
export function todayOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

type Key = (task: Task) => string | number;
const keys: Record<Sort, Key> = {
  manual: (task) => task.position,
  number: (task) => task.number,
  title: (task) => task.title.toLowerCase(),
  status: (task) => statuses.indexOf(task.status),
  priority: (task) => priorities.indexOf(task.priority),
  due_on: (task) => task.due_on ?? '9999',
  updated_at: (task) => task.updated_at,
};

export function sorted(tasks: readonly Task[], sort: Sort, down: boolean): Task[] {
  const key = keys[sort];
  const sign = down ? -1 : 1;
  return [...tasks].sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    return sign * (one < other ? -1 : one > other ? 1 : a.number - b.number);
  });
}

export interface Section {
  key: string;
  tasks: Task[];
}

/** The tasks under what they have in common, in an order that a person expects. */
export function sections(tasks: readonly Task[], grouping: Grouping): Section[] {
  if (grouping === 'none') return [{ key: 'all', tasks: [...tasks] }];
  const found = new Map<string, Task[]>();
  const start: readonly string[] =
    grouping === 'status' ? statuses : grouping === 'priority' ? priorities : [];
  for (const key of start) found.set(key, []);
  for (const task of tasks) for (const key of keysOf(task, grouping)) add(found, key, task);
  const filled = [...found]
    .filter(([, some]) => some.length > 0)
    .map(([key, some]) => ({ key, tasks: some }));
  return start.length > 0
    ? filled
    : filled.sort((a, b) => last(a.key) - last(b.key) || (a.key < b.key ? -1 : 1));
}

function keysOf(task: Task, grouping: Exclude<Grouping, 'none'>): string[] {
  switch (grouping) {
    case 'status':
      return [task.status];
    case 'priority':
      return [task.priority];
    case 'assignee':
      return [assigneeKey(task)];
    case 'label':
      return [task.labels[0] ?? 'none'];
  }
}

function add(found: Map<string, Task[]>, key: string, task: Task): void {
  const some = found.get(key);
  if (some) some.push(task);
  else found.set(key, [task]);
}

function last(key: string): number {
  return key === 'none' ? 1 : 0;
}
