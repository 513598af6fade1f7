import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Task } from '@/api/types';
import { buttonClass } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { QueryError } from '@/components/QueryError';
import { useTitle } from '@/lib/use-title';
import { useActivityStream } from '../activity/use-activity-stream';
import { AddTask } from './AddTask';
import styles from './Board.module.css';
import { CardFace } from './Card';
import { Column } from './Column';
import { CARD_HEIGHT } from './card-height';
import { changeFor, type Columns, columnsOf, matching, statuses, statusLabel } from './columns';
import { moved } from './keyboard';
import { tasksOptions, useUpdateTask } from './queries';
import { type Drag, usePointerDrag } from './use-board-drag';

const route = getRouteApi('/app/projects/$projectId/board');

export function BoardPage() {
  const { projectId } = route.useParams();
  const { find = '' } = route.useSearch();
  const tasks = useQuery(tasksOptions(projectId));
  useActivityStream(projectId);
  useTitle('Board');
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <header className={styles.head}>
          <h1>Board</h1>
          <Filter find={find} />
          <AddTask projectId={projectId} />
        </header>
        {tasks.isError && <QueryError query={tasks} />}
        {tasks.data?.length === 0 ? (
          <NoTasks projectId={projectId} />
        ) : (
          <Board projectId={projectId} tasks={tasks.data} find={find} />
        )}
      </div>
      <Outlet />
    </div>
  );
}

function NoTasks({ projectId }: { projectId: string }) {
  return (
    <div className={styles.empty}>
      <EmptyState
        title="Nothing to do yet"
        action={
          <Link
            to="/projects/$projectId/analyses/new"
            params={{ projectId }}
            className={buttonClass('plain')}
          >
            New analysis
          </Link>
        }
      >
        Tasks come from an analysis of how some work is done today, or are added by hand.
      </EmptyState>
    </div>
  );
}

function Filter({ find }: { find: string }) {
  const navigate = route.useNavigate();
  const [text, setText] = useState(find);
  return (
    <label className={styles.filter}>
      <Search size={14} strokeWidth={1.75} aria-hidden />
      <input
        type="search"
        aria-label="Filter tasks"
        placeholder="Filter"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          void navigate({ to: '.', search: { find: event.target.value || undefined }, replace: true });
        }}
      />
    </label>
  );
}

const none: Task[] = [];

function Board({ projectId, tasks, find }: { projectId: string; tasks: Task[] | undefined; find: string }) {
  const update = useUpdateTask(projectId);
  const [lifted, setLifted] = useState<Drag | null>(null);
  const [said, setSaid] = useState('');
  const dropped = useRef<string | null>(null);
  const all = tasks ?? none;
  const columns = useMemo(() => columnsOf(matching(all, find)), [all, find]);

  const drop = (drag: Drag) => {
    // Places are counted in what is shown; a filter hides neighbours, so the position is taken among the shown ones.
    const change = changeFor(matching(all, find), drag);
    if (change) update.mutate({ id: drag.taskId, change });
  };
  const pointer = usePointerDrag({ cardHeight: CARD_HEIGHT, onDrop: drop });
  const drag = pointer.drag ?? lifted;
  const shown = drag ? all.find((task) => task.id === drag.taskId) : undefined;

  const say = (now: Drag, what: string) => {
    setSaid(`${what} ${statusLabel[now.status]}, place ${now.index + 1}.`);
  };
  const onKey = (event: React.KeyboardEvent, task: Task) => {
    if (event.key === ' ') {
      event.preventDefault();
      if (lifted) {
        dropped.current = lifted.taskId;
        drop(lifted);
        say(lifted, 'Dropped in');
        setLifted(null);
      } else {
        const start = {
          taskId: task.id,
          status: task.status,
          index: columns[task.status].indexOf(task),
          at: null,
        };
        setLifted(start);
        say(start, 'Picked up from');
      }
    } else if (lifted && event.key === 'Escape') {
      event.preventDefault();
      setLifted(null);
      setSaid('Put back.');
    } else if (lifted) {
      const next = moved(lifted, event.key, columns);
      if (!next) return;
      event.preventDefault();
      setLifted(next);
      say(next, 'Over');
    }
  };

  useFollow(dropped, columns);
  return (
    <div
      className={styles.columns}
      data-dragging={pointer.drag ? true : undefined}
      // On a small screen the columns scroll sideways; without cards in them the keyboard could not.
      tabIndex={columnsAreEmpty(columns) ? 0 : undefined}
      role="group"
      aria-label="Columns"
    >
      {statuses.map((status) => (
        <Column
          key={status}
          projectId={projectId}
          status={status}
          tasks={tasks ? columns[status] : undefined}
          filtered={find !== ''}
          drag={drag}
          onPointerDown={pointer.onPointerDown}
          onKey={onKey}
          onLeave={() => {
            setLifted(null);
          }}
        />
      ))}
      <p id="board-help" className="visually-hidden">
        Press space to pick a task up, the arrow keys to move it, space to drop it, escape to put it back.
      </p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {pointer.drag?.at &&
        shown &&
        createPortal(
          <div
            className={styles.ghost}
            style={{
              transform: `translate(${pointer.drag.at.x}px, ${pointer.drag.at.y}px)`,
              width: pointer.drag.at.width,
            }}
          >
            <CardFace task={shown} />
          </div>,
          document.body,
        )}
    </div>
  );
}

function columnsAreEmpty(columns: Columns): boolean {
  return statuses.every((status) => columns[status].length === 0);
}

/** A card that was moved by keyboard is drawn anew in another column; the focus follows it there. */
function useFollow(droppedRef: RefObject<string | null>, columns: unknown): void {
  useEffect(() => {
    if (!droppedRef.current || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-task="${droppedRef.current}"]`)?.focus();
    droppedRef.current = null;
  }, [droppedRef, columns]);
}
