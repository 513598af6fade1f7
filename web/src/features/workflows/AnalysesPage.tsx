import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { WorkflowSummary } from '@/api/types';
import { Button, buttonClass } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { StatusMark } from '@/components/StatusMark';
import { Time } from '@/components/Time';
import { useTitle } from '@/lib/use-title';
import styles from './AnalysesPage.module.css';
import { domainWords } from './domains';
import { HistoryFilters } from './HistoryFilters';
import { historyOptions } from './queries';
import { QuotaNotice } from './Quota';
import { workflowLook } from './status';

const route = getRouteApi('/app/projects/$projectId/analyses');

export function AnalysesPage() {
  const { projectId } = route.useParams();
  const filters = route.useSearch();
  const workflows = useInfiniteQuery({
    ...historyOptions(projectId, filters),
    placeholderData: keepPreviousData,
  });
  const found = workflows.data?.pages.flatMap((page) => page.items);
  const filtered = Object.values(filters).some(Boolean);
  useTitle(t`Analyses`);
  const fresh = (
    <Link to="/projects/$projectId/analyses/new" params={{ projectId }} className={buttonClass('primary')}>
      <Plus size={16} aria-hidden />
      {t`New analysis`}
    </Link>
  );
  return (
    <Page title={t`Analyses`} actions={found?.length || filtered ? fresh : undefined}>
      {(filtered || (found?.length ?? 0) > 0) && <HistoryFilters filters={filters} />}
      <QuotaNotice />
      {filtered && found?.length === 0 && <p>{t`No analysis is like this. Take a filter away.`}</p>}
      {workflows.isPending && <SkeletonRows count={5} height={53} />}
      {workflows.isError && <QueryError query={workflows} />}
      {!filtered && found?.length === 0 && (
        <EmptyState title={t`No analyses yet`} action={fresh}>
          {t`Describe how some piece of work is done today, in plain words. Eight analysts turn it into a diagram, requirements, and tasks to build.`}
        </EmptyState>
      )}
      {found && found.length > 0 && <WorkflowRows workflows={found} />}
      {workflows.hasNextPage && (
        <Button busy={workflows.isFetchingNextPage} onClick={() => void workflows.fetchNextPage()}>
          {t`Show older`}
        </Button>
      )}
    </Page>
  );
}

export function WorkflowRows({ workflows }: { workflows: readonly WorkflowSummary[] }) {
  return (
    <ul className={styles.rows}>
      {workflows.map((workflow) => {
        const look = workflowLook[workflow.status];
        return (
          <li key={workflow.id}>
            <Link
              to="/projects/$projectId/analyses/$workflowId"
              params={{ projectId: workflow.project_id, workflowId: workflow.id }}
              className={styles.row}
            >
              <StatusMark shape={look.shape} />
              <span className={styles.title}>{workflow.title}</span>
              <span className={styles.meta}>{i18n._(look.label)}</span>
              <span className={styles.domain}>{domainWords(workflow.domain)}</span>
              <span className={styles.when}>
                <Time at={workflow.created_at} />
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
