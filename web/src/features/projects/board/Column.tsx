import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Task, TaskStatus } from '@/api/types';
import { Skeleton } from '@/components/Skeleton';
import { StatusMark } from '@/components/StatusMark';
import styles from './Board.module.css';
import { Card } from './Card';
import { CARD_HEIGHT } from './card-height';
import { statusLabel } from './columns';
import { statusShape } from './status-shape';
import type { Drag } from './use-board-drag';

interface Props {
  projectId: string;
  status: TaskStatus;
  tasks: Task[] | undefined;
  filtered: boolean;
  drag: Drag | null;
  onPointerDown: (event: PointerEvent<HTMLElement>, taskId: string) => void;
  onKey: (event: KeyboardEvent, task: Task) => void;
  onLeave: () => void;
}

export function Column({ projectId, status, tasks, filtered, drag, onPointerDown, onKey, onLeave }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const count = tasks?.length ?? 0;
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer keeps its own state by design
  const rows = useVirtualizer({
    count,
    getScrollElement: () => list.current,
    estimateSize: () => CARD_HEIGHT,
    overscan: 6,
  });
  const over = drag?.status === status;
  return (
    <section className={styles.column} aria-label={statusLabel[status]} data-over={over ? true : undefined}>
      <h2 className={styles.columnhead}>
        <StatusMark shape={statusShape[status]} />
        {statusLabel[status]}
        <span>{tasks ? count.toLocaleString('en') : ''}</span>
      </h2>
      <div ref={list} className={styles.list} data-column={status}>
        {!tasks &&
          [0, 1, 2].map((key) => (
            <div key={key} className={styles.waiting}>
              <Skeleton width="80%" />
              <Skeleton width="40%" />
            </div>
          ))}
        {tasks && count === 0 && !over && (
          <p className={styles.none}>{filtered ? 'No match' : emptyText[status]}</p>
        )}
        <ul className={styles.cards} style={{ height: rows.getTotalSize() + (over ? CARD_HEIGHT : 0) }}>
          {rows.getVirtualItems().map((row) => {
            const task = tasks?.[row.index];
            if (!task) return null;
            return (
              <li key={task.id} className={styles.slot} style={{ transform: `translateY(${row.start}px)` }}>
                <Card
                  projectId={projectId}
                  task={task}
                  lifted={drag?.taskId === task.id}
                  onPointerDown={onPointerDown}
                  onKey={onKey}
                  onLeave={onLeave}
                />
              </li>
            );
          })}
          {over && (
            <li
              className={styles.landing}
              aria-hidden
              style={{ transform: `translateY(${landing(drag, tasks)}px)` }}
            />
          )}
        </ul>
      </div>
    </section>
  );
}

/** The line where the card would land, in the column as it is drawn (the lifted card still in it). */
function landing(drag: Drag, tasks: Task[] | undefined): number {
  const count = tasks?.length ?? 0;
  const from = tasks?.findIndex((task) => task.id === drag.taskId) ?? -1;
  const most = from === -1 ? count : count - 1;
  const index = Math.min(drag.index, most);
  const shown = from !== -1 && index >= from ? index + 1 : index;
  return shown * CARD_HEIGHT - 5;
}

const emptyText: Record<TaskStatus, string> = {
  open: 'Nothing to do',
  in_progress: 'Nothing under way',
  blocked: 'Nothing blocked',
  done: 'Nothing done yet',
  cancelled: 'Nothing cancelled',
};
