import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { WorkflowSummary } from '@/api/types';
import { buttonClass } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { StatusMark } from '@/components/StatusMark';
import { Time } from '@/components/Time';
import { useTitle } from '@/lib/use-title';
import styles from './AnalysesPage.module.css';
import { workflowsOptions } from './queries';
import { workflowLook } from './status';

const route = getRouteApi('/app/projects/$projectId/analyses');

export function AnalysesPage() {
  const { projectId } = route.useParams();
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const workflows = useQuery({ ...workflowsOptions(projectId, q), placeholderData: keepPreviousData });
  useTitle(t`Analyses`);
  const fresh = (
    <Link to="/projects/$projectId/analyses/new" params={{ projectId }} className={buttonClass('primary')}>
      <Plus size={16} aria-hidden />
      {t`New analysis`}
    </Link>
  );
  return (
    <Page title={t`Analyses`} actions={workflows.data?.length ? fresh : undefined}>
      {(q !== '' || (workflows.data?.length ?? 0) > 0) && (
        <input
          type="search"
          className={styles.search}
          aria-label={t`Find by title`}
          placeholder={t`Find by title`}
          value={q}
          maxLength={200}
          onChange={(event) =>
            void navigate({ search: { q: event.target.value || undefined }, replace: true })
          }
        />
      )}
      {q !== '' && workflows.data?.length === 0 && <p>{t`No analysis has these words in its title.`}</p>}
      {workflows.isPending && <SkeletonRows count={5} height={53} />}
      {workflows.isError && <QueryError query={workflows} />}
      {q === '' && workflows.data?.length === 0 && (
        <EmptyState title={t`No analyses yet`} action={fresh}>
          {t`Describe how some piece of work is done today, in plain words. Eight analysts turn it into a diagram, requirements, and tasks to build.`}
        </EmptyState>
      )}
      {workflows.data && workflows.data.length > 0 && <WorkflowRows workflows={workflows.data} />}
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
              <span className={styles.domain}>{workflow.domain ?? ''}</span>
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
