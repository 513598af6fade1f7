import { expect, it } from 'vitest';
import { FrameParser } from './sse';

const stream =
  'retry: 2000\nid: 6\n\n: hello\n\nid: 7\nevent: activity\ndata: {"a":1}\n\ndata: one\ndata: two\n\n';

it('reads frames, joins their lines and gives each its own id', () => {
  expect(new FrameParser().push(stream)).toEqual([
    { id: '6', event: 'message', data: null, retry: 2000 },
    { id: '7', event: 'activity', data: '{"a":1}', retry: null },
    { id: null, event: 'message', data: 'one\ntwo', retry: null },
  ]);
});

it('reads the same however the text is cut', () => {
  const whole = new FrameParser().push(stream);
  for (let size = 1; size < 12; size += 1) {
    const parser = new FrameParser();
    const pieces = stream.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
    expect(pieces.flatMap((piece) => parser.push(piece))).toEqual(whole);
  }
});

it('understands carriage returns, also when a piece ends between them', () => {
  const parser = new FrameParser();
  const frames = ['data: a\r', '\n\r', '\nx'].flatMap((piece) => parser.push(piece));
  expect(frames.map((frame) => frame.data)).toEqual(['a']);
});

it('passes over comments', () => {
  expect(new FrameParser().push(': alive\n\n')).toEqual([]);
});
