import { expect, it } from 'vitest';
import { EventParser } from './sse';

const stream = ': hello\n\nid: 7\nevent: activity\ndata: {"a":1}\n\ndata: one\ndata: two\n\n';

it('reads events, joins their lines and remembers the id', () => {
  expect(new EventParser().push(stream)).toEqual([
    { id: '7', event: 'activity', data: '{"a":1}' },
    { id: '7', event: 'message', data: 'one\ntwo' },
  ]);
});

it('reads the same however the text is cut', () => {
  const whole = new EventParser().push(stream);
  for (let size = 1; size < 12; size += 1) {
    const parser = new EventParser();
    const pieces = stream.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
    expect(pieces.flatMap((piece) => parser.push(piece))).toEqual(whole);
  }
});

it('understands carriage returns, also when a piece ends between them', () => {
  const parser = new EventParser();
  expect(['data: a\r', '\n\r', '\nx'].flatMap((piece) => parser.push(piece))).toEqual([
    { id: null, event: 'message', data: 'a' },
  ]);
});

it('gives nothing for an event without data', () => {
  expect(new EventParser().push('event: ping\n\n')).toEqual([]);
});
