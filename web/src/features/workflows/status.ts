import type { AnalystStatus, WorkflowStatus } from '@/api/types';
import type { Shape } from '@/components/StatusMark';

interface Look {
  label: string;
  shape: Shape;
}

export const workflowLook: Record<WorkflowStatus, Look> = {
  queued: { label: 'Queued', shape: 'ring' },
  running: { label: 'Analyzing', shape: 'spinner' },
  paused: { label: 'Paused', shape: 'pause' },
  completed: { label: 'Completed', shape: 'check' },
  partial: { label: 'Partly completed', shape: 'partial' },
  failed: { label: 'Failed', shape: 'cross' },
  cancelled: { label: 'Cancelled', shape: 'dash' },
};

export const analystLook: Record<AnalystStatus, Look> = {
  waiting: { label: 'Waiting', shape: 'ring' },
  ready: { label: 'Next', shape: 'ring' },
  running: { label: 'Reading', shape: 'spinner' },
  succeeded: { label: 'Done', shape: 'check' },
  failed: { label: 'Failed', shape: 'cross' },
  skipped: { label: 'Skipped', shape: 'dash' },
  cancelled: { label: 'Cancelled', shape: 'dash' },
};
