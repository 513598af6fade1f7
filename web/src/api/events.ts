/**
 * A live stream of events that mends itself. It is read with `fetch`, because a browser's `EventSource` cannot say why it
 * failed (an ended session looks like a lost network) and forgets `Last-Event-ID` when it is opened anew.
 */
import { sessionFetch } from './session';
import { EventParser, type ServerEvent } from './sse';

export type Connection = 'connecting' | 'live' | 'waiting' | 'closed';

interface StreamOptions {
  path: string;
  lastEventId?: string | null;
  onEvent: (event: ServerEvent) => void;
  onConnection?: (state: Connection) => void;
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
/** Servers send a comment at least this often; silence for longer means the line is dead. */
const SILENCE = 60_000;

type Ending = 'refused' | 'lost';

export function openStream(options: StreamOptions): () => void {
  const stop = new AbortController();
  void keepReading(options, stop.signal);
  return () => {
    stop.abort();
  };
}

async function keepReading(options: StreamOptions, stop: AbortSignal): Promise<void> {
  const position = { id: options.lastEventId ?? null };
  const stopped = () => stop.aborted;
  let wait = FIRST_WAIT;
  // Once lost, the line stays "waiting" through every attempt, so that what is said of it does not flicker.
  options.onConnection?.('connecting');
  while (!stopped()) {
    const ending = await readOnce(options, position, stop, () => {
      wait = FIRST_WAIT;
    });
    if (stopped()) return;
    if (ending === 'refused') {
      options.onConnection?.('closed');
      return;
    }
    options.onConnection?.('waiting');
    await pause(wait * (0.8 + Math.random() * 0.4), stop);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

async function readOnce(
  options: StreamOptions,
  position: { id: string | null },
  stop: AbortSignal,
  onLive: () => void,
): Promise<Ending> {
  const watch = new Watch();
  try {
    const headers = { Accept: 'text/event-stream', ...(position.id ? { 'Last-Event-ID': position.id } : {}) };
    const signal = AbortSignal.any([stop, watch.signal]);
    const response = await sessionFetch(new Request(options.path, { headers, signal }));
    if (response.status >= 400 && response.status < 500 && response.status !== 429) return 'refused';
    // The stream has ended and everything of it was read: asking again would be for ever.
    if (response.status === 204) return 'refused';
    if (!response.ok || !response.body) return 'lost';
    options.onConnection?.('live');
    onLive();
    const parser = new EventParser();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      watch.heard();
      for (const event of parser.push(piece.value)) {
        if (event.id) position.id = event.id;
        options.onEvent(event);
      }
    }
    return 'lost';
  } catch {
    return 'lost';
  } finally {
    watch.stop();
  }
}

/** Gives a line up when nothing was heard on it for too long. */
class Watch {
  private readonly controller = new AbortController();
  private timer = this.start();
  readonly signal = this.controller.signal;

  heard(): void {
    this.stop();
    this.timer = this.start();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private start() {
    return setTimeout(() => {
      this.controller.abort();
    }, SILENCE);
  }
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
