import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useParams } from '@tanstack/react-router';
import { Pause, Play, X } from 'lucide-react';
import type { Run } from '@/api/types';
import { Button, buttonClass } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { StatusMark } from '@/components/StatusMark';
import { Time } from '@/components/Time';
import { toastError } from '@/components/toast-store';
import { duration } from '@/lib/time';
import { useTitle } from '@/lib/use-title';
import { isOver, runLook, titleOf } from './look';
import { runOptions, useControl } from './queries';
import { RunGraph } from './RunGraph';
import styles from './RunPage.module.css';
import { Timeline } from './Timeline';
import { useRunNews } from './use-run-news';

const route = getRouteApi('/app/runs/$runId');

export function RunPage() {
  const { runId } = route.useParams();
  const { stepId } = useParams({ strict: false });
  const run = useQuery(runOptions(runId));
  useRunNews(runId);
  useTitle(run.data ? titleOf(run.data) : t`Run`);
  if (run.isError) return <QueryError query={run} />;
  if (!run.data) return <SkeletonRows count={6} height={53} />;
  return (
    <div className={styles.page} data-open={stepId ? true : undefined}>
      <div className={styles.main}>
        <Head run={run.data} />
        <RunGraph run={run.data} chosen={stepId} />
        <Timeline run={run.data} chosen={stepId} />
      </div>
      <Outlet />
    </div>
  );
}

function Head({ run }: { run: Run }) {
  const look = runLook[run.status];
  const dead = run.steps.filter((step) => step.status === 'dead_letter');
  const ended = run.steps.filter((step) => step.finished_at).length;
  const total = run.steps.length;
  return (
    <header>
      <div className={styles.head}>
        <div className={styles.words}>
          <h1 className={styles.title}>{titleOf(run)}</h1>
          <p className={styles.meta}>
            <span className={styles.status} role="status">
              <StatusMark shape={look.shape} />
              {i18n._(look.label)}
            </span>
            <span>{t`${ended} of ${total} steps`}</span>
            {run.started_at && run.finished_at && (
              <span>{duration(Date.parse(run.finished_at) - Date.parse(run.started_at))}</span>
            )}
            <Time at={run.created_at} />
          </p>
        </div>
        <div className={styles.actions}>
          <Controls run={run} />
          {run.about?.kind === 'workflow' && (
            <Link
              to="/projects/$projectId/analyses/$workflowId"
              params={{ projectId: run.about.project_id, workflowId: run.about.id }}
              className={buttonClass()}
            >
              {t`Open analysis`}
            </Link>
          )}
          {run.about?.kind === 'agent_run' && (
            <Link
              to="/agent-runs/$agentRunId"
              params={{ agentRunId: run.about.id }}
              className={buttonClass()}
            >
              {t`Watch the agent`}
            </Link>
          )}
        </div>
      </div>
      {dead[0] && (
        <Notice kind="bad">
          {t`A step failed for good: ${{ reason: dead[0].error ?? '' }}`}{' '}
          <Link to="/runs/$runId/steps/$stepId" params={{ runId: run.id, stepId: dead[0].id }}>
            {t`Look at it and retry`}
          </Link>
        </Notice>
      )}
    </header>
  );
}

function Controls({ run }: { run: Run }) {
  const control = useControl(run.id);
  if (isOver(run.status)) return null;
  const paused = run.status === 'paused';
  return (
    <>
      <Button
        icon={paused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
        busy={control.isPending && control.variables !== 'cancel'}
        onClick={() => {
          control.mutate(paused ? 'resume' : 'pause', { onError: toastError });
        }}
      >
        {paused ? t`Resume` : t({ message: 'Pause', context: 'a run' })}
      </Button>
      <Button
        icon={<X size={16} aria-hidden />}
        busy={control.isPending && control.variables === 'cancel'}
        onClick={() => {
          control.mutate('cancel', { onError: toastError });
        }}
      >
        {t`Cancel run`}
      </Button>
    </>
  );
}
