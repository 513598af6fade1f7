import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { Task, WorkflowSummary } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import styles from './OverviewPage.module.css';

interface Props {
  projectId: string;
  tasks: readonly Task[] | undefined;
  workflows: readonly WorkflowSummary[] | undefined;
}

/** First steps, each ticked by what has really happened. Gone when all are done. */
export function Checklist({ projectId, tasks, workflows }: Props) {
  if (!tasks || !workflows) return null;
  const latest = workflows.find((one) => one.status === 'completed' || one.status === 'partial');
  const steps = [
    { done: true, text: t`Create the project` },
    {
      done: latest !== undefined,
      text: (
        <Link to="/projects/$projectId/analyses/new" params={{ projectId }}>
          {t`Analyze how some work is done today`}
        </Link>
      ),
    },
    {
      done: tasks.some((task) => task.source !== null),
      text: latest ? (
        <Link to="/projects/$projectId/analyses/$workflowId" params={{ projectId, workflowId: latest.id }}>
          {t`Send the build tasks to the board`}
        </Link>
      ) : (
        t`Send the build tasks to the board`
      ),
    },
    {
      done: tasks.some((task) => task.status !== 'open'),
      text: (
        <Link to="/projects/$projectId/board" params={{ projectId }}>
          {t`Start the first task`}
        </Link>
      ),
    },
  ];
  const next = steps.findIndex((step) => !step.done);
  if (next === -1) return null;
  return (
    <ol className={styles.checklist} aria-label={t`First steps`}>
      {steps.map((step, index) => (
        <li
          key={index}
          data-done={step.done ? true : undefined}
          data-next={index === next ? true : undefined}
        >
          <StatusMark shape={step.done ? 'check' : 'ring'} />
          <span>{step.text}</span>
          {step.done && <span className="visually-hidden">{t`done`}</span>}
        </li>
      ))}
    </ol>
  );
}
