import { expect, test } from 'vitest';
import { blocks, spans } from './markdown';

test('what agents are written in', () => {
  expect(
    blocks('Intro\nmore.\n\n## Head\n\n1. One\n2. Two\n   goes on\n\n- A\n- B\n\n```sh\nls -l\n```'),
  ).toEqual([
    { kind: 'paragraph', text: 'Intro more.' },
    { kind: 'heading', level: 2, text: 'Head' },
    { kind: 'list', ordered: true, items: ['One', 'Two goes on'] },
    { kind: 'list', ordered: false, items: ['A', 'B'] },
    { kind: 'code', text: 'ls -l' },
  ]);
});

test('what is never closed still shows', () => {
  expect(blocks('```\n<script>')).toEqual([{ kind: 'code', text: '<script>' }]);
  expect(blocks('')).toEqual([]);
});

test('spans in a text', () => {
  expect(spans('Ask `debugger`, **not** *me* or 2*3*4')).toEqual([
    { kind: 'text', text: 'Ask ' },
    { kind: 'code', text: 'debugger' },
    { kind: 'text', text: ', ' },
    { kind: 'strong', text: 'not' },
    { kind: 'text', text: ' ' },
    { kind: 'emphasis', text: 'me' },
    { kind: 'text', text: ' or 2*3*4' },
  ]);
});
