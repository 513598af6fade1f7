import { Link } from '@tanstack/react-router';
import { t } from '@lingui/core/macro';
import { type CSSProperties, useRef, useState } from 'react';
import type { Task } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { Time } from '@/components/Time';
import { type PickedField, useBoard } from './board-context';
import { priorityLabel, statusLabel } from './columns';
import { lateness } from './days';
import styles from './ListView.module.css';
import { PriorityMark } from './PriorityMark';
import { useUpdateTask } from './queries';
import { statusShape } from './status-shape';

/** One task in a row whose every field can be changed where it stands. */
export function ListRow({ task, style }: { task: Task; style: CSSProperties }) {
  const { projectId, selection, orderRef, pick } = useBoard();
  const update = useUpdateTask(projectId);
  const [renaming, setRenaming] = useState(false);
  const ended = useRef(false);
  const selected = selection.ids.has(task.id);
  const number = `#${task.number}`;
  const field = (name: PickedField, label: string) => ({
    type: 'button' as const,
    'aria-label': label,
    title: label,
    onClick: () => {
      pick(name, [task]);
    },
  });
  const rename = (text: string) => {
    setRenaming(false);
    const title = text.trim();
    if (!ended.current && title && title !== task.title) update.mutate({ task, change: { title } });
  };
  const status = statusLabel[task.status];
  const priority = priorityLabel[task.priority];
  const who = task.assignee?.name ?? t`Nobody`;
  return (
    <li className={styles.row} style={style} data-task={task.id} data-selected={selected ? true : undefined}>
      <input
        type="checkbox"
        className={styles.check}
        aria-label={t`Select ${number}`}
        checked={selected}
        onChange={() => undefined}
        onClick={(event) => {
          if (event.shiftKey) selection.extend(task.id, orderRef.current);
          else selection.toggle(task.id);
        }}
      />
      <button {...field('status', t`Status of ${number}: ${status}`)}>
        <StatusMark shape={statusShape[task.status]} />
      </button>
      <span className={styles.number}>{number}</span>
      {renaming ? (
        <input
          autoFocus
          className={styles.rename}
          aria-label={t`Title of ${number}`}
          defaultValue={task.title}
          maxLength={200}
          onBlur={(event) => {
            rename(event.target.value);
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            ended.current = event.key === 'Escape';
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      ) : (
        <Link
          to="/projects/$projectId/tasks/$taskId"
          params={{ projectId, taskId: task.id }}
          search
          className={styles.title}
          onClick={(event) => {
            if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return;
            event.preventDefault();
            if (event.shiftKey) selection.extend(task.id, orderRef.current);
            else selection.toggle(task.id);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'F2') return;
            event.preventDefault();
            ended.current = false;
            setRenaming(true);
          }}
          aria-keyshortcuts="F2"
        >
          {task.title}
        </Link>
      )}
      <span className={styles.labels}>
        {task.labels.slice(0, 2).map((label) => (
          <span key={label}>{label}</span>
        ))}
      </span>
      <button {...field('priority', t`Priority of ${number}: ${priority}`)}>
        <PriorityMark priority={task.priority} />
      </button>
      <input
        type="date"
        className={styles.due}
        aria-label={t`Due date of ${number}`}
        data-late={lateness(task) ? true : undefined}
        data-empty={task.due_on === null ? true : undefined}
        value={task.due_on ?? ''}
        onChange={(event) => {
          update.mutate({ task, change: { due_on: event.target.value || null } });
        }}
      />
      <button className={styles.who} {...field('assignee', t`Assignee of ${number}: ${who}`)}>
        {task.assignee ? task.assignee.name : '–'}
      </button>
      <span className={styles.when}>
        <Time at={task.updated_at} />
      </span>
    </li>
  );
}
