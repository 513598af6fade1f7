import { t } from '@lingui/core/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { keys } from '@/api/keys';
import { useSubject } from '@/api/live';
import type { Onboarding, WorkflowSummary } from '@/api/types';
import { IconButton } from '@/components/IconButton';
import { StatusMark } from '@/components/StatusMark';
import { toast, toastError } from '@/components/toast-store';
import { onboardingOptions, useDismissOnboarding } from './onboarding';
import styles from './OverviewPage.module.css';

interface Props {
  projectId: string;
  workflows: readonly WorkflowSummary[] | undefined;
}

/** First steps, each ticked by what the server knows to have happened. Gone when all are done or put away. */
export function Checklist({ projectId, workflows }: Props) {
  const cache = useQueryClient();
  const onboarding = useQuery(onboardingOptions).data;
  const dismiss = useDismissOnboarding();
  useSubject(`project:${projectId}`, {
    onEvent: () => {
      void cache.invalidateQueries({ queryKey: keys.onboarding });
    },
  });
  if (!onboarding || onboarding.dismissed) return null;
  const next = onboarding.steps.findIndex((step) => !step.done);
  if (next === -1) return null;
  const latest = workflows?.find((one) => one.status === 'completed' || one.status === 'partial');
  return (
    <div className={styles.first}>
      <ol className={styles.checklist} aria-label={t`First steps`}>
        {onboarding.steps.map((step, index) => (
          <li
            key={step.key}
            data-done={step.done ? true : undefined}
            data-next={index === next ? true : undefined}
          >
            <StatusMark shape={step.done ? 'check' : 'ring'} />
            <span>{step.done ? nameOf(step.key) : linked(step.key, projectId, latest?.id)}</span>
            {step.done && <span className="visually-hidden">{t`done`}</span>}
          </li>
        ))}
      </ol>
      <IconButton
        label={t`Hide the first steps`}
        onClick={() => {
          dismiss.mutate(true, {
            onSuccess: () => {
              toast(t`First steps hidden.`, {
                label: t`Undo`,
                run: () => {
                  dismiss.mutate(false);
                },
              });
            },
            onError: toastError,
          });
        }}
      >
        <X size={16} strokeWidth={1.75} />
      </IconButton>
    </div>
  );
}

type Key = Onboarding['steps'][number]['key'];

function nameOf(key: Key): string {
  switch (key) {
    case 'email':
      return t`Confirm your email`;
    case 'project':
      return t`Create the project`;
    case 'analysis':
      return t`Analyze how some work is done today`;
    case 'tasks':
      return t`Send the build tasks to the board`;
    case 'task_done':
      return t`Finish the first task`;
  }
}

function linked(key: Key, projectId: string, workflowId: string | undefined): ReactNode {
  const name = nameOf(key);
  if (key === 'analysis')
    return (
      <Link to="/projects/$projectId/analyses/new" params={{ projectId }}>
        {name}
      </Link>
    );
  if (key === 'tasks' && workflowId)
    return (
      <Link to="/projects/$projectId/analyses/$workflowId" params={{ projectId, workflowId }}>
        {name}
      </Link>
    );
  if (key === 'task_done')
    return (
      <Link to="/projects/$projectId/board" params={{ projectId }}>
        {name}
      </Link>
    );
  return name;
}
