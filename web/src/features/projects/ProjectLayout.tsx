import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useMatchRoute } from '@tanstack/react-router';
import { t } from '@lingui/core/macro';
import { number } from '@/lib/locale';
import tabs from '@/components/Tabs.module.css';
import styles from './ProjectLayout.module.css';
import { projectOptions } from './queries';

const route = getRouteApi('/app/projects/$projectId');

/** The places of one project, above whichever is open. */
export function ProjectLayout() {
  const { projectId } = route.useParams();
  const project = useQuery(projectOptions(projectId));
  const open = project.data?.open_tasks;
  const atTask = Boolean(useMatchRoute()({ to: '/projects/$projectId/tasks/$taskId' }));
  return (
    <>
      <nav className={styles.bar} aria-label={t`Project`}>
        <div className={tabs.list}>
          <Link
            to="/projects/$projectId"
            params={{ projectId }}
            className={tabs.tab}
            activeOptions={{ exact: true }}
          >
            {t`Overview`}
          </Link>
          <Link to="/projects/$projectId/analyses" params={{ projectId }} className={tabs.tab}>
            {t`Analyses`}
          </Link>
          <Link
            to="/projects/$projectId/board"
            params={{ projectId }}
            className={tabs.tab}
            activeOptions={{ includeSearch: false }}
            {...(atTask ? { 'data-status': 'active' } : {})}
          >
            {t`Board`}
            {open ? <span className={tabs.count}>{number(open)}</span> : null}
          </Link>
          <Link to="/projects/$projectId/activity" params={{ projectId }} className={tabs.tab}>
            {t`Activity`}
          </Link>
          <Link to="/projects/$projectId/tools" params={{ projectId }} className={tabs.tab}>
            {t`Tools`}
          </Link>
        </div>
      </nav>
      <Outlet />
    </>
  );
}
