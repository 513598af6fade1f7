import { Link } from '@tanstack/react-router';
import { t } from '@lingui/core/macro';
import { Plus } from 'lucide-react';
import type { Priority, Task, TaskStatus, TaskUpdate } from '@/api/types';
import { SelectField } from '@/components/Field';
import { useBoard } from './board-context';
import { priorities, priorityLabel, statuses, statusLabel } from './columns';
import styles from './TaskPanel.module.css';

interface Props {
  task: Task;
  onChange: (change: TaskUpdate) => void;
}

/** Everything about a task that is chosen rather than written. */
export function TaskFields({ task, onChange }: Props) {
  const { pick } = useBoard();
  const who = task.assignee?.name ?? t`Nobody`;
  return (
    <>
      <div className={styles.pair}>
        <SelectField
          label={t`Status`}
          value={task.status}
          onChange={(event) => {
            onChange({ status: event.target.value as TaskStatus });
          }}
        >
          {statuses.map((status) => (
            <option key={status} value={status}>
              {statusLabel[status]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t`Priority`}
          value={task.priority}
          onChange={(event) => {
            onChange({ priority: event.target.value as Priority });
          }}
        >
          {priorities.map((priority) => (
            <option key={priority} value={priority}>
              {priorityLabel[priority]}
            </option>
          ))}
        </SelectField>
      </div>
      <dl className={styles.fields}>
        <dt>{t`Assignee`}</dt>
        <dd>
          <button
            type="button"
            className={styles.pick}
            aria-label={t`Assignee: ${who}`}
            onClick={() => {
              pick('assignee', [task]);
            }}
          >
            {who}
          </button>
        </dd>
        <dt>{t`Labels`}</dt>
        <dd className={styles.tags}>
          {task.labels.map((label) => (
            <span key={label}>{label}</span>
          ))}
          <button
            type="button"
            className={styles.pick}
            aria-label={t`Change labels`}
            onClick={() => {
              pick('labels', [task]);
            }}
          >
            <Plus size={14} aria-hidden />
          </button>
        </dd>
        <dt>
          <label htmlFor="task-start">{t`Start`}</label>
        </dt>
        <dd>
          <input
            id="task-start"
            type="date"
            value={task.starts_on ?? ''}
            max={task.due_on ?? undefined}
            onChange={(event) => {
              onChange({ starts_on: event.target.value || null });
            }}
          />
        </dd>
        <dt>
          <label htmlFor="task-due">{t({ message: 'Due', context: 'date' })}</label>
        </dt>
        <dd>
          <input
            id="task-due"
            type="date"
            value={task.due_on ?? ''}
            min={task.starts_on ?? undefined}
            onChange={(event) => {
              onChange({ due_on: event.target.value || null });
            }}
          />
        </dd>
        <dt>{t`Estimate`}</dt>
        <dd>
          <Estimate key={JSON.stringify(task.estimate)} task={task} onChange={onChange} />
        </dd>
        {task.source && (
          <>
            <dt>{t`From`}</dt>
            <dd>
              <Link
                to="/projects/$projectId/analyses/$workflowId"
                params={{ projectId: task.project_id, workflowId: task.source.workflow_id }}
                search={{ tab: 'technical' }}
              >
                {t`the analysis`}
              </Link>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

/** Hours from and to; an empty field takes the estimate away. */
function Estimate({ task, onChange }: Props) {
  const save = (form: HTMLFormElement) => {
    const [low, high] = ['low', 'high'].map((name) => {
      const field = form.elements.namedItem(name);
      return field instanceof HTMLInputElement && field.value !== '' ? Number(field.value) : null;
    });
    const from = low ?? high ?? null;
    const to = high ?? low ?? null;
    const estimate =
      from === null || to === null ? null : { low_hours: Math.min(from, to), high_hours: Math.max(from, to) };
    if (JSON.stringify(estimate) !== JSON.stringify(task.estimate)) onChange({ estimate });
  };
  const field = (name: string, label: string, value: number | undefined) => (
    <input
      name={name}
      type="number"
      min={0}
      max={100_000}
      step="any"
      aria-label={label}
      defaultValue={value}
      onBlur={(event) => {
        const { form } = event.currentTarget;
        if (form && !form.contains(event.relatedTarget)) save(form);
      }}
    />
  );
  return (
    <form
      className={styles.estimate}
      onSubmit={(event) => {
        event.preventDefault();
        save(event.currentTarget);
      }}
    >
      {field('low', t`Hours at least`, task.estimate?.low_hours)}–
      {field('high', t`Hours at most`, task.estimate?.high_hours)} {t`hours`}
      <button type="submit" className="visually-hidden" tabIndex={-1}>{t`Save`}</button>
    </form>
  );
}
