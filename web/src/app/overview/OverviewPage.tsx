import { t } from '@lingui/core/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/Button';
import { Page } from '@/components/Page';
import { QueryError } from '@/components/QueryError';
import { Skeleton, SkeletonRows } from '@/components/Skeleton';
import { activityOptions } from '@/features/projects/activity/queries';
import { Feed } from '@/features/projects/activity/Feed';
import { useActivityStream } from '@/features/projects/activity/use-activity-stream';
import { statusLabel, statuses } from '@/features/projects/board/columns';
import { tasksOptions } from '@/features/projects/board/queries';
import { statusShape } from '@/features/projects/board/status-shape';
import { projectOptions } from '@/features/projects/queries';
import { WorkflowRows } from '@/features/workflows/AnalysesPage';
import { workflowsOptions } from '@/features/workflows/queries';
import { StatusMark } from '@/components/StatusMark';
import { number } from '@/lib/locale';
import { useTitle } from '@/lib/use-title';
import { Checklist } from './Checklist';
import styles from './OverviewPage.module.css';

const route = getRouteApi('/app/projects/$projectId/');

/** A project at a glance: what is next, what was analyzed, what happened. */
export function OverviewPage() {
  const { projectId } = route.useParams();
  const project = useQuery(projectOptions(projectId));
  const tasks = useQuery(tasksOptions(projectId));
  const workflows = useQuery(workflowsOptions(projectId));
  const feed = useInfiniteQuery(activityOptions(projectId));
  useActivityStream(projectId);
  useTitle(project.data?.name);
  const activities = feed.data?.pages[0]?.items;
  return (
    <Page
      large
      title={project.data?.name ?? <Skeleton width={240} height={30} />}
      lead={project.data?.description || undefined}
      actions={
        <Link
          to="/projects/$projectId/analyses/new"
          params={{ projectId }}
          className={buttonClass('primary')}
        >
          {t`New analysis`}
        </Link>
      }
    >
      {tasks.isPending || workflows.isPending ? (
        <SkeletonRows count={6} height={72} />
      ) : (
        <div className={styles.parts}>
          <Checklist projectId={projectId} workflows={workflows.data} />
          <Part
            title={t`Board`}
            more={
              <Link to="/projects/$projectId/board" params={{ projectId }}>
                {t`Open board`}
              </Link>
            }
          >
            <dl className={styles.counts}>
              {statuses.map((status) => (
                <div key={status}>
                  <dt>
                    <StatusMark shape={statusShape[status]} size={14} />
                    {statusLabel[status]}
                  </dt>
                  <dd>
                    {tasks.data ? number(tasks.data.filter((task) => task.status === status).length) : '–'}
                  </dd>
                </div>
              ))}
            </dl>
          </Part>
          <Part
            title={t`Analyses`}
            more={
              <Link to="/projects/$projectId/analyses" params={{ projectId }}>
                {t`All analyses`}
              </Link>
            }
          >
            {workflows.isError && <QueryError query={workflows} />}
            {workflows.data?.length === 0 && (
              <p className={styles.none}>{t`None yet. Describe how some work is done to get the first.`}</p>
            )}
            {workflows.data && workflows.data.length > 0 && (
              <WorkflowRows workflows={workflows.data.slice(0, 4)} />
            )}
          </Part>
          <Part
            title={t`Activity`}
            more={
              <Link to="/projects/$projectId/activity" params={{ projectId }}>
                {t`All activity`}
              </Link>
            }
          >
            {feed.isPending && <SkeletonRows count={3} height={53} />}
            {activities?.length === 0 && <p className={styles.none}>{t`Nothing yet.`}</p>}
            {activities && activities.length > 0 && <Feed activities={activities} heading="h3" limit={6} />}
          </Part>
        </div>
      )}
    </Page>
  );
}

function Part({ title, more, children }: { title: string; more: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <header>
        <h2>{title}</h2>
        {more}
      </header>
      {children}
    </section>
  );
}
