/** What a notification says, in the reader's language. Pure. */
import { t } from '@lingui/core/macro';
import type { Notification } from '@/api/types';

function word(data: Notification['data'], key: string): string {
  const value = data[key];
  return typeof value === 'string' ? value : '';
}

export function sentence({ kind, title, data }: Notification): string {
  const by = word(data, 'by');
  switch (kind) {
    case 'analysis_finished':
      return word(data, 'status') === 'partial'
        ? t`The analysis of “${title}” is finished in part`
        : t`The analysis of “${title}” is finished`;
    case 'analysis_failed':
      return t`The analysis of “${title}” failed`;
    case 'task_assigned':
      return t`${by} gave you “${title}”`;
    case 'mentioned':
      return t`${by} mentioned you on “${title}”`;
    case 'commented':
      return t`${by} commented on “${title}”`;
    case 'dead_letter':
      return t`The step ${title} gave up`;
  }
}

/** The words that belong to it, if any. */
export function quote({ kind, data }: Notification): string {
  return word(data, kind === 'dead_letter' ? 'error' : 'excerpt');
}
