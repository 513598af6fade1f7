import { expect, test } from 'vitest';
import { untilThere } from './again';

test('what cannot be had is asked for again, at ever longer intervals, until it is there', async () => {
  const pauses: number[] = [];
  let tries = 0;
  const load = () => (++tries < 7 ? Promise.reject(new Error('away')) : Promise.resolve('there'));
  const pause = (milliseconds: number) => {
    pauses.push(milliseconds);
    return Promise.resolve();
  };
  expect(await untilThere(load, pause)()).toBe('there');
  expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
});
