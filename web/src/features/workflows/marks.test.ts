import { expect, test } from 'vitest';
import { marksOf } from './marks';
import type { Difference } from './versions';

const one = (what: Difference['what'], kind: Difference['kind'], id: string): Difference => ({
  what,
  kind,
  id,
  name: id,
  field: null,
  before: null,
  after: null,
});

test('each side shows what it has of a difference', () => {
  const all = [
    one('task', 'added', 'new'),
    one('task', 'removed', 'gone'),
    one('task', 'changed', 'other'),
    one('flow', 'added', 'a>b'),
  ];
  expect([...marksOf(all, 'after')]).toEqual([
    ['new', 'added'],
    ['other', 'changed'],
  ]);
  expect([...marksOf(all, 'before')]).toEqual([
    ['gone', 'removed'],
    ['other', 'changed'],
  ]);
});
