import { expect, test } from 'vitest';
import { codeOf, pairOf, parseVersion, type Version } from './versions';

const at = '2026-01-01T00:00:00Z';
const version = (number: number, edited: boolean): Version => ({
  version: number,
  edited,
  created_at: at,
  tasks: 3,
});

test('a name in the address is what it was', () => {
  for (const name of [
    { number: 1, edited: false },
    { number: 12, edited: true },
  ])
    expect(parseVersion(codeOf(name))).toEqual(name);
  for (const code of ['', 'e', '1x', '-1', undefined]) expect(parseVersion(code)).toBeUndefined();
});

test('the newest state is compared with what it came from, unless the address says otherwise', () => {
  const all = [version(2, true), version(2, false), version(1, false)];
  expect(pairOf(all)).toEqual({
    before: { number: 2, edited: false },
    after: { number: 2, edited: true },
  });
  expect(pairOf(all, '1', '2')).toEqual({
    before: { number: 1, edited: false },
    after: { number: 2, edited: false },
  });
  expect(pairOf(all, '9', 'x')).toEqual(pairOf(all));
  expect(pairOf([version(1, false)])?.before).toEqual({ number: 1, edited: false });
  expect(pairOf([])).toBeUndefined();
});
