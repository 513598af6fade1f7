import { expect, it } from 'vitest';
import type { Activity } from '@/api/types';
import { daysOf, groupsOf } from './grouping';

let position = 0;
function activity(at: string, name: string, verb: string, kind = 'task', id?: string): Activity {
  position += 1;
  return {
    id: `a${position}`,
    position,
    project_id: 'p',
    at,
    actor: { kind: 'account', id: null, name },
    verb,
    object: { kind, id: id ?? `o${position}`, title: 't' },
    sentence: '',
    reason: null,
    data: {},
  };
}

it('tells what one actor did in one go as one line', () => {
  const groups = groupsOf([
    activity('2026-01-02T10:01:30Z', 'Ada', 'added'),
    activity('2026-01-02T10:00:30Z', 'Ada', 'added'),
    activity('2026-01-02T10:00:00Z', 'Ada', 'added'),
  ]);
  expect(groups.map((group) => group.activities.length)).toEqual([3]);
});

it('separates other actors, deeds, things and times', () => {
  const groups = groupsOf([
    activity('2026-01-02T10:00:40Z', 'Ada', 'added'),
    activity('2026-01-02T10:00:30Z', 'Bo', 'added'),
    activity('2026-01-02T10:00:20Z', 'Bo', 'moved'),
    activity('2026-01-02T10:00:10Z', 'Bo', 'moved', 'workflow'),
    activity('2026-01-02T09:00:00Z', 'Bo', 'moved', 'workflow'),
  ]);
  expect(groups).toHaveLength(5);
});

it('tells several deeds on one thing as one line, and mixes nothing else in', () => {
  const groups = groupsOf([
    activity('2026-01-02T10:00:30Z', 'Ada', 'moved', 'task', 'x'),
    activity('2026-01-02T10:00:20Z', 'Ada', 'edited', 'task', 'x'),
    activity('2026-01-02T10:00:10Z', 'Ada', 'edited', 'task', 'y'),
    activity('2026-01-02T10:00:00Z', 'Ada', 'edited', 'task', 'z'),
  ]);
  expect(groups.map((group) => group.activities.length)).toEqual([2, 2]);
});

it('begins a day where the date changes', () => {
  const groups = groupsOf([
    activity('2026-01-03T01:00:00Z', 'Ada', 'added'),
    activity('2026-01-02T01:00:00Z', 'Ada', 'added'),
  ]);
  const days = daysOf(groups, (iso) => iso.slice(0, 10));
  expect(days.map((day) => day.name)).toEqual(['2026-01-03', '2026-01-02']);
});
