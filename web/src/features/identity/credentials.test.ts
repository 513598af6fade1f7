import { expect, it } from 'vitest';
import { checkEmail, checkNewPassword, SHORTEST_PASSWORD } from './credentials';

it('asks for an email address that has two sides', () => {
  expect(checkEmail('ada@example.org')).toEqual({});
  expect(checkEmail('')).toHaveProperty('email');
  expect(checkEmail('ada')).toHaveProperty('email');
  expect(checkEmail('ada@ example.org')).toHaveProperty('email');
});

it('says how many characters a password still needs', () => {
  expect(checkNewPassword('x'.repeat(SHORTEST_PASSWORD))).toEqual({});
  expect(checkNewPassword('x'.repeat(SHORTEST_PASSWORD - 1))['password']).toBe('One more character.');
  expect(checkNewPassword('x'.repeat(SHORTEST_PASSWORD - 3))['password']).toBe('3 more characters.');
});

it('counts a character outside the basic plane once', () => {
  expect(checkNewPassword('😀'.repeat(SHORTEST_PASSWORD))).toEqual({});
  expect(checkNewPassword('😀'.repeat(SHORTEST_PASSWORD - 1))).toHaveProperty('password');
});
