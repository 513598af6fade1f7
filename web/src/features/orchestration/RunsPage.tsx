import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RunStatus, RunSummary } from '@/api/types';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { StatusMark } from '@/components/StatusMark';
import { Time } from '@/components/Time';
import { duration } from '@/lib/time';
import { useTitle } from '@/lib/use-title';
import { runLook, titleOf } from './look';
import { runsOptions } from './queries';
import styles from './RunsPage.module.css';

const route = getRouteApi('/app/runs');
const filters: readonly RunStatus[] = ['running', 'paused', 'completed', 'partial', 'failed', 'cancelled'];

export function RunsPage() {
  const { status } = route.useSearch();
  const runs = useInfiniteQuery(runsOptions(status));
  useTitle(t`Runs`);
  const items = runs.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t`Runs`} lead={t`Everything that agents work on, step by step, from the newest back.`}>
      <nav aria-label={t`Filter by state`} className={styles.filters}>
        <Filter label={t`All`} status={undefined} current={status} />
        {filters.map((one) => (
          <Filter key={one} label={i18n._(runLook[one].label)} status={one} current={status} />
        ))}
      </nav>
      {runs.isPending && <SkeletonRows count={6} height={53} />}
      {runs.isError && <QueryError query={runs} />}
      {items?.length === 0 && (
        <EmptyState title={status ? t`No runs in this state` : t`No runs yet`}>
          {status
            ? t`Choose another filter to see the others.`
            : t`A run begins when you analyze a workflow or give an agent work.`}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <ul className={styles.rows}>
          {items.map((run) => (
            <li key={run.id}>
              <Row run={run} />
            </li>
          ))}
        </ul>
      )}
      {runs.hasNextPage && (
        <Button
          busy={runs.isFetchingNextPage}
          onClick={() => {
            void runs.fetchNextPage();
          }}
        >
          {t`Show older runs`}
        </Button>
      )}
    </Page>
  );
}

function Filter({
  label,
  status,
  current,
}: {
  label: string;
  status: RunStatus | undefined;
  current: RunStatus | undefined;
}) {
  return (
    <Link
      to="/runs"
      search={{ status }}
      className={styles.filter}
      aria-current={status === current ? 'true' : undefined}
      activeOptions={{ exact: true }}
    >
      {label}
    </Link>
  );
}

function Row({ run }: { run: RunSummary }) {
  const look = runLook[run.status];
  const { total, ended } = run;
  return (
    <RunLink run={run}>
      <StatusMark shape={look.shape} />
      <span className={styles.title}>{titleOf(run)}</span>
      <span className={styles.meta}>{i18n._(look.label)}</span>
      <span className={styles.meta}>{t`${ended} of ${total} steps`}</span>
      <span className={styles.meta}>{took(run)}</span>
      <span className={styles.when}>
        <Time at={run.created_at} />
      </span>
    </RunLink>
  );
}

/** Where an agent works by itself, its own page says more than the graph of its steps. */
function RunLink({ run, children }: { run: RunSummary; children: ReactNode }) {
  return run.about?.kind === 'agent_run' ? (
    <Link to="/agent-runs/$agentRunId" params={{ agentRunId: run.about.id }} className={styles.row}>
      {children}
    </Link>
  ) : (
    <Link to="/runs/$runId" params={{ runId: run.id }} className={styles.row}>
      {children}
    </Link>
  );
}

function took(run: RunSummary): string {
  if (!run.started_at || !run.finished_at) return '';
  return duration(Date.parse(run.finished_at) - Date.parse(run.started_at));
}
