import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AnalystStatus, WorkflowStatus } from '@/api/types';
import type { Shape } from '@/components/StatusMark';

interface Look {
  label: MessageDescriptor;
  shape: Shape;
}

export const workflowLook: Record<WorkflowStatus, Look> = {
  queued: { label: msg`Queued`, shape: 'ring' },
  running: { label: msg`Analyzing`, shape: 'spinner' },
  paused: { label: msg`Paused`, shape: 'pause' },
  completed: { label: msg`Completed`, shape: 'check' },
  partial: { label: msg`Partly completed`, shape: 'partial' },
  failed: { label: msg`Failed`, shape: 'cross' },
  cancelled: { label: msg`Cancelled`, shape: 'dash' },
};

export const analystLook: Record<AnalystStatus, Look> = {
  waiting: { label: msg`Waiting`, shape: 'ring' },
  ready: { label: msg`Next`, shape: 'ring' },
  running: { label: msg`Reading`, shape: 'spinner' },
  succeeded: { label: msg`Done`, shape: 'check' },
  failed: { label: msg`Failed`, shape: 'cross' },
  skipped: { label: msg`Skipped`, shape: 'dash' },
  cancelled: { label: msg`Cancelled`, shape: 'dash' },
};
