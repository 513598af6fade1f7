/** What the audit's address keeps of the filters, and the question that they make. Pure. */
import type { AuditOutcome } from '@/api/types';

export interface AuditSearch {
  q?: string | undefined;
  action?: string | undefined;
  actor?: string | undefined;
  outcome?: AuditOutcome | undefined;
  /** Days, as `2026-11-28`; the last one counts whole. */
  from?: string | undefined;
  to?: string | undefined;
}

type Raw = Record<string, unknown>;

const outcomes: readonly AuditOutcome[] = ['done', 'refused'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f-]{36}$/;

export function searchOf(raw: Raw): AuditSearch {
  return {
    q: fitting(raw['q'], /^.{1,200}$/),
    action: fitting(raw['action'], /^[a-z_.]{1,100}$/),
    actor: fitting(raw['actor'], ID),
    outcome: outcomes.find((one) => one === raw['outcome']),
    from: fitting(raw['from'], DAY),
    to: fitting(raw['to'], DAY),
  };
}

/** What the server is asked; days are those of the reader's clock. */
export function questionOf({ q, action, actor, outcome, from, to }: AuditSearch) {
  const since = startOf(from, 0);
  const until = startOf(to, 1);
  return {
    ...(q && { q }),
    ...(action && { action }),
    ...(actor && { actor }),
    ...(outcome && { outcome }),
    ...(since && { since }),
    ...(until && { until }),
  };
}

/** Where the same entries come as a file. */
export function exportPath(search: AuditSearch, form: 'csv' | 'jsonl'): string {
  return `/api/v1/audit/export?${new URLSearchParams({ ...questionOf(search), form }).toString()}`;
}

function startOf(day: string | undefined, later: number): string | undefined {
  if (day === undefined) return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const moment = new Date(year, month - 1, date + later);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

function fitting(value: unknown, form: RegExp): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && form.test(text) ? text : undefined;
}
