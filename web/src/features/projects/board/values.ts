/** What a task's status and priority may be, in the order in which they are shown. */
import type { Priority, TaskStatus } from '@/api/types';

export const statuses = [
  'open',
  'in_progress',
  'blocked',
  'done',
  'cancelled',
] as const satisfies readonly TaskStatus[];
export const priorities = ['high', 'medium', 'low'] as const satisfies readonly Priority[];
