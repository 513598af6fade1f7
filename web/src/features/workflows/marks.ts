/** Small signs at the nodes of a drawing: what became of them on the board, or what differs from another version. */
import type { Difference } from './versions';

export type Mark = 'planned' | 'begun' | 'done' | 'added' | 'changed' | 'removed';

/** A shape for each, so that nothing is told by colour alone; drawn in a square of 12. */
const shapes: Record<Mark, string> = {
  planned: 'M6 3.2v2.8l2 1.4',
  begun: 'M4.6 3.4 8.4 6 4.6 8.6z',
  done: 'm3.4 6.2 1.8 1.8 3.4-3.8',
  added: 'M6 3.2v5.6M3.2 6h5.6',
  changed: 'M3.2 4.8h5.6M3.2 7.2h5.6',
  removed: 'M3.2 6h5.6',
};

/** What the nodes of one of two versions show of the difference between them. */
export function marksOf(differences: readonly Difference[], side: 'before' | 'after'): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const { what, kind, id } of differences) {
    if (what === 'flow' || what === 'actor') continue;
    if (kind === 'added' && side === 'before') continue;
    if (kind === 'removed' && side === 'after') continue;
    marks.set(id, kind);
  }
  return marks;
}

const SIZE = 18;
const SVG = 'http://www.w3.org/2000/svg';

/** Draws the sign of each node at its upper right corner, in place of what stood there. */
export function drawMarks(
  svg: SVGSVGElement,
  marks: ReadonlyMap<string, Mark>,
  idOf: (node: Element) => string,
) {
  for (const old of svg.querySelectorAll('[data-badge]')) old.remove();
  for (const node of svg.querySelectorAll<SVGGElement>('[data-node-id]')) {
    const mark = marks.get(idOf(node));
    if (mark) {
      node.setAttribute('data-mark', mark);
      const shape = node.querySelector<SVGGraphicsElement>('rect, path, circle, polygon');
      if (shape) node.append(badge(mark, shape.getBBox()));
    } else node.removeAttribute('data-mark');
  }
}

function badge(mark: Mark, box: DOMRect): SVGGElement {
  const group = document.createElementNS(SVG, 'g');
  group.setAttribute('data-badge', mark);
  const x = box.x + box.width - SIZE * 0.7;
  const y = box.y - SIZE * 0.4;
  group.setAttribute('transform', `translate(${x} ${y}) scale(${SIZE / 12})`);
  const ground = document.createElementNS(SVG, 'circle');
  for (const [name, value] of [
    ['cx', '6'],
    ['cy', '6'],
    ['r', '5.5'],
  ] as const)
    ground.setAttribute(name, value);
  const sign = document.createElementNS(SVG, 'path');
  sign.setAttribute('d', shapes[mark]);
  group.append(ground, sign);
  return group;
}

/** The same sign for a key beside the drawing. */
export function signOf(mark: Mark): string {
  return shapes[mark];
}
