import { expect, it } from 'vitest';
import type { Task } from '@/api/types';
import { barOf, daysBetween, dragged, months, spanOf } from './timeline';

const task = (starts_on: string | null, due_on: string | null) => ({ starts_on, due_on }) as Task;

it('makes a bar of one date or two', () => {
  expect(barOf(task('2026-01-02', '2026-01-05'))).toEqual({ start: '2026-01-02', end: '2026-01-05' });
  expect(barOf(task(null, '2026-01-05'))).toEqual({ start: '2026-01-05', end: '2026-01-05' });
  expect(barOf(task(null, null))).toBeNull();
});

it('moves a bar, and its ends no further than to each other', () => {
  const bar = { start: '2026-02-27', end: '2026-03-02' };
  expect(dragged(bar, 'whole', 2)).toEqual({ start: '2026-03-01', end: '2026-03-04' });
  expect(dragged(bar, 'start', 9)).toEqual({ start: '2026-03-02', end: '2026-03-02' });
  expect(dragged(bar, 'end', -9)).toEqual({ start: '2026-02-27', end: '2026-02-27' });
});

it('shows today and every bar', () => {
  const span = spanOf([{ start: '2026-03-20', end: '2026-04-20' }], '2026-03-25');
  expect(span.first <= '2026-03-20').toBe(true);
  expect(daysBetween(span.first, '2026-04-20')).toBeLessThan(span.days);
});

it('counts days over summer time, and begins months on their first', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(months({ first: '2026-01-30', days: 5 }).map((one) => one.day)).toEqual([
    '2026-01-30',
    '2026-02-01',
  ]);
});
