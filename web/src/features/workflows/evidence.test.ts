import { expect, it } from 'vitest';
import { closestItem } from './evidence';

const items = [
  { id: 'sentence', evidence: [{ start: 0, end: 50 }] },
  { id: 'clause', evidence: [{ start: 10, end: 20 }] },
  { id: 'assumption', evidence: [] },
];

it('prefers the item whose evidence is closest around the passage', () => {
  expect(closestItem(items, { start: 12, end: 13 })?.id).toBe('clause');
  expect(closestItem(items, { start: 30, end: 31 })?.id).toBe('sentence');
  expect(closestItem(items, { start: 60, end: 61 })).toBeUndefined();
});
