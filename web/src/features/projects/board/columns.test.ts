import { describe, expect, it } from 'vitest';
import type { Task, TaskStatus } from '@/api/types';
import { changeFor, columnsOf, matching, positionAt } from './columns';

function task(number: number, status: TaskStatus, position: number, title = `Task ${number}`): Task {
  return {
    id: `t${number}`,
    project_id: 'p',
    number,
    title,
    description: '',
    status,
    position,
    acceptance: [],
    estimate: null,
    assignee: null,
    priority: 'medium',
    labels: [],
    starts_on: null,
    due_on: null,
    source: null,
    depends_on: [],
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    version: 1,
  };
}

const board = [task(1, 'open', 10), task(2, 'open', 20), task(3, 'open', 30), task(4, 'done', 5)];

/** The order of a column after a move, as the server would sort it. */
function after(move: { taskId: string; status: TaskStatus; index: number }): string[] {
  const change = changeFor(board, move);
  const moved = board.map((one) => (one.id === move.taskId && change ? { ...one, ...change } : one));
  return columnsOf(moved)[move.status].map((one) => one.id);
}

describe('a move', () => {
  it.each([
    [0, ['t3', 't1', 't2']],
    [1, ['t1', 't3', 't2']],
  ])('inside a column lands at place %i', (index, order) => {
    expect(after({ taskId: 't3', status: 'open', index })).toEqual(order);
  });

  it.each([
    [0, ['t4', 't1', 't2', 't3']],
    [2, ['t1', 't2', 't4', 't3']],
    [9, ['t1', 't2', 't3', 't4']],
  ])('from another column lands at place %i', (index, order) => {
    expect(after({ taskId: 't4', status: 'open', index })).toEqual(order);
  });

  it('to where the task is changes nothing', () => {
    expect(changeFor(board, { taskId: 't2', status: 'open', index: 1 })).toBeNull();
  });

  it('into an empty column has a position', () => {
    expect(changeFor(board, { taskId: 't1', status: 'blocked', index: 0 })?.status).toBe('blocked');
    expect(Number.isFinite(positionAt([], 0))).toBe(true);
  });
});

it('finds tasks by all words, by number and regardless of case', () => {
  const tasks = [task(1, 'open', 1, 'Build the INVOICE form'), task(2, 'open', 2, 'Build the ledger')];
  expect(matching(tasks, 'invoice build').map((one) => one.id)).toEqual(['t1']);
  expect(matching(tasks, '#2').map((one) => one.id)).toEqual(['t2']);
  expect(matching(tasks, '  ')).toHaveLength(2);
});
