import { expect, test } from 'vitest';
import type { Analysis, Workflow } from '@/api/types';
import { progressOf } from './board-progress';

const analysis = {
  tasks: [{ id: 't1' }, { id: 't2' }],
  build_tasks: [
    { id: 'b1', source_task: 't1' },
    { id: 'b2', source_task: 't1' },
    { id: 'b3', source_task: null },
  ],
} as unknown as Analysis;

function board(...statuses: Workflow['board'][number]['status'][]): Workflow['board'] {
  return statuses.map((status, at) => ({
    build_task_id: `b${at + 1}`,
    task_id: `${at}`,
    number: at,
    status,
  }));
}

test('a task is done when all its work on the board is', () => {
  expect([...progressOf(analysis, board('done', 'done'))]).toEqual([['t1', 'done']]);
  expect([...progressOf(analysis, board('done', 'open'))]).toEqual([['t1', 'begun']]);
  expect([...progressOf(analysis, board('open'))]).toEqual([['t1', 'planned']]);
  expect([...progressOf(analysis, board('cancelled'))]).toEqual([]);
  expect([...progressOf(null, board('done'))]).toEqual([]);
});
