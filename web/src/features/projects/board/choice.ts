/** What a person has chosen to see of a board, as it stands in the address. Pure. */
import type { Priority, Task, TaskStatus } from '@/api/types';
import { matching, priorities, statuses } from './columns';

export const views = ['board', 'list', 'timeline'] as const;
export type View = (typeof views)[number];
export const sorts = ['manual', 'number', 'title', 'status', 'priority', 'due_on', 'updated_at'] as const;
export type Sort = (typeof sorts)[number];
export const groupings = ['status', 'assignee', 'priority', 'label', 'none'] as const;
export type Grouping = (typeof groupings)[number];
export const dues = ['overdue', 'week', 'none'] as const;
export type Due = (typeof dues)[number];

/** Everything is optional, so that a plain address is a plain board. */
export interface Choice {
  view?: View | undefined;
  find?: string | undefined;
  status?: TaskStatus[] | undefined;
  priority?: Priority[] | undefined;
  /** Keys as `assigneeKey` makes them. */
  assignee?: string[] | undefined;
  label?: string[] | undefined;
  source?: string[] | undefined;
  due?: Due[] | undefined;
  sort?: Sort | undefined;
  down?: true | undefined;
  group?: Grouping | undefined;
}

export const facets = ['status', 'priority', 'assignee', 'label', 'source', 'due'] as const;
export type Facet = (typeof facets)[number];

type Raw = Record<string, unknown>;

export function choiceOf(raw: Raw): Choice {
  const find = raw['find'];
  return {
    view: one(raw['view'], views),
    find: typeof find === 'string' && find ? find : typeof find === 'number' ? String(find) : undefined,
    status: some(raw['status'], statuses),
    priority: some(raw['priority'], priorities),
    assignee: some(raw['assignee']),
    label: some(raw['label']),
    source: some(raw['source']),
    due: some(raw['due'], dues),
    sort: one(raw['sort'], sorts),
    down: raw['down'] === true || raw['down'] === 'true' ? true : undefined,
    group: one(raw['group'], groupings),
  };
}

function one<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((each) => each === value);
}

function some<T extends string>(value: unknown, allowed?: readonly T[]): T[] | undefined {
  const given = (Array.isArray(value) ? value : [value]).filter(
    (each): each is T => typeof each === 'string' && (!allowed || allowed.includes(each as T)),
  );
  return given.length > 0 ? [...new Set(given)] : undefined;
}

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
