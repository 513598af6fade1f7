import { expect, it } from 'vitest';
import { offsetsOf, overlaps, segments } from './spans';

it('cuts where spans begin and end', () => {
  const found = segments(10, [
    { start: 2, end: 6 },
    { start: 4, end: 8 },
  ]);
  expect(found.map((one) => [one.start, one.end, one.covers])).toEqual([
    [0, 2, []],
    [2, 4, [0]],
    [4, 6, [0, 1]],
    [6, 8, [1]],
    [8, 10, []],
  ]);
});

it('covers the whole text once, whatever the spans', () => {
  const found = segments(5, [
    { start: -3, end: 2 },
    { start: 4, end: 99 },
    { start: 3, end: 3 },
    { start: 4, end: 1 },
  ]);
  expect(found.map((one) => one.end - one.start).reduce((a, b) => a + b, 0)).toBe(5);
  expect(found.every((one, i) => one.start === (found[i - 1]?.end ?? 0))).toBe(true);
});

it('gives nothing for an empty text', () => {
  expect(segments(0, [{ start: 0, end: 0 }])).toEqual([]);
});

it('finds the same words after an emoji as the server does', () => {
  const text = '🧾 The clerk 👩‍💼 records it';

  const at = text.indexOf('records');
  const codePoint = Array.from(text.slice(0, at)).length;
  const unit = offsetsOf(text);
  expect(text.slice(unit(codePoint), unit(codePoint + 7))).toBe('records');
});

it('knows when two passages share a character', () => {
  expect(overlaps({ start: 0, end: 2 }, { start: 1, end: 3 })).toBe(true);
  expect(overlaps({ start: 0, end: 2 }, { start: 2, end: 3 })).toBe(false);
});
