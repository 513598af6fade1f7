import { t } from '@lingui/core/macro';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Task, TaskStatus } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { number } from '@/lib/locale';
import { useBoard } from './board-context';
import styles from './Board.module.css';
import { CardFace } from './Card';
import { isFiltered } from './choice';
import { Column } from './Column';
import { CARD_HEIGHT } from './card-height';
import { changeFor, type Columns, columnsOf, statuses, statusLabel } from './columns';
import { moved, neighbour } from './keyboard';
import { useUpdateTask } from './queries';
import { statusShape } from './status-shape';
import { type Drag, usePointerDrag } from './use-board-drag';

/** The tasks in the columns of their status. */
export function BoardView({ loading }: { loading: boolean }) {
  const { projectId, shown, orderRef, selection, say, choice } = useBoard();
  const update = useUpdateTask(projectId);
  const [lifted, setLifted] = useState<Drag | null>(null);
  const [wanted, setWanted] = useState<{ id: string } | null>(null);
  const columns = useMemo(() => columnsOf(shown), [shown]);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    orderRef.current = statuses.flatMap((status) => columns[status].map((task) => task.id));
  }, [orderRef, columns]);

  const drop = (drag: Drag) => {
    const task = shown.find((one) => one.id === drag.taskId);
    // Places are counted in what is shown; a filter hides neighbours, so the position is taken among the shown ones.
    const change = changeFor(shown, drag);
    if (!task || !change) return;
    const name = statusLabel[change.status];
    const far = task.status !== change.status;
    update.mutate({ task, change, ...(far ? { said: t`#${task.number} moved to ${name}.` } : {}) });
  };
  const pointer = usePointerDrag({ cardHeight: CARD_HEIGHT, frame, onDrop: drop });
  const drag = pointer.drag ?? lifted;
  const held = drag ? shown.find((task) => task.id === drag.taskId) : undefined;

  const placeOf = (now: Drag): string => {
    const name = statusLabel[now.status];
    return t`${name}, place ${now.index + 1}`;
  };
  const onKey = (event: KeyboardEvent, task: Task) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const start = {
      taskId: task.id,
      status: task.status,
      index: columns[task.status].indexOf(task),
      at: null,
    };
    if (event.key === ' ') {
      event.preventDefault();
      if (lifted) {
        const place = placeOf(lifted);
        drop(lifted);
        say(t`Dropped in ${place}.`);
        setLifted(null);
        setWanted({ id: lifted.taskId });
      } else {
        const place = placeOf(start);
        setLifted(start);
        say(t`Picked up from ${place}.`);
      }
    } else if (lifted && event.key === 'Escape') {
      event.preventDefault();
      setLifted(null);
      say(t`Put back.`);
    } else if (lifted) {
      const next = moved(lifted, event.key, columns);
      if (!next) return;
      event.preventDefault();
      const place = placeOf(next);
      setLifted(next);
      say(t`Over ${place}.`);
    } else if (event.shiftKey) {
      const next = moved(start, event.key, columns);
      if (!next) return;
      event.preventDefault();
      const place = placeOf(next);
      drop(next);
      say(t`Moved to ${place}.`);
      setWanted({ id: task.id });
    } else {
      const next = neighbour(task, event.key, columns);
      if (!next) return;
      event.preventDefault();
      setWanted({ id: next.id });
    }
  };

  const first = firstOf(columns, wanted?.id);
  return (
    <>
      <ColumnSwitch columns={columns} frame={frame} />
      <div
        ref={frame}
        className={styles.columns}
        data-dragging={pointer.drag ? true : undefined}
        // On a small screen the columns scroll sideways; without cards in them the keyboard could not.
        tabIndex={first === undefined ? 0 : undefined}
        role="group"
        aria-label={t`Columns`}
      >
        {statuses.map((status) => (
          <Column
            key={status}
            status={status}
            tasks={loading ? undefined : columns[status]}
            filtered={isFiltered(choice)}
            drag={drag}
            wanted={wanted}
            entry={first}
            selected={selection.ids}
            onPointerDown={pointer.onPointerDown}
            onKey={onKey}
            onLeave={() => {
              setLifted(null);
            }}
          />
        ))}
        {pointer.drag?.at &&
          held &&
          createPortal(
            <div
              className={styles.ghost}
              style={{
                transform: `translate(${pointer.drag.at.x}px, ${pointer.drag.at.y}px)`,
                width: pointer.drag.at.width,
              }}
            >
              <CardFace task={held} />
            </div>,
            document.body,
          )}
      </div>
    </>
  );
}

/** The card through which the Tab key enters the board. */
function firstOf(columns: Columns, last: string | undefined): string | undefined {
  const all = statuses.flatMap((status) => columns[status]);
  return (all.find((task) => task.id === last) ?? all[0])?.id;
}

/** On a phone the columns are pages; this turns them. */
function ColumnSwitch({
  columns,
  frame,
}: {
  columns: Columns;
  frame: React.RefObject<HTMLDivElement | null>;
}) {
  const [current, setCurrent] = useState<TaskStatus>('open');
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const follow = () => {
      const page = Math.round(element.scrollLeft / Math.max(1, element.scrollWidth / statuses.length));
      setCurrent(statuses[Math.min(page, statuses.length - 1)] ?? 'open');
    };
    element.addEventListener('scroll', follow, { passive: true });
    return () => {
      element.removeEventListener('scroll', follow);
    };
  }, [frame]);
  return (
    <div className={styles.switch} role="group" aria-label={t`Show column`}>
      {statuses.map((status) => (
        <button
          key={status}
          type="button"
          aria-pressed={status === current}
          onClick={() => {
            frame.current
              ?.querySelector(`[data-status='${status}']`)
              ?.scrollIntoView({ inline: 'start', block: 'nearest' });
          }}
        >
          <StatusMark shape={statusShape[status]} />
          <span className="visually-hidden">{statusLabel[status]}</span>
          {number(columns[status].length)}
        </button>
      ))}
    </div>
  );
}
