import { expect, it } from 'vitest';
import type { Workflow } from '@/api/types';
import { finishedCount, withAnalyst, withStatus } from './progress';

const workflow: Workflow = {
  id: 'w',
  project_id: 'p',
  title: 'Invoice approval',
  domain: 'finance',
  status: 'running',
  version: 1,
  run_id: 'r',
  created_at: '2026-01-01T00:00:00Z',
  finished_at: null,
  description: '',
  analysts: (['workflow-analyzer', 'task-decomposer'] as const).map((name) => ({
    name,
    title: name,
    status: 'waiting',
    origin: null,
    started_at: null,
    finished_at: null,
    summary: null,
    error: null,
    model: null,
    fallback: null,
    reused: null,
    input_tokens: null,
    output_tokens: null,
    cost_usd: null,
  })),
  analysis: null,
  tasks_sent: [],
  revision: 0,
  edits: 0,
  board: [],
};

it('moves only the analyst that the event names', () => {
  const next = withAnalyst(workflow, { name: 'workflow-analyzer', status: 'succeeded', summary: '3 tasks' });
  expect(next.analysts.map((one) => [one.status, one.summary])).toEqual([
    ['succeeded', '3 tasks'],
    ['waiting', null],
  ]);
  expect(finishedCount(next.analysts)).toBe(1);
});

it('keeps a summary that a later event leaves out', () => {
  const told = withAnalyst(workflow, { name: 'workflow-analyzer', status: 'running', summary: 'reading' });
  expect(withAnalyst(told, { name: 'workflow-analyzer', status: 'succeeded' }).analysts[0]?.summary).toBe(
    'reading',
  );
});

it('gives the same result when an event is replayed', () => {
  const event = { name: 'task-decomposer', status: 'running' as const };
  expect(withAnalyst(withAnalyst(workflow, event), event)).toEqual(withAnalyst(workflow, event));
});

it('runs as soon as an analyst does', () => {
  const queued = withStatus(workflow, 'queued');
  expect(withAnalyst(queued, { name: 'workflow-analyzer', status: 'running' }).status).toBe('running');
  const paused = withStatus(workflow, 'paused');
  expect(withAnalyst(paused, { name: 'workflow-analyzer', status: 'running' }).status).toBe('paused');
});

it('never reopens an ended analysis', () => {
  const ended = withStatus(workflow, 'completed');
  expect(withStatus(ended, 'running').status).toBe('completed');
});
