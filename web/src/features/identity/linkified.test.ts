import { expect, it } from 'vitest';
import { linkified } from './linkified';

it('finds each address and keeps the rest as it is', () => {
  const text = 'Open http://127.0.0.1:8000/verify-email?token=a_B-1 now,\nor "http://x.example/y".';
  const parts = linkified(text);
  expect(parts.filter((part) => part.link).map((part) => part.text)).toEqual([
    'http://127.0.0.1:8000/verify-email?token=a_B-1',
    'http://x.example/y',
  ]);
  expect(parts.map((part) => part.text).join('')).toBe(text);
});

it('never makes a link of another scheme', () => {
  expect(linkified('javascript:alert(1)').some((part) => part.link)).toBe(false);
});
