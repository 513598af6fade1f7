/** Which items of an analysis rest on a passage, and which passages an item rests on. */
import type { Analysis } from '@/api/types';
import { overlaps, type Span } from '@/lib/spans';

interface Item {
  id: string;
  evidence: readonly Span[];
}

/** Everything the diagram draws that rests on the text: tasks first, for they say most. */
export function drawnItems(analysis: Analysis): Item[] {
  return [...analysis.tasks, ...analysis.gateways, ...analysis.events];
}

export function itemById(items: readonly Item[], id: string): Item | undefined {
  return items.find((item) => item.id === id);
}

/** The item that speaks most closely about a passage: the one with the shortest evidence around it. */
export function closestItem(items: readonly Item[], passage: Span): Item | undefined {
  let best: Item | undefined;
  let shortest = Infinity;
  for (const item of items) {
    for (const span of item.evidence) {
      const length = span.end - span.start;
      if (overlaps(span, passage) && length < shortest) {
        best = item;
        shortest = length;
      }
    }
  }
  return best;
}
