import { useQuery } from '@tanstack/react-query';
import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { Priority, Task, TaskHistoryEntry, TaskStatus } from '@/api/types';
import { Time } from '@/components/Time';
import { listed } from '@/lib/locale';
import { historyOptions } from './comment-queries';
import { priorityLabel, statusLabel } from './columns';
import { dayText } from './days';
import styles from './TaskPanel.module.css';

const SHOWN = 5;
type Change = TaskHistoryEntry['changes'][number];

/** What happened to a task, newest first. */
export function History({ task }: { task: Task }) {
  const history = useQuery(historyOptions(task.id));
  const [all, setAll] = useState(false);
  const entries = history.data ?? [];
  const shown = all ? entries : entries.slice(0, SHOWN);
  return (
    <section aria-label={t`History`}>
      <h3>{t`History`}</h3>
      <ol className={styles.history}>
        {shown.map((entry) => (
          <li key={entry.activity.id}>
            <span>
              <strong>{entry.activity.actor.name}</strong> {told(entry)}
              {entry.activity.reason && <em> {entry.activity.reason}</em>}
            </span>
            <Time at={entry.activity.at} />
          </li>
        ))}
      </ol>
      {entries.length > shown.length && (
        <button
          type="button"
          className={styles.more}
          onClick={() => {
            setAll(true);
          }}
        >
          {t`Show all`}
        </button>
      )}
    </section>
  );
}

function told({ activity, changes }: TaskHistoryEntry): string {
  const parts = changes.filter((change) => change.field !== 'position').map(toldChange);
  if (parts.length > 0) return listed(parts);
  switch (activity.verb) {
    case 'task.created':
      return t`created the task`;
    case 'task.deleted':
    case 'tasks.deleted':
      return t`deleted the task`;
    case 'task.restored':
    case 'tasks.restored':
      return t`brought the task back`;
    case 'task.commented':
      return t`commented`;
    case 'task.comment_edited':
      return t`edited a comment`;
    case 'task.comment_deleted':
      return t`deleted a comment`;
    default:
      return t`changed the task`;
  }
}

function toldChange({ field, before, after }: Change): string {
  switch (field) {
    case 'status': {
      const from = statusLabel[before as TaskStatus];
      const to = statusLabel[after as TaskStatus];
      return t`moved it from ${from} to ${to}`;
    }
    case 'priority': {
      const to = priorityLabel[after as Priority];
      return t`set the priority to ${to}`;
    }
    case 'title': {
      const title = String(after);
      return t`renamed it to “${title}”`;
    }
    case 'assignee': {
      const name = (after as Task['assignee'])?.name;
      return name ? t`gave it to ${name}` : t`took it from whoever had it`;
    }
    case 'due_on': {
      const day = dayOf(after);
      return day ? t`set the due date to ${day}` : t`removed the due date`;
    }
    case 'starts_on': {
      const day = dayOf(after);
      return day ? t`set the start to ${day}` : t`removed the start`;
    }
    case 'labels': {
      const labels = listed(after as string[]);
      return labels ? t`set the labels to ${labels}` : t`removed the labels`;
    }
    case 'description':
      return t`changed the description`;
    case 'acceptance':
      return t`changed when it is done`;
    case 'estimate':
      return t`changed the estimate`;
    case 'depends_on':
      return t`changed what comes before it`;
    case 'position':
      return t`moved it`;
  }
}

function dayOf(value: unknown): string | null {
  return typeof value === 'string' ? dayText(value) : null;
}
