import { useVirtualizer } from '@tanstack/react-virtual';
import { t } from '@lingui/core/macro';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import type { Task, TaskStatus } from '@/api/types';
import { Skeleton } from '@/components/Skeleton';
import { StatusMark } from '@/components/StatusMark';
import { number } from '@/lib/locale';
import styles from './Board.module.css';
import { Card } from './Card';
import { CARD_HEIGHT } from './card-height';
import { statusLabel } from './columns';
import { focusTask } from './focus-task';
import { statusShape } from './status-shape';
import type { Drag } from './use-board-drag';

interface Props {
  status: TaskStatus;
  tasks: Task[] | undefined;
  filtered: boolean;
  drag: Drag | null;
  /** The card that shall have the focus, drawn or not. */
  wanted: { id: string } | null;
  entry: string | undefined;
  selected: ReadonlySet<string>;
  onPointerDown: (event: PointerEvent<HTMLElement>, taskId: string) => void;
  onKey: (event: KeyboardEvent, task: Task) => void;
  onLeave: () => void;
}

export function Column(props: Props) {
  const { status, tasks, filtered, drag, wanted, entry, selected, onPointerDown, onKey, onLeave } = props;
  const list = useRef<HTMLDivElement>(null);
  const count = tasks?.length ?? 0;
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer keeps its own state by design
  const rows = useVirtualizer({
    count,
    getScrollElement: () => list.current,
    estimateSize: () => CARD_HEIGHT,
    overscan: 6,
  });
  const handled = useRef(wanted);
  useEffect(() => {
    if (!wanted || handled.current === wanted) return;
    const index = tasks?.findIndex((task) => task.id === wanted.id) ?? -1;
    if (index === -1) return;
    handled.current = wanted;
    rows.scrollToIndex(index);
    focusTask(wanted.id);
  }, [wanted, tasks, rows]);
  const over = drag?.status === status;
  return (
    <section
      className={styles.column}
      aria-label={statusLabel[status]}
      data-status={status}
      data-over={over ? true : undefined}
    >
      <h2 className={styles.columnhead}>
        <StatusMark shape={statusShape[status]} />
        {statusLabel[status]}
        <span>{tasks ? number(count) : ''}</span>
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
          <p className={styles.none}>{filtered ? t`No match` : emptyText(status)}</p>
        )}
        <ul className={styles.cards} style={{ height: rows.getTotalSize() + (over ? CARD_HEIGHT : 0) }}>
          {rows.getVirtualItems().map((row) => {
            const task = tasks?.[row.index];
            if (!task) return null;
            return (
              <li key={task.id} className={styles.slot} style={{ transform: `translateY(${row.start}px)` }}>
                <Card
                  task={task}
                  entry={task.id === entry}
                  lifted={drag?.taskId === task.id}
                  selected={selected.has(task.id)}
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

function emptyText(status: TaskStatus): string {
  return {
    open: t`Nothing to do`,
    in_progress: t`Nothing under way`,
    blocked: t`Nothing blocked`,
    done: t`Nothing done yet`,
    cancelled: t`Nothing cancelled`,
  }[status];
}
