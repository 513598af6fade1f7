import { expect, test } from 'vitest';
import type { Analysis, AnalystOutputs } from '@/api/types';
import { numbersOf } from './numbers';

type Graph = NonNullable<AnalystOutputs['process-designer']>['as_is'];

const node = (id: string, lane: string, kind: 'task' | 'gateway' = 'task') => ({
  id,
  lane,
  kind,
  label: id,
  ref: id,
});
const flow = (from: string, to: string) => ({ id: `${from}${to}`, from, to });
const graph = {
  lanes: [
    { id: 'l1', name: 'Clerk', actor: 'a1' },
    { id: 'l2', name: 'SAP', actor: 'a2' },
  ],
  nodes: [
    node('t1', 'l1'),
    node('g1', 'l1', 'gateway'),
    node('t2', 'l2'),
    node('t3', 'l1'),
    node('t4', 'l1'),
  ],
  flows: [flow('t1', 'g1'), flow('g1', 't2'), flow('g1', 't3'), flow('t3', 't4'), flow('t4', 't1')],
} as unknown as Graph;
const actors = [
  { id: 'a1', kind: 'role' },
  { id: 'a2', kind: 'system' },
] as unknown as Analysis['actors'];

test('a process is counted, and a way back is no longer way', () => {
  expect(numbersOf(graph, actors)).toEqual({
    steps: 4,
    bySystems: 1,
    decisions: 1,
    handoffs: 1,
    lanes: 2,
    longest: 3,
  });
});
