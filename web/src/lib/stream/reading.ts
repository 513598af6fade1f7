/** One connection: asks for the stream, gives its frames, and says how it ended. */
import { type Frame, FrameParser } from './sse';

/** Servers say something at least every 15 seconds; silence for much longer means the line is dead. */
const SILENCE = 45_000;

export type Ending =
  | { kind: 'lost' }
  /** The session or the right to read is gone: asking again would be for ever. */
  | { kind: 'refused' }
  /** These of the asked subjects are not there, or not for us. */
  | { kind: 'missing'; indexes: number[] };

interface Reading {
  request: Request;
  fetch: (request: Request) => Promise<Response>;
  stop: AbortController;
  onOpen: () => void;
  onFrame: (frame: Frame) => void;
}

export async function readStream({ request, fetch, stop, onOpen, onFrame }: Reading): Promise<Ending> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void reader?.cancel();
    }, SILENCE);
  };
  let reader: ReadableStreamDefaultReader<string> | undefined;
  try {
    const response = await fetch(request);
    if (!response.ok || !response.body) return await endingOf(response);
    onOpen();
    reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const parser = new FrameParser();
    heard();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      heard();
      for (const frame of parser.push(piece.value)) if (!stop.signal.aborted) onFrame(frame);
    }
  } catch {
    // Lost lines end in many ways, which all mean the same.
  } finally {
    clearTimeout(timer);
  }
  return { kind: 'lost' };
}

async function endingOf(response: Response): Promise<Ending> {
  const { status } = response;
  if (status === 404) {
    const problem = (await response.json()) as { errors?: { field: string }[] };
    const indexes = (problem.errors ?? []).map((error) => Number(/^subjects\.(\d+)$/.exec(error.field)?.[1]));
    const known = indexes.filter((index) => Number.isInteger(index));
    if (known.length > 0) return { kind: 'missing', indexes: known };
  }
  return { kind: status >= 400 && status < 500 && status !== 429 ? 'refused' : 'lost' };
}
