import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { t } from '@lingui/core/macro';
import { Trash2, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Task, TaskUpdate } from '@/api/types';
import { IconButton } from '@/components/IconButton';
import { Skeleton } from '@/components/Skeleton';
import { Time } from '@/components/Time';
import { useTitle } from '@/lib/use-title';
import { useBoard } from './board-context';
import { Comments } from './Comments';
import { Dependencies } from './Dependencies';
import { EditableText } from './EditableText';
import { History } from './History';
import { tasksOptions, useUpdateTask } from './queries';
import { TaskFields } from './TaskFields';
import styles from './TaskPanel.module.css';

const route = getRouteApi('/app/projects/$projectId/work/tasks/$taskId');

/** One task beside the others, at its own address. */
export function TaskPanel() {
  const { projectId, taskId } = route.useParams();
  const navigate = route.useNavigate();
  const { remove } = useBoard();
  const tasks = useQuery(tasksOptions(projectId));
  const task = tasks.data?.find((one) => one.id === taskId);
  const panel = useRef<HTMLElement>(null);
  useTitle(task ? `#${task.number} ${task.title}` : t`Task`);

  const close = () =>
    void navigate({ to: '/projects/$projectId/board', params: { projectId }, search: true });
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
  }, [taskId]);

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-label={t`Task`}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
      }}
    >
      <header className={styles.top} data-task={task?.id}>
        <span className={styles.number}>{task ? `#${task.number}` : ''}</span>
        {task && (
          <IconButton
            label={t`Delete task`}
            onClick={() => {
              remove([task]);
            }}
          >
            <Trash2 size={16} strokeWidth={1.75} />
          </IconButton>
        )}
        <IconButton label={t`Close`} onClick={close}>
          <X size={16} strokeWidth={1.75} />
        </IconButton>
      </header>
      {tasks.isPending && <Skeleton width="70%" height={24} />}
      {tasks.data && !task && (
        <p className={styles.dim}>{t`This task does not exist, or is no longer on this board.`}</p>
      )}
      {task && <Detail key={task.id} projectId={projectId} task={task} />}
    </aside>
  );
}

function Detail({ projectId, task }: { projectId: string; task: Task }) {
  const update = useUpdateTask(projectId);
  const change = (what: TaskUpdate, base: Task = task) => {
    update.mutate({ task: base, change: what });
  };
  return (
    <div className={styles.body}>
      <EditableText
        label={t`Title`}
        className={styles.title}
        value={task.title}
        base={task}
        required
        maxLength={200}
        onSave={(title, base) => {
          change({ title: title.replace(/\s+/g, ' ') }, base);
        }}
      />
      <TaskFields task={task} onChange={change} />
      <section>
        <h3>{t`Description`}</h3>
        <EditableText
          label={t`Description`}
          className={styles.text}
          value={task.description}
          base={task}
          maxLength={20_000}
          placeholder={t`Add what someone needs to know`}
          onSave={(description, base) => {
            change({ description }, base);
          }}
        />
      </section>
      <section>
        <h3>{t`Done when`}</h3>
        <EditableText
          label={t`Done when, one line each`}
          className={styles.text}
          value={task.acceptance.join('\n')}
          base={task}
          placeholder={t`One criterion on each line`}
          onSave={(text, base) => {
            const lines = text.split('\n').map((line) => line.trim());
            change({ acceptance: lines.filter(Boolean).slice(0, 50) }, base);
          }}
        />
      </section>
      <Dependencies task={task} onChange={change} />
      <Comments projectId={projectId} task={task} />
      <History task={task} />
      <p className={styles.dim}>
        {t`Created`} <Time at={task.created_at} />
      </p>
    </div>
  );
}
