import { Link } from '@tanstack/react-router';
import { Bot, User } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { Task } from '@/api/types';
import styles from './Board.module.css';
import { PriorityMark } from './PriorityMark';

interface Props {
  projectId: string;
  task: Task;
  lifted: boolean;
  onPointerDown: (event: PointerEvent<HTMLElement>, taskId: string) => void;
  onKey: (event: KeyboardEvent, task: Task) => void;
  onLeave: () => void;
}

export function Card({ projectId, task, lifted, onPointerDown, onKey, onLeave }: Props) {
  return (
    <Link
      to="/projects/$projectId/board/$taskId"
      params={{ projectId, taskId: task.id }}
      search
      className={styles.card}
      data-lifted={lifted ? true : undefined}
      data-task={task.id}
      draggable={false}
      aria-describedby="board-help"
      onPointerDown={(event) => {
        onPointerDown(event, task.id);
      }}
      onKeyDown={(event) => {
        onKey(event, task);
      }}
      onBlur={onLeave}
    >
      <CardFace task={task} />
    </Link>
  );
}

export function CardFace({ task }: { task: Task }) {
  return (
    <>
      <span className={styles.cardtitle}>{task.title}</span>
      <span className={styles.cardmeta}>
        <span className={styles.number}>#{task.number}</span>
        <PriorityMark priority={task.priority} />
        {task.estimate && (
          <span>
            {task.estimate.low_hours}–{task.estimate.high_hours} h
          </span>
        )}
        {task.assignee && (
          <span className={styles.who}>
            {task.assignee.kind === 'agent' ? (
              <Bot size={13} strokeWidth={1.75} aria-label="Agent" />
            ) : (
              <User size={13} strokeWidth={1.75} aria-label="Person" />
            )}
            <span>{task.assignee.name}</span>
          </span>
        )}
      </span>
    </>
  );
}
