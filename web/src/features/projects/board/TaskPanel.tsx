import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Priority, Task, TaskStatus, TaskUpdate } from '@/api/types';
import { SelectField } from '@/components/Field';
import { IconButton } from '@/components/IconButton';
import { Skeleton } from '@/components/Skeleton';
import { Time } from '@/components/Time';
import { useTitle } from '@/lib/use-title';
import { statuses, statusLabel } from './columns';
import { EditableText } from './EditableText';
import { tasksOptions, useUpdateTask } from './queries';
import styles from './TaskPanel.module.css';

const route = getRouteApi('/app/projects/$projectId/board/$taskId');

/** One task beside the board, at its own address. */
export function TaskPanel() {
  const { projectId, taskId } = route.useParams();
  const navigate = route.useNavigate();
  const tasks = useQuery(tasksOptions(projectId));
  const task = tasks.data?.find((one) => one.id === taskId);
  const panel = useRef<HTMLElement>(null);
  useTitle(task ? `#${task.number} ${task.title}` : 'Task');

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
      aria-label="Task"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header className={styles.top}>
        <span className={styles.number}>{task ? `#${task.number}` : ''}</span>
        <IconButton label="Close" onClick={close}>
          <X size={16} strokeWidth={1.75} />
        </IconButton>
      </header>
      {tasks.isPending && <Skeleton width="70%" height={24} />}
      {tasks.data && !task && (
        <p className={styles.dim}>This task does not exist, or is no longer on this board.</p>
      )}
      {task && <Detail key={task.id} projectId={projectId} task={task} all={tasks.data ?? []} />}
    </aside>
  );
}

function Detail({ projectId, task, all }: { projectId: string; task: Task; all: readonly Task[] }) {
  const update = useUpdateTask(projectId);
  const change = (what: TaskUpdate) => {
    update.mutate({ id: task.id, change: what });
  };
  const needs = all.filter((one) => task.depends_on.includes(one.id));
  return (
    <div className={styles.body}>
      <EditableText
        key={`title-${task.title}`}
        label="Title"
        className={styles.title}
        value={task.title}
        required
        onSave={(title) => {
          change({ title });
        }}
      />
      <div className={styles.pair}>
        <SelectField
          label="Status"
          value={task.status}
          onChange={(event) => {
            change({ status: event.target.value as TaskStatus });
          }}
        >
          {statuses.map((status) => (
            <option key={status} value={status}>
              {statusLabel[status]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Priority"
          value={task.priority}
          onChange={(event) => {
            change({ priority: event.target.value as Priority });
          }}
        >
          <option value="high">High</option>
          <option value="medium">Medium</option>
          <option value="low">Low</option>
        </SelectField>
      </div>
      <section>
        <h3>Description</h3>
        <EditableText
          key={`description-${task.description}`}
          label="Description"
          className={styles.text}
          value={task.description}
          placeholder="Add what someone needs to know"
          onSave={(description) => {
            change({ description });
          }}
        />
      </section>
      {task.acceptance.length > 0 && (
        <section>
          <h3>Done when</h3>
          <ul className={styles.bullets}>
            {task.acceptance.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      )}
      {needs.length > 0 && (
        <section>
          <h3>Comes after</h3>
          <ul className={styles.links}>
            {needs.map((one) => (
              <li key={one.id}>
                <Link to="/projects/$projectId/board/$taskId" params={{ projectId, taskId: one.id }} search>
                  #{one.number} {one.title}
                </Link>{' '}
                <span className={styles.dim}>{statusLabel[one.status].toLowerCase()}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Facts task={task} />
    </div>
  );
}

function Facts({ task }: { task: Task }) {
  return (
    <dl className={styles.facts}>
      {task.assignee && (
        <>
          <dt>For</dt>
          <dd>
            {task.assignee.name} <span className={styles.dim}>({task.assignee.kind})</span>
          </dd>
        </>
      )}
      {task.estimate && (
        <>
          <dt>Estimate</dt>
          <dd>
            {task.estimate.low_hours}–{task.estimate.high_hours} hours
          </dd>
        </>
      )}
      {task.labels.length > 0 && (
        <>
          <dt>Labels</dt>
          <dd>{task.labels.join(', ')}</dd>
        </>
      )}
      {task.source && (
        <>
          <dt>From</dt>
          <dd>
            <Link
              to="/projects/$projectId/analyses/$workflowId"
              params={{ projectId: task.project_id, workflowId: task.source.workflow_id }}
              search={{ tab: 'technical' }}
            >
              An analysis
            </Link>
          </dd>
        </>
      )}
      <dt>Created</dt>
      <dd>
        <Time at={task.created_at} />
      </dd>
      <dt>Changed</dt>
      <dd>
        <Time at={task.updated_at} />
      </dd>
    </dl>
  );
}
