/**
 * Passages of a text. The server counts characters as code points; JavaScript counts UTF-16 units, so an emoji would shift
 * every mark after it.
 */
export interface Span {
  start: number;
  end: number;
}

/** Translates the server's offsets into JavaScript's for one text. */
export function offsetsOf(text: string): (codePoint: number) => number {
  let position = 0;
  const wide: number[] = [];
  for (const character of text) {
    if (character.length === 2) wide.push(position);
    position += 1;
  }
  if (wide.length === 0) return (codePoint) => codePoint;
  return (codePoint) => codePoint + countBelow(wide, codePoint);
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface Segment extends Span {
  /** Indices of the spans that cover this piece, in the order given. */
  covers: number[];
}

/** Cuts `[0, length)` wherever a span begins or ends, so that overlapping marks can be drawn. */
export function segments(length: number, spans: readonly Span[]): Segment[] {
  const valid = spans.map((span) => ({ start: Math.max(0, span.start), end: Math.min(length, span.end) }));
  const cuts = [...new Set([0, length, ...valid.flatMap((span) => [span.start, span.end])])]
    .filter((at) => at >= 0 && at <= length)
    .sort((a, b) => a - b);
  const byStart = valid
    .map((span, index) => ({ ...span, index }))
    .filter((span) => span.end > span.start)
    .sort((a, b) => a.start - b.start);
  const result: Segment[] = [];
  let open: typeof byStart = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const start = cuts[i] ?? 0;
    const end = cuts[i + 1] ?? length;
    open = open.filter((span) => span.end > start);
    for (let span = byStart[next]; span && span.start <= start; span = byStart[next]) {
      open.push(span);
      next += 1;
    }
    result.push({ start, end, covers: open.map((span) => span.index).sort((a, b) => a - b) });
  }
  return result;
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
