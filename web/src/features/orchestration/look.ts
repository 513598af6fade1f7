import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import type { RunStatus, StepStatus } from '@/api/types';
import type { Shape } from '@/components/StatusMark';

interface Look {
  label: MessageDescriptor;
  shape: Shape;
}

export const runLook: Record<RunStatus, Look> = {
  queued: { label: msg`Queued`, shape: 'ring' },
  running: { label: msg`Running`, shape: 'spinner' },
  paused: { label: msg`Paused`, shape: 'pause' },
  completed: { label: msg`Completed`, shape: 'check' },
  partial: { label: msg`Partly completed`, shape: 'partial' },
  failed: { label: msg`Failed`, shape: 'cross' },
  cancelled: { label: msg`Cancelled`, shape: 'dash' },
};

export const stepLook: Record<StepStatus, Look> = {
  waiting: { label: msg`Waiting for other steps`, shape: 'ring' },
  ready: { label: msg`Next in line`, shape: 'ring' },
  held: { label: msg`Held by the pause`, shape: 'pause' },
  running: { label: msg`Running`, shape: 'spinner' },
  parked: { label: msg`Waits for a person`, shape: 'pause' },
  succeeded: { label: msg`Succeeded`, shape: 'check' },
  dead_letter: { label: msg`Failed for good`, shape: 'cross' },
  skipped: { label: msg`Skipped`, shape: 'dash' },
  cancelled: { label: msg`Cancelled`, shape: 'dash' },
};

export const runStatuses = Object.keys(runLook) as RunStatus[];

const over = new Set<RunStatus>(['completed', 'partial', 'failed', 'cancelled']);

export function isOver(status: RunStatus): boolean {
  return over.has(status);
}

const ended = new Set<StepStatus>(['succeeded', 'dead_letter', 'skipped', 'cancelled']);

export function hasEnded(status: StepStatus): boolean {
  return ended.has(status);
}

/** "task-decomposer" as people write it. */
export function spoken(key: string): string {
  const words = key.replace(/[-_.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a run is called: the thing it works on, else its kind. */
export function titleOf(run: { kind: string; about: { title: string } | null }): string {
  return run.about?.title ?? t`${{ kind: spoken(run.kind) }} (earlier version)`;
}
