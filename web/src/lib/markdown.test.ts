import { expect, it } from 'vitest';
import { blocks, spans } from './markdown';

it('knows paragraphs, lists, quotes, headings and code', () => {
  const text = 'One\ntwo\n\n- a\n- b\n\n1. c\n> said\n\n## Head\n```\n<b>\n```';
  expect(blocks(text)).toEqual([
    { kind: 'paragraph', text: 'One\ntwo' },
    { kind: 'list', ordered: false, items: ['a', 'b'] },
    { kind: 'list', ordered: true, items: ['c'] },
    { kind: 'quote', text: 'said' },
    { kind: 'heading', level: 2, text: 'Head' },
    { kind: 'code', text: '<b>' },
  ]);
});

it('keeps items together that go on below or stand apart', () => {
  expect(blocks('1. One\n2. Two\n   goes on\n\n3. Three\n\nAfter')).toEqual([
    { kind: 'list', ordered: true, items: ['One', 'Two goes on', 'Three'] },
    { kind: 'paragraph', text: 'After' },
  ]);
});

it('shows what is never closed', () => {
  expect(blocks('```\n<script>')).toEqual([{ kind: 'code', text: '<script>' }]);
  expect(blocks('')).toEqual([]);
});

it('knows code, stresses and plain stars', () => {
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

it('makes links of http addresses only', () => {
  const found = spans('See [this](javascript:alert(1)), [that](https://a.example/x) and http://b.example.');
  expect(found.filter((one) => one.kind === 'link')).toEqual([
    { kind: 'link', text: 'that', href: 'https://a.example/x' },
    { kind: 'link', text: 'http://b.example', href: 'http://b.example' },
  ]);
});

it('finds the names that are mentioned, the longest first, and no others', () => {
  const found = spans('@Ada Lovelace and @Ada, not me@Ada nor @Bob (a.b)', ['Ada', 'Ada Lovelace']);
  expect(found.filter((one) => one.kind === 'mention').map((one) => one.text)).toEqual([
    '@Ada Lovelace',
    '@Ada',
  ]);
});

it('leaves markup as text', () => {
  expect(spans('<img src=x onerror=alert(1)>')).toEqual([
    { kind: 'text', text: '<img src=x onerror=alert(1)>' },
  ]);
});
