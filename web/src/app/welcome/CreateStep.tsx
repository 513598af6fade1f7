import { t } from '@lingui/core/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { describe } from '@/api/problem';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { StatusMark } from '@/components/StatusMark';
import { activityOptions } from '@/features/projects/activity/queries';
import { tasksOptions } from '@/features/projects/board/queries';
import { projectOptions } from '@/features/projects/queries';
import { StepHead } from './StepHead';
import styles from './Welcome.module.css';

const route = getRouteApi('/welcome');

/** What belongs to a project, each ticked when the server shows that it is there. */
export function CreateStep({ projectId }: { projectId: string }) {
  const navigate = route.useNavigate();
  const project = useQuery({
    ...projectOptions(projectId),
    // The repository may be made a moment after the project.
    refetchInterval: (query) => (query.state.data?.repository.head ? false : 1000),
  });
  const board = useQuery(tasksOptions(projectId));
  const feed = useInfiniteQuery(activityOptions(projectId));
  const repository = project.data?.repository;
  const steps = [
    { name: t`Project`, done: project.isSuccess, said: project.data?.name },
    {
      name: t`Git repository`,
      done: Boolean(repository?.head),
      said: repository?.head ? placed(repository.default_branch, repository.head.slice(0, 7)) : undefined,
    },
    { name: t`Task board`, done: board.isSuccess, said: t`ready` },
    {
      name: t`Activity feed`,
      done: feed.isSuccess,
      said: feed.data?.pages[0]?.items.at(-1)?.sentence ?? t`open`,
    },
  ];
  const error = project.error ?? board.error ?? feed.error;
  const ready = steps.every((step) => step.done);
  return (
    <>
      <StepHead title={t`Setting up`}>{t`This is what your project consists of.`}</StepHead>
      <ol className={styles.steps} aria-label={t`Set-up`}>
        {steps.map((step) => (
          <li key={step.name} data-done={step.done ? true : undefined}>
            <StatusMark shape={step.done ? 'check' : 'spinner'} />
            <span className={styles.stepname}>{step.name}</span>
            <span className={styles.said}>{step.done ? step.said : t`working on it`}</span>
          </li>
        ))}
      </ol>
      {error && <Notice kind="bad">{describe(error)}</Notice>}
      <Button
        look="primary"
        wide
        disabled={!ready}
        onClick={() => void navigate({ search: { step: 'sample', project: projectId } })}
      >
        {t`Continue`}
      </Button>
    </>
  );
}

function placed(branch: string, commit: string): string {
  return t`${branch} at ${commit}`;
}
