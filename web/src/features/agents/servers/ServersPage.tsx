import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { useTitle } from '@/lib/use-title';
import { AddServer } from './AddServer';
import { ServerRow } from './ServerRow';
import { serversOptions } from './servers';
import styles from './ServersPage.module.css';

const route = getRouteApi('/app/projects/$projectId/tools');

/** Servers of the Model Context Protocol whose tools agents may use in a project. */
export function ServersPage() {
  const { projectId } = route.useParams();
  const found = useQuery(serversOptions(projectId));
  useTitle(t`Tools`);
  return (
    <Page
      title={t`Tools`}
      lead={t`Agents can use the tools of MCP servers here, once a person has looked at them and approved them.`}
    >
      {found.isError && <QueryError query={found} />}
      {found.isPending && <SkeletonRows count={2} height={72} />}
      {found.data?.items.length === 0 && (
        <EmptyState title={t`No server yet`}>
          {t`Add one below. One that is a program runs in the sandbox, without a network.`}
        </EmptyState>
      )}
      {found.data && found.data.items.length > 0 && (
        <ul className={styles.rows}>
          {found.data.items.map((one) => (
            <ServerRow key={one.id} projectId={projectId} one={one} />
          ))}
        </ul>
      )}
      {found.data && <AddServer projectId={projectId} />}
    </Page>
  );
}
