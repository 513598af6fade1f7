import { expect, test } from 'vitest';
import { secretsOf, wordsOf } from './servers';

test('quotes keep the words of a command together', () => {
  expect(wordsOf(`python3 -m weather --at "New York" 'a b'`)).toEqual([
    'python3',
    '-m',
    'weather',
    '--at',
    'New York',
    'a b',
  ]);
});

test('secrets are lines of names and values', () => {
  expect(secretsOf('TOKEN = a=b\n\nnothing\nX=1')).toEqual({ TOKEN: 'a=b', X: '1' });
});
