/**
 * One event stream for all that a page follows. Subjects are counted; when what is wanted changes, a new connection
 * takes over from the old one without a gap, each subject from its own position. Lost lines are mended calmly.
 */
import { firstPosition } from './position';
import { readStream } from './reading';
import type { Frame } from './sse';

export type Connection = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'offline';

/** Whether the line is cut and being mended; before the first answer it is not. */
export function isCut(connection: Connection): boolean {
  return connection === 'reconnecting' || connection === 'offline';
}

export interface LiveEvent {
  subject: string;
  event: string;
  data: unknown;
  /** Null for what is no event but a present state, like who is there. */
  position: number | null;
}

export interface Handler {
  onEvent: (event: LiveEvent) => void;
  /** Events were missed for good: look again. */
  onReset: () => void;
}

interface Followed {
  handlers: Set<Handler>;
  /** Everything up to here was handled. */
  cursor: number | null;
}

interface Line {
  stop: AbortController;
  asked: readonly string[];
  /** Those of the asked that somebody has followed all the while. */
  names: string[];
  present: string;
}

interface Options {
  url: string;
  fetch: (request: Request) => Promise<Response>;
  /** What this page calls itself among those who are present. */
  client: string;
}

const TOGETHER = 20;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
const REMEMBERED = 500;

export class Live {
  private readonly followed = new Map<string, Followed>();
  private readonly places = new Map<string, string | null>();
  private readonly told = new Map<string, string | null>();
  private readonly watchers = new Set<() => void>();
  private state: Connection = 'idle';
  private line: Line | null = null;
  private opening: Line | null = null;
  private wait = FIRST_WAIT;
  private soon: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: Options) {}

  /** Follow a subject until the returned function is called. */
  follow(subject: string, handler: Handler, after?: number | null): () => void {
    const known = this.followed.get(subject) ?? { handlers: new Set(), cursor: after ?? firstPosition() };
    this.followed.delete(subject);
    this.followed.set(subject, known);
    known.handlers.add(handler);
    this.sync();
    return () => {
      known.handlers.delete(handler);
      this.forget();
      this.sync();
    };
  }

  /** Be seen at a subject that is followed, looking at a page of it. */
  appear(subject: string, page: string | null): () => void {
    this.places.set(subject, page);
    this.sync();
    return () => {
      if (this.places.get(subject) !== page) return;
      this.places.delete(subject);
      this.sync();
    };
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly connection = (): Connection => this.state;

  /** Ask again now: the network is back, or somebody looks. */
  readonly hurry = (): void => {
    if (this.again === undefined) return;
    this.wait = FIRST_WAIT;
    this.connect();
  };

  private sync(): void {
    // What several parts of a page want is asked for at once.
    clearTimeout(this.soon);
    this.soon = setTimeout(() => {
      const names = this.wanted();
      // Whoever comes back to a subject gets what it is then: a new run of the same workflow, for instance.
      for (const line of [this.line, this.opening])
        if (line) line.names = line.names.filter((name) => names.includes(name));
      const newest = this.opening ?? this.line;
      const covered = newest !== null && names.every((name) => newest.names.includes(name));
      if (!covered || names.length === 0 || newest.present !== this.present(names)) this.connect();
      else this.turn();
    }, TOGETHER);
  }

  private wanted(): string[] {
    return [...this.followed].filter(([, { handlers }]) => handlers.size > 0).map(([name]) => name);
  }

  private present(names: string[]): string {
    return [...this.places.keys()].filter((name) => names.includes(name)).join(' ');
  }

  private connect(): void {
    clearTimeout(this.again);
    this.again = undefined;
    this.opening?.stop.abort();
    this.opening = null;
    const names = this.wanted();
    if (names.length === 0) {
      this.line?.stop.abort();
      this.line = null;
      this.become('idle');
      return;
    }
    const line = { stop: new AbortController(), asked: names, names, present: this.present(names) };
    this.opening = line;
    if (this.state === 'idle') this.become('connecting');
    void this.read(line);
  }

  private async read(line: Line): Promise<void> {
    const ending = await readStream({
      request: this.requestFor(line),
      fetch: this.options.fetch,
      stop: line.stop,
      onOpen: () => {
        this.takeOver(line);
      },
      onFrame: (frame) => {
        this.take(line, frame);
      },
    });
    if (line.stop.signal.aborted) return;
    if (this.opening === line) this.opening = null;
    if (this.line === line) this.line = null;
    if (ending.kind === 'missing') {
      for (const index of ending.indexes) this.followed.delete(line.asked[index] ?? '');
      this.connect();
    } else if (ending.kind === 'refused') this.become('idle');
    else if (this.opening === null) this.retry();
  }

  private requestFor({ asked, stop, present }: Line): Request {
    const url = new URL(this.options.url);
    for (const name of asked) {
      const cursor = this.followed.get(name)?.cursor ?? null;
      url.searchParams.append('subjects', cursor === null ? name : `${name}@${cursor}`);
    }
    const places = present.split(' ').filter(Boolean);
    const page = places.map((place) => this.places.get(place)).find(Boolean);
    this.told.clear();
    for (const place of places) {
      url.searchParams.append('present', place);
      this.told.set(place, page ?? null);
    }
    if (places.length > 0) url.searchParams.set('client', this.options.client);
    if (page) url.searchParams.set('page', page);
    return new Request(url, { headers: { Accept: 'text/event-stream' }, signal: stop.signal });
  }

  private takeOver(line: Line): void {
    if (this.opening !== line) return;
    this.line?.stop.abort();
    this.line = line;
    this.opening = null;
    this.wait = FIRST_WAIT;
    this.become('live');
  }

  private take(line: Line, frame: Frame): void {
    if (frame.retry !== null) this.wait = Math.max(FIRST_WAIT, Math.min(frame.retry, LONGEST_WAIT));
    if (frame.data !== null) this.hand(frame.event, frame.data);
    // A stream is in order for all of its subjects: up to an id, all of them are told.
    if (frame.id !== null)
      for (const name of line.names) {
        const known = this.followed.get(name);
        if (known) known.cursor = Math.max(known.cursor ?? 0, Number(frame.id));
      }
  }

  private hand(event: string, text: string): void {
    const { subject, position, data } = JSON.parse(text) as Omit<LiveEvent, 'event'>;
    const known = this.followed.get(subject);
    if (!known) return;
    if (event === 'reset') for (const handler of [...known.handlers]) handler.onReset();
    // While one connection takes over from another, both tell the same.
    else if (position === null || known.cursor === null || position > known.cursor)
      for (const handler of [...known.handlers]) handler.onEvent({ subject, event, data, position });
  }

  private retry(): void {
    if (this.line === null) this.become(navigator.onLine ? 'reconnecting' : 'offline');
    this.again = setTimeout(
      () => {
        this.connect();
      },
      this.wait * (0.8 + Math.random() * 0.4),
    );
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  /** Say what is looked at now where one is seen already. */
  private turn(): void {
    const url = new URL(`../presence/${this.options.client}`, `${this.options.url}/`);
    for (const [subject, page] of this.places) {
      if (!this.told.has(subject) || this.told.get(subject) === page) continue;
      this.told.set(subject, page);
      const body = JSON.stringify({ subject, page });
      const headers = { 'Content-Type': 'application/json' };
      // Whoever is not seen there yet, will be with the next connection.
      this.options.fetch(new Request(url, { method: 'PUT', headers, body })).catch(() => undefined);
    }
  }

  /** Keep in mind how far what nobody follows now was told, for whoever comes back to it; not for ever. */
  private forget(): void {
    for (const [name, { handlers }] of this.followed)
      if (this.followed.size > REMEMBERED && handlers.size === 0) this.followed.delete(name);
  }

  private become(state: Connection): void {
    if (this.state === state) return;
    this.state = state;
    for (const watcher of this.watchers) watcher();
  }
}
