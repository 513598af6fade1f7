import { expect, test } from 'vitest';
import { callFor, derived, dialogue, gist } from './words';

test('the gist is the first sentence', () => {
  expect(gist('Finds faults: by\n  trying. Use it often.')).toBe('Finds faults: by trying.');
  expect(gist('No end')).toBe('No end');
  expect(gist('')).toBe('');
});

test('an example becomes a dialogue', () => {
  expect(dialogue('user: "Check\n  this."\nassistant: "Will do."')).toEqual([
    { who: 'user', says: 'Check this.' },
    { who: 'assistant', says: 'Will do.' },
  ]);
  expect(dialogue('Just words\nin lines')).toEqual([{ who: '', says: 'Just words in lines' }]);
  expect(dialogue('')).toEqual([]);
});

test('the call is one line', () => {
  expect(callFor('debugger', ' find\nthe leak ')).toBe('Use the debugger subagent to find the leak');
  expect(callFor('debugger', ' ')).toBe('Use the debugger subagent to …');
});

test('a copy differs in its name only', () => {
  expect(derived('---\nname: a\ndescription: name: x\n---\nname: b', 'c')).toBe(
    '---\nname: c\ndescription: name: x\n---\nname: b',
  );
});
