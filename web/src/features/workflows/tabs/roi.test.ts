import { expect, test } from 'vitest';
import { gainOf } from './roi';

const figures = { volume: 1200, minutes: 30, share: 50, hourly_cost: 50, build_cost: 9000, run_cost: 1000 };

test('time saved costs what the hour costs, less what running costs', () => {
  expect(gainOf(figures)).toEqual({ hours: 300, saving: 14_000, months: (9000 / 14_000) * 12 });
  expect(gainOf({ ...figures, volume: 2400 }).hours).toBe(600);
});

test('what saves nothing never pays back', () => {
  expect(gainOf({ ...figures, share: 0 }).months).toBeNull();
});
