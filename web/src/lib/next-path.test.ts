import { expect, it } from 'vitest';
import { safeNext } from './next-path';

it.each(['/projects/1?tab=tasks', '/'])('keeps %s', (path) => {
  expect(safeNext(path)).toBe(path);
});

it.each([
  undefined,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'javascript:0',
])('refuses %s', (path) => {
  expect(safeNext(path)).toBe('/');
});
