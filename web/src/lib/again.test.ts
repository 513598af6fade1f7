import { expect, test } from 'vitest';
import { PartGone, untilThere, type World } from './again';

function world(answers: boolean) {
  const pauses: number[] = [];
  const made: World = {
    pause: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
    answers: () => Promise.resolve(answers),
  };
  return { made, pauses };
}

test('while the server is away a part is asked for again, at ever longer intervals, until it is there', async () => {
  const { made, pauses } = world(false);
  let tries = 0;
  const load = () => (++tries < 7 ? Promise.reject(new Error('away')) : Promise.resolve('there'));
  expect(await untilThere(load, made)()).toBe('there');
  expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
});

test('a part that the server has no more is given up', async () => {
  const { made, pauses } = world(true);
  const load = () => Promise.reject(new Error('404'));
  await expect(untilThere(load, made)()).rejects.toThrow(PartGone);
  expect(pauses).toEqual([500, 1000]);
});
