import type { TaskStatus } from '@/api/types';
import type { Shape } from '@/components/StatusMark';

export const statusShape: Record<TaskStatus, Shape> = {
  open: 'ring',
  in_progress: 'half',
  blocked: 'pause',
  done: 'check',
  cancelled: 'dash',
};
