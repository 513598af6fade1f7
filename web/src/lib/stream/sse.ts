/** Reads the text of an event stream, however it is cut into pieces. */

export interface Frame {
  /** As given in this very frame; a frame without data may have one too, which only says how far the stream is. */
  id: string | null;
  event: string;
  data: string | null;
  /** Milliseconds after which the server likes to be asked again. */
  retry: number | null;
}

const empty = (): Frame => ({ id: null, event: 'message', data: null, retry: null });

export class FrameParser {
  private rest = '';
  private frame = empty();
  private begun = false;

  push(piece: string): Frame[] {
    const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.line(line));
  }

  private line(line: string): Frame[] {
    if (line === '') return this.finish();
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    const { frame } = this;
    if (field === 'data') frame.data = frame.data === null ? value : `${frame.data}\n${value}`;
    else if (field === 'event') frame.event = value;
    else if (field === 'id') frame.id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) frame.retry = Number(value);
    else return [];
    this.begun = true;
    return [];
  }

  private finish(): Frame[] {
    const { frame, begun } = this;
    this.frame = empty();
    this.begun = false;
    return begun ? [frame] : [];
  }
}
