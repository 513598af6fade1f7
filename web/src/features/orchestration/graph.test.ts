import { describe, expect, it } from 'vitest';
import { graphOf, NODE } from './graph';

const step = (key: string, ...needs: string[]) => ({ id: key, key, needs });

describe('graphOf', () => {
  it('puts each step to the right of all that it needs', () => {
    const { places } = graphOf([step('d', 'b', 'c'), step('a'), step('b', 'a'), step('c', 'b')]);
    const x = Object.fromEntries(places.map((place) => [place.step.key, place.x]));
    expect([x.a, x.b, x.c, x.d]).toEqual(
      [...new Set([x.a, x.b, x.c, x.d])].sort((m, n) => (m ?? 0) - (n ?? 0)),
    );
    expect(places).toHaveLength(4);
  });

  it('draws no line that others imply', () => {
    const { edges } = graphOf([step('a'), step('b', 'a'), step('c', 'a', 'b')]);
    expect(edges.map(({ from, to }) => `${from}${to}`).sort()).toEqual(['ab', 'bc']);
  });

  it('lets no two steps overlap', () => {
    const steps = [step('a'), ...Array.from({ length: 5 }, (_, i) => step(`b${i}`, 'a'))];
    const { places, height } = graphOf(steps);
    const column = places.filter((place) => place.step.key.startsWith('b')).map((place) => place.y);
    for (const [i, y] of column.slice(1).entries()) expect(y - (column[i] ?? 0)).toBeGreaterThan(NODE.height);
    expect(Math.max(...column) + NODE.height).toBe(height);
  });

  it('has a place for a run without steps and for needs that are not there', () => {
    expect(graphOf([]).places).toEqual([]);
    expect(graphOf([step('a', 'gone')]).edges).toEqual([]);
  });
});
