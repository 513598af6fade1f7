import type { Span } from '@/lib/spans';

/** The range of the page that shows a passage of a text drawn as pieces with `data-start`. */
export function markedRange(paper: HTMLElement | null, span: Span): Range | null {
  const start = place(paper, span.start);
  const end = place(paper, span.end - 1);
  if (!start || !end || span.end <= span.start) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, Math.min(end.offset + 1, end.node.length));
  return range;
}

function place(paper: HTMLElement | null, at: number): { node: Text; offset: number } | null {
  const pieces = paper?.children;
  if (!pieces) return null;
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(pieces[middle]) <= at) low = middle;
    else high = middle - 1;
  }
  const node = pieces[low]?.firstChild;
  if (!(node instanceof Text)) return null;
  return { node, offset: Math.max(0, Math.min(node.length, at - startOf(pieces[low]))) };
}

function startOf(piece: Element | undefined): number {
  return piece instanceof HTMLElement ? Number(piece.dataset['start']) : Infinity;
}
