/** What can be counted in the process as it is and as it could be. Pure. */
import type { Analysis, AnalystOutputs } from '@/api/types';

type Design = NonNullable<AnalystOutputs['process-designer']>;
type Graph = Design['as_is'];

export interface Numbers {
  steps: number;
  bySystems: number;
  decisions: number;
  handoffs: number;
  lanes: number;
  /** The most steps in a row from a start to an end, each taken once. */
  longest: number;
}

export function numbersOf(graph: Graph, actors: Analysis['actors']): Numbers {
  const steps = graph.nodes.filter((node) => node.kind === 'task' || node.kind === 'subprocess');
  const systems = new Set(actors.filter((actor) => actor.kind === 'system').map((actor) => actor.id));
  const machine = new Set(
    graph.lanes.filter((lane) => lane.actor !== null && systems.has(lane.actor)).map((lane) => lane.id),
  );
  const laneOf = new Map(graph.nodes.map((node) => [node.id, node.lane]));
  return {
    steps: steps.length,
    bySystems: steps.filter((node) => machine.has(node.lane)).length,
    decisions: graph.nodes.filter((node) => node.kind === 'gateway' && outgoing(graph, node.id) > 1).length,
    handoffs: graph.flows.filter((flow) => laneOf.get(flow.from) !== laneOf.get(flow.to)).length,
    lanes: new Set(steps.map((node) => node.lane)).size,
    longest: longest(graph, new Set(steps.map((node) => node.id))),
  };
}

function outgoing(graph: Graph, id: string): number {
  return graph.flows.filter((flow) => flow.from === id).length;
}

function longest(graph: Graph, steps: ReadonlySet<string>): number {
  const next = new Map<string, string[]>();
  for (const { from, to } of graph.flows) next.set(from, [...(next.get(from) ?? []), to]);
  const known = new Map<string, number>();
  const open = new Set<string>();
  const from = (id: string): number => {
    const found = known.get(id);
    if (found !== undefined) return found;
    // A way back is no step forward.
    if (open.has(id)) return 0;
    open.add(id);
    const rest = Math.max(0, ...(next.get(id) ?? []).map(from));
    open.delete(id);
    const length = rest + (steps.has(id) ? 1 : 0);
    known.set(id, length);
    return length;
  };
  return Math.max(0, ...graph.nodes.map((node) => from(node.id)));
}
