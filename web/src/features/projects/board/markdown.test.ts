import { expect, it } from 'vitest';
import { blocks, spans } from './markdown';

it('knows paragraphs, lists, quotes, headings and code', () => {
  const text = 'One\ntwo\n\n- a\n- b\n\n1. c\n> said\n# Head\n```\n<b>\n```';
  expect(blocks(text)).toEqual([
    { kind: 'paragraph', text: 'One\ntwo' },
    { kind: 'list', ordered: false, items: ['a', 'b'] },
    { kind: 'list', ordered: true, items: ['c'] },
    { kind: 'quote', text: 'said' },
    { kind: 'heading', text: 'Head' },
    { kind: 'code', text: '<b>' },
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
