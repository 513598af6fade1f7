/** Where the steps of a run stand in its picture: each to the right of all that it needs. */

export interface GraphStep {
  id: string;
  key: string;
  needs: readonly string[];
}

export interface Place<Step extends GraphStep> {
  step: Step;
  x: number;
  y: number;
}

export interface Edge {
  from: string;
  to: string;
  path: string;
}

export interface Graph<Step extends GraphStep> {
  places: Place<Step>[];
  edges: Edge[];
  width: number;
  height: number;
}

export const NODE = { width: 196, height: 40 };
const GAP = { x: 36, y: 12 };

export function graphOf<Step extends GraphStep>(steps: readonly Step[]): Graph<Step> {
  const depths = depthsOf(steps);
  const columns: Step[][] = [];
  for (const step of steps) (columns[depths.get(step.key) ?? 0] ??= []).push(step);
  const tallest = Math.max(1, ...columns.map((column) => column.length));
  const height = tallest * (NODE.height + GAP.y) - GAP.y;
  const places = columns.flatMap((column, x) => {
    const top = (height - (column.length * (NODE.height + GAP.y) - GAP.y)) / 2;
    return column.map((step, y) => ({
      step,
      x: x * (NODE.width + GAP.x),
      y: top + y * (NODE.height + GAP.y),
    }));
  });
  const width = columns.length * (NODE.width + GAP.x) - GAP.x;
  return { places, edges: edgesOf(places), width: Math.max(width, NODE.width), height };
}

/** How many steps lie before each one on its longest way. */
function depthsOf(steps: readonly GraphStep[]): Map<string, number> {
  const depths = new Map<string, number>();
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const depth = (step: GraphStep): number => {
    const known = depths.get(step.key);
    if (known !== undefined) return known;
    const before = step.needs.flatMap((key) => byKey.get(key) ?? []);
    const found = before.length === 0 ? 0 : 1 + Math.max(...before.map(depth));
    depths.set(step.key, found);
    return found;
  };
  steps.forEach(depth);
  return depths;
}

/** Lines between neighbouring columns; what is needed by way of another step is not drawn again. */
function edgesOf<Step extends GraphStep>(places: readonly Place<Step>[]): Edge[] {
  const at = new Map(places.map((place) => [place.step.key, place]));
  const reach = reachOf(places.map(({ step }) => step));
  return places.flatMap(({ step, x, y }) =>
    step.needs
      .filter((key) => !step.needs.some((other) => other !== key && reach.get(other)?.has(key)))
      .flatMap((key) => {
        const from = at.get(key);
        if (!from) return [];
        const start = [from.x + NODE.width, from.y + NODE.height / 2] as const;
        const end = [x, y + NODE.height / 2] as const;
        const bend = Math.min(GAP.x, (end[0] - start[0]) / 2);
        const path = `M${start.join(' ')}C${start[0] + bend} ${start[1]} ${end[0] - bend} ${end[1]} ${end.join(' ')}`;
        return [{ from: key, to: step.key, path }];
      }),
  );
}

/** All that each step rests on, directly or not. */
function reachOf(steps: readonly GraphStep[]): Map<string, Set<string>> {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const reach = new Map<string, Set<string>>();
  const visit = (key: string): Set<string> => {
    const known = reach.get(key);
    if (known) return known;
    const found = new Set<string>();
    reach.set(key, found);
    for (const before of byKey.get(key)?.needs ?? []) {
      found.add(before);
      for (const further of visit(before)) found.add(further);
    }
    return found;
  };
  for (const step of steps) visit(step.key);
  return reach;
}
