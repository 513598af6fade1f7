import { plural, t } from '@lingui/core/macro';
import { CircleUser, Signal, Tag, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/IconButton';
import { StatusMark } from '@/components/StatusMark';
import { type PickedField, useBoard } from './board-context';
import styles from './BulkBar.module.css';

/** What can be done with the chosen tasks; there only while some are chosen. */
export function BulkBar() {
  const { selection, shown, pick, remove } = useBoard();
  if (selection.ids.size === 0) return null;
  const tasks = shown.filter((task) => selection.ids.has(task.id));
  const action = (field: PickedField, label: string, icon: ReactNode) => (
    <button
      type="button"
      aria-label={label}
      onClick={() => {
        pick(field, tasks);
      }}
    >
      {icon}
      <span>{label}</span>
    </button>
  );
  return (
    <div className={styles.bar} role="toolbar" aria-label={t`Selected tasks`}>
      <strong aria-live="polite">{plural(tasks.length, { one: '# selected', other: '# selected' })}</strong>
      {action('status', t`Status`, <StatusMark shape="half" size={14} />)}
      {action('assignee', t`Assignee`, <CircleUser size={14} strokeWidth={1.75} aria-hidden />)}
      {action('priority', t`Priority`, <Signal size={14} strokeWidth={1.75} aria-hidden />)}
      {action('labels', t`Labels`, <Tag size={14} strokeWidth={1.75} aria-hidden />)}
      <button
        type="button"
        className={styles.delete}
        aria-label={t`Delete`}
        onClick={() => {
          remove(tasks);
        }}
      >
        <Trash2 size={14} strokeWidth={1.75} aria-hidden />
        <span>{t`Delete`}</span>
      </button>
      <IconButton label={t`Clear selection`} onClick={selection.clear}>
        <X size={16} strokeWidth={1.75} />
      </IconButton>
    </div>
  );
}
