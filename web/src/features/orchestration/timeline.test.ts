import { expect, it } from 'vitest';
import { timelineOf } from './timeline';

const at = (second: number) => new Date(1_700_000_000_000 + second * 1000).toISOString();
const now = 1_700_000_000_000 + 20_000;

it('shows steps as parts of the whole time', () => {
  const { bars, milliseconds } = timelineOf(
    [
      { started_at: at(0), finished_at: at(5) },
      { started_at: at(5), finished_at: at(10) },
    ],
    now,
  );
  expect(milliseconds).toBe(10_000);
  expect(bars.map(({ from, width }) => [from, width])).toEqual([
    [0, 50],
    [50, 50],
  ]);
});

it('lets a running step grow until now, and keeps waiting ones empty', () => {
  const { bars } = timelineOf(
    [
      { started_at: at(10), finished_at: null },
      { started_at: null, finished_at: null },
    ],
    now,
  );
  expect(bars[0]).toMatchObject({ from: 0, width: 100, milliseconds: 10_000 });
  expect(bars[1]).toMatchObject({ from: null, milliseconds: null });
});

it('keeps very short steps visible and inside', () => {
  const { bars } = timelineOf(
    [
      { started_at: at(0), finished_at: at(10) },
      { started_at: at(10), finished_at: at(10) },
    ],
    now,
  );
  const last = bars[1];
  expect(last?.width).toBeGreaterThan(0);
  expect((last?.from ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(100);
});

it('survives a run that has not begun', () => {
  expect(timelineOf([{ started_at: null, finished_at: null }], now).bars).toHaveLength(1);
});
