import { expect, it } from 'vitest';
import { initialsOf } from './initials';

it.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['ada.king@example.com', 'AC'],
  ['Émile de la Tour', 'ÉT'],
  ['𝒜da', '𝒜'],
  ['  ', '?'],
])('shortens %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
