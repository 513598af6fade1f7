import { expect, it } from 'vitest';
import { allowedAttribute, allowedElement } from './svg';

it.each(['script', 'foreignObject', 'image', 'use', 'a', 'style', 'animate', 'iframe'])(
  'drops <%s>',
  (name) => {
    expect(allowedElement(name)).toBe(false);
  },
);

it.each([
  ['onload', 'alert(1)'],
  ['onclick', ''],
  ['href', '#x'],
  ['xlink:href', 'http://elsewhere.example'],
  ['style', 'background: red'],
  ['fill', 'url(http://elsewhere.example)'],
  ['fill', 'URL (#x)'],
])('drops %s="%s"', (name, value) => {
  expect(allowedAttribute(name, value)).toBe(false);
});

it.each([
  ['data-node-id', 'n1'],
  ['fill', 'var(--diagram-text)'],
  ['d', 'M0 0H10'],
])('keeps %s="%s"', (name, value) => {
  expect(allowedAttribute(name, value)).toBe(true);
});
