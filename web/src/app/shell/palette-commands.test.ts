import { expect, it } from 'vitest';
import { best, type Command } from './palette-commands';

const commands: Command[] = ['Approve the invoice', 'Invoice approval', 'Board', 'Reinvoice'].map(
  (title) => ({
    id: title,
    title,
    kind: 'Page',
    path: '/',
  }),
);

it('puts beginnings of titles before beginnings of words before the rest', () => {
  expect(best(commands, 'inv').map((one) => one.title)).toEqual([
    'Invoice approval',
    'Approve the invoice',
    'Reinvoice',
  ]);
});

it('wants every word, in any order', () => {
  expect(
    best(commands, 'appro invoice')
      .map((one) => one.title)
      .sort(),
  ).toEqual(['Approve the invoice', 'Invoice approval']);
  expect(best(commands, 'invoice zebra')).toEqual([]);
});

it('shows everything while nothing is typed', () => {
  expect(best(commands, ' ')).toHaveLength(commands.length);
});
