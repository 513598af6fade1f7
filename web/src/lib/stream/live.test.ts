import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Live, type LiveEvent } from './live';

/** A server whose streams the test writes. */
class Server {
  readonly asked: URL[] = [];
  readonly puts: unknown[] = [];
  private readonly streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  private readonly signals: AbortSignal[] = [];
  answer: (url: URL) => Response | null = () => null;

  readonly fetch = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    if (request.method === 'PUT') {
      this.puts.push(await request.json());
      return new Response(null, { status: 204 });
    }
    this.asked.push(url);
    const other = this.answer(url);
    if (other) return other;
    this.signals.push(request.signal);
    return new Response(
      new ReadableStream<Uint8Array>({ start: (stream) => void this.streams.push(stream) }),
    );
  };

  say(text: string, stream = this.streams.length - 1): void {
    this.streams[stream]?.enqueue(new TextEncoder().encode(text));
  }

  tell(subject: string, position: number, data: unknown, stream?: number): void {
    this.say(
      `event: said\ndata: ${JSON.stringify({ subject, position, data })}\nid: ${position}\n\n`,
      stream,
    );
  }

  cut(): void {
    this.streams.at(-1)?.close();
  }

  subjects(request: number): string[] | undefined {
    return this.asked.at(request)?.searchParams.getAll('subjects');
  }

  isOpen(stream: number): boolean {
    return this.signals[stream]?.aborted === false;
  }
}

let server: Server;
let live: Live;
let heard: LiveEvent[];
let resets: number;
const handler = {
  onEvent: (event: LiveEvent) => void heard.push(event),
  onReset: () => void (resets += 1),
};
const words = () => heard.map(({ data }) => data);
const settle = (milliseconds = 50) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { onLine: true });
  heard = [];
  resets = 0;
  server = new Server();
  live = new Live({ url: 'http://here/api/v1/stream', fetch: server.fetch, client: 'this-page' });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('asks once for all that is followed at the same time', async () => {
  live.follow('project:1', handler, 5);
  live.follow('account:me', handler);
  live.follow('project:1', handler);
  await settle();
  expect(server.asked).toHaveLength(1);
  expect(server.subjects(0)?.toSorted()).toEqual(['account:me', 'project:1@5']);
  expect(live.connection()).toBe('live');
});

it('hands events to those who follow their subject, once', async () => {
  live.follow('project:1', handler, 0);
  await settle();
  server.tell('project:1', 1, 'a');
  server.tell('project:1', 1, 'a');
  server.tell('project:2', 2, 'not ours');
  server.tell('project:1', 3, 'b');
  await settle();
  expect(words()).toEqual(['a', 'b']);
});

it('gives both messages of one position', async () => {
  live.follow('project:1', handler, 0);
  live.follow('run:1', handler, 0);
  await settle();
  const [one, other] = ['project:1', 'run:1'].map((subject) =>
    JSON.stringify({ subject, position: 1, data: subject }),
  );
  server.say(`event: said\ndata: ${one}\n\nevent: said\ndata: ${other}\nid: 1\n\n`);
  await settle();
  expect(words()).toEqual(['project:1', 'run:1']);
});

it('takes over without a gap when more is followed, each from its own position', async () => {
  live.follow('project:1', handler, 0);
  await settle();
  server.tell('project:1', 7, 'before');
  await settle();
  live.follow('run:1', handler, 3);
  await settle();
  expect(server.subjects(-1)).toEqual(['project:1@7', 'run:1@3']);
  expect(server.isOpen(0)).toBe(false);
  server.tell('run:1', 5, 'missed', 1);
  server.tell('project:1', 7, 'before', 1);
  server.tell('project:1', 8, 'after', 1);
  await settle();
  expect(words()).toEqual(['before', 'missed', 'after']);
});

it('keeps the old connection until the new one answers', async () => {
  live.follow('project:1', handler, 0);
  await settle();
  server.answer = () => new Response(null, { status: 503 });
  live.follow('run:1', handler, 0);
  await settle();
  server.tell('project:1', 1, 'still heard', 0);
  await settle();
  expect(words()).toEqual(['still heard']);
  expect(live.connection()).toBe('live');
});

it('comes back after a cut where it was, and says meanwhile that it is not there', async () => {
  const seen: string[] = [];
  live.watch(() => seen.push(live.connection()));
  live.follow('project:1', handler, 0);
  await settle();
  server.tell('project:1', 4, 'a');
  await settle();
  server.cut();
  await settle();
  expect(live.connection()).toBe('reconnecting');
  await settle(1000);
  expect(server.subjects(-1)).toEqual(['project:1@4']);
  expect(seen).toEqual(['connecting', 'live', 'reconnecting', 'live']);
});

it('moves on in silence, so that little is asked for again', async () => {
  live.follow('project:1', handler, 0);
  await settle();
  server.say(': alive\nid: 90\n\n');
  await settle();
  server.cut();
  await settle(1000);
  expect(server.subjects(-1)).toEqual(['project:1@90']);
});

it('asks ever more rarely, and at once when the network is back', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  server.answer = () => new Response(null, { status: 503 });
  live.follow('project:1', handler);
  await settle();
  expect(live.connection()).toBe('offline');
  await settle(120_000);
  const tries = server.asked.length;
  expect(tries).toBeGreaterThan(8);
  expect(tries).toBeLessThan(20);
  live.hurry();
  await settle(0);
  expect(server.asked).toHaveLength(tries + 1);
});

it('gives a silent line up', async () => {
  live.follow('project:1', handler, 0);
  await settle();
  await settle(60_000);
  expect(server.asked).toHaveLength(2);
});

it('goes on without what is not there', async () => {
  server.answer = (url) =>
    url.searchParams.getAll('subjects').includes('run:gone')
      ? Response.json({ errors: [{ field: 'subjects.1' }] }, { status: 404 })
      : null;
  live.follow('project:1', handler);
  live.follow('run:gone', handler);
  await settle();
  expect(server.subjects(-1)).toEqual(['project:1']);
  expect(live.connection()).toBe('live');
});

it('stops asking when the session is over', async () => {
  server.answer = () => new Response(null, { status: 401 });
  live.follow('project:1', handler);
  await settle(60_000);
  expect(server.asked).toHaveLength(1);
});

it('tells of a reset', async () => {
  live.follow('project:1', handler, 1);
  await settle();
  const data = JSON.stringify({ subject: 'project:1', position: null, data: { reason: 'gone' } });
  server.say(`event: reset\ndata: ${data}\nid: 50\n\n`);
  await settle();
  expect([resets, heard.length]).toEqual([1, 0]);
  server.cut();
  await settle(1000);
  expect(server.subjects(-1)).toEqual(['project:1@50']);
});

it('asks anew for what was left and is wanted again, but not while a page is replaced', async () => {
  const leave = live.follow('workflow:1', handler, 0);
  live.follow('account:me', handler, 0);
  await settle();
  leave();
  const again = live.follow('workflow:1', handler, 0);
  await settle();
  expect(server.asked).toHaveLength(1);
  again();
  await settle();
  live.follow('workflow:1', handler, 0);
  await settle();
  expect(server.asked).toHaveLength(2);
});

it('closes when nothing is followed any more', async () => {
  const leave = live.follow('project:1', handler, 0);
  await settle();
  leave();
  await settle();
  expect(server.isOpen(0)).toBe(false);
  expect(live.connection()).toBe('idle');
});

it('says where it is, and turns without asking anew', async () => {
  live.follow('project:1', handler, 0);
  const leave = live.appear('project:1', 'board');
  await settle();
  expect(Object.fromEntries(server.asked[0]?.searchParams ?? [])).toMatchObject({
    present: 'project:1',
    client: 'this-page',
    page: 'board',
  });
  leave();
  live.appear('project:1', 'activity');
  await settle();
  expect(server.puts).toEqual([{ subject: 'project:1', page: 'activity' }]);
  expect(server.asked).toHaveLength(1);
});
