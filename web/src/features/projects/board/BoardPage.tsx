import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { t } from '@lingui/core/macro';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Task } from '@/api/types';
import { buttonClass } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { QueryError } from '@/components/QueryError';
import { useTitle } from '@/lib/use-title';
import { useActivityStream } from '../activity/use-activity-stream';
import { BoardContext, type BoardState, type PickedField } from './board-context';
import styles from './Board.module.css';
import { BoardHead } from './BoardHead';
import { BoardView } from './BoardView';
import { useDeleteTasks } from './bulk';
import { BulkBar } from './BulkBar';
import { type Choice, chosenTasks, todayOf } from './choice';
import { FieldPicker } from './FieldPicker';
import { ListView } from './ListView';
import { tasksOptions } from './queries';
import { TimelineView } from './TimelineView';
import { useSelection } from './use-selection';
import { useShortcuts } from './use-shortcuts';

const route = getRouteApi('/app/projects/$projectId/work');
const none: Task[] = [];

/** The tasks of a project: as a board, a list or a timeline, with one of them open beside it. */
export function BoardPage() {
  const { projectId } = route.useParams();
  const tasks = useQuery(tasksOptions(projectId));
  useActivityStream(projectId);
  useTitle(t`Board`);
  const state = useBoardState(projectId, tasks.data);
  const [picked, setPicked] = useState<{ field: PickedField; ids: readonly string[] } | null>(null);
  const [said, setSaid] = useState('');
  const pick = useCallback((field: PickedField, chosen: readonly Task[]) => {
    if (chosen.length > 0) setPicked({ field, ids: chosen.map((task) => task.id) });
  }, []);
  const board = useMemo(() => ({ ...state, pick, say: setSaid }), [state, pick]);
  const adder = useRef<() => void>(() => undefined);
  useShortcuts(board, adder);
  const { view = 'board' } = state.choice;
  return (
    <BoardContext value={board}>
      <div className={styles.page}>
        <div className={styles.main}>
          <BoardHead loaded={tasks.data !== undefined} adder={adder} />
          {tasks.isError && (
            <div className={styles.empty}>
              <QueryError query={tasks} />
            </div>
          )}
          {tasks.data?.length === 0 && view !== 'board' ? (
            <NoTasks projectId={projectId} />
          ) : (
            <>
              {tasks.data?.length === 0 && <NoTasks projectId={projectId} />}
              {!tasks.isError && view === 'board' && <BoardView loading={tasks.isPending} />}
              {!tasks.isError && view === 'list' && <ListView loading={tasks.isPending} />}
              {!tasks.isError && view === 'timeline' && <TimelineView loading={tasks.isPending} />}
            </>
          )}
          <BulkBar />
        </div>
        <Outlet />
      </div>
      {picked && (
        <FieldPicker
          field={picked.field}
          ids={picked.ids}
          onClose={() => {
            setPicked(null);
          }}
        />
      )}
      <p id="board-help" className="visually-hidden">
        {t`Press space to pick a task up, the arrow keys to move it, space to drop it, escape to put it back. Arrow keys alone go from task to task. Enter opens, S sets the status, E the assignee, P the priority, L the labels, X selects.`}
      </p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </BoardContext>
  );
}

type State = Omit<BoardState, 'pick' | 'say'>;

function useBoardState(projectId: string, tasks: Task[] | undefined): State {
  const choice = route.useSearch();
  // From wherever the page is: beside an open task, choosing keeps it open.
  const navigate = useNavigate();
  const { taskId } = useParams({ strict: false });
  const all = tasks ?? none;
  const [today] = useState(() => todayOf(new Date()));
  const shown = useMemo(() => chosenTasks(all, choice, today), [all, choice, today]);
  const ids = useMemo(() => new Set(shown.map((task) => task.id)), [shown]);
  const selection = useSelection(ids);
  const orderRef = useRef<readonly string[]>([]);
  const choose = useCallback(
    (next: Choice, replace = false) => void navigate({ to: '.', search: next, replace }),
    [navigate],
  );
  const deletion = useDeleteTasks(projectId);
  const remove = useCallback(
    (gone: readonly Task[]) => {
      if (gone.length === 0) return;
      deletion.mutate(gone.map((task) => task.id));
      if (gone.some((task) => task.id === taskId))
        void navigate({ to: '/projects/$projectId/board', params: { projectId }, search: true });
    },
    [deletion, navigate, projectId, taskId],
  );
  const open = useCallback(
    (task: Task) =>
      void navigate({
        to: '/projects/$projectId/tasks/$taskId',
        params: { projectId, taskId: task.id },
        search: true,
      }),
    [navigate, projectId],
  );
  return useMemo(
    () => ({ projectId, all, shown, choice, choose, selection, orderRef, remove, open }),
    [projectId, all, shown, choice, choose, selection, remove, open],
  );
}

function NoTasks({ projectId }: { projectId: string }) {
  return (
    <div className={styles.empty}>
      <EmptyState
        title={t`No tasks yet`}
        action={
          <Link
            to="/projects/$projectId/analyses/new"
            params={{ projectId }}
            className={buttonClass('plain')}
          >
            {t`New analysis`}
          </Link>
        }
      >
        {t`Tasks come from an analysis of how some work is done today, or are added by hand.`}
      </EmptyState>
    </div>
  );
}
