import { Link } from '@tanstack/react-router';
import { t } from '@lingui/core/macro';
import { Bot, CalendarDays, Users } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, memo, type PointerEvent } from 'react';
import type { Task } from '@/api/types';
import { Glyph } from '@/components/Glyph';
import { useBoard } from './board-context';
import styles from './Board.module.css';
import { dayText, lateness } from './days';
import { PriorityMark } from './PriorityMark';

interface Props {
  task: Task;
  entry: boolean;
  lifted: boolean;
  selected: boolean;
  onPointerDown: (event: PointerEvent<HTMLElement>, taskId: string) => void;
  onKey: (event: KeyboardEvent, task: Task) => void;
  onLeave: () => void;
}

export function Card({ task, entry, lifted, selected, onPointerDown, onKey, onLeave }: Props) {
  const { projectId, selection, orderRef } = useBoard();
  const choose = (event: MouseEvent) => {
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (event.shiftKey) selection.extend(task.id, orderRef.current);
    else selection.toggle(task.id);
  };
  return (
    <Link
      to="/projects/$projectId/tasks/$taskId"
      params={{ projectId, taskId: task.id }}
      search
      className={styles.card}
      data-lifted={lifted ? true : undefined}
      data-selected={selected ? true : undefined}
      data-task={task.id}
      draggable={false}
      tabIndex={entry ? 0 : -1}
      aria-describedby="board-help"
      onClick={choose}
      onPointerDown={(event) => {
        onPointerDown(event, task.id);
      }}
      onKeyDown={(event) => {
        onKey(event, task);
      }}
      onBlur={onLeave}
    >
      {selected && <span className="visually-hidden">{t`Selected:`} </span>}
      <CardFace task={task} />
    </Link>
  );
}

export const CardFace = memo(function CardFace({ task }: { task: Task }) {
  const late = lateness(task);
  return (
    <>
      <span className={styles.cardtitle}>{task.title}</span>
      <span className={styles.cardmeta}>
        <span className={styles.number}>#{task.number}</span>
        <PriorityMark priority={task.priority} />
        {task.due_on && (
          <span className={styles.due} data-late={late ? true : undefined}>
            <CalendarDays size={12} strokeWidth={1.75} aria-label={late ? t`Overdue` : t`Due`} />
            {dayText(task.due_on)}
          </span>
        )}
        {task.labels[0] && <span className={styles.tag}>{task.labels[0]}</span>}
        {task.assignee && (
          <span className={styles.who} title={task.assignee.name}>
            {task.assignee.kind === 'account' ? (
              <Glyph name={task.assignee.name} round />
            ) : (
              <span className={styles.kind}>
                {task.assignee.kind === 'agent' ? (
                  <Bot size={13} strokeWidth={1.75} aria-hidden />
                ) : (
                  <Users size={13} strokeWidth={1.75} aria-hidden />
                )}
              </span>
            )}
            <span className="visually-hidden">{task.assignee.name}</span>
          </span>
        )}
      </span>
    </>
  );
});
