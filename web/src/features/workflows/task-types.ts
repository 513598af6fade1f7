/** What the kinds of process tasks are called. */
import { t } from '@lingui/core/macro';
import type { Analysis } from '@/api/types';

export const typeWords: Record<Analysis['tasks'][number]['type'], () => string> = {
  user: () => t`At the screen`,
  manual: () => t`By hand`,
  service: () => t`Automatic`,
  send: () => t`Sends something`,
  receive: () => t`Receives something`,
  rule: () => t`Decides by rules`,
};
