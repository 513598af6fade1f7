import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AgentRunSummary } from '@/api/types';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { StatusMark } from '@/components/StatusMark';
import { Time } from '@/components/Time';
import { useTitle } from '@/lib/use-title';
import styles from './AgentRunsPage.module.css';
import { runLook, titleOf } from './look';
import { agentRunsOptions } from './queries';

/** What people gave agents to do, newest first. */
export function AgentRunsPage() {
  const runs = useInfiniteQuery(agentRunsOptions());
  const items = runs.data?.pages.flatMap((page) => page.items);
  useTitle(t`Agents at work`);
  return (
    <Page title={t`Agents at work`} lead={t`What agents were given to do, from the newest back.`}>
      {runs.isPending && <SkeletonRows count={6} height={53} />}
      {runs.isError && <QueryError query={runs} />}
      {items?.length === 0 && (
        <EmptyState title={t`No agent has worked yet`}>
          <Link to="/agents">{t`Choose an agent and give it something to do.`}</Link>
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
          {t`Show older ones`}
        </Button>
      )}
    </Page>
  );
}

function Row({ run }: { run: AgentRunSummary }) {
  const look = runLook[run.state];
  return (
    <Link to="/agent-runs/$agentRunId" params={{ agentRunId: run.id }} className={styles.row}>
      <StatusMark shape={look.shape} />
      <span className={styles.title}>{titleOf(run.request)}</span>
      <span className={styles.meta}>{run.agent}</span>
      <span className={styles.meta}>{i18n._(look.label)}</span>
      <span className={styles.when}>
        <Time at={run.created_at} />
      </span>
    </Link>
  );
}
