/** What a board's address says; small, because every page's address is read by the router at its start. */
import type { Priority, TaskStatus } from '@/api/types';
import { priorities, statuses } from './values';

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
