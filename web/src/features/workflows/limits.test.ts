import { expect, it } from 'vitest';
import { bytesOf, LIMIT_BYTES, sizeText, wordsOf } from './limits';

it('counts bytes, not characters', () => {
  expect(bytesOf('é€😀')).toBe(2 + 3 + 4);
  expect(bytesOf('a'.repeat(LIMIT_BYTES))).toBe(LIMIT_BYTES);
});

it('counts words between any white space', () => {
  expect(wordsOf('  \n ')).toBe(0);
  expect(wordsOf('one\ntwo\t three ')).toBe(3);
});

it('tells the size only when it matters', () => {
  expect(sizeText('word')).toBe('1 word');
  expect(sizeText('')).toBe('0 words');
  expect(sizeText('x '.repeat(5 * 1024))).toBe('5,120 words · 10 KB of 200 KB');
});
