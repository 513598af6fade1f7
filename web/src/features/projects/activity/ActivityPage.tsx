import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Connection, useConnection } from '@/api/live';
import { Button, buttonClass } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { useTitle } from '@/lib/use-title';
import { Feed } from './Feed';
import styles from './Feed.module.css';
import { activityOptions } from './queries';
import { useActivityStream } from './use-activity-stream';

const route = getRouteApi('/app/projects/$projectId/activity');

const connectionText: Record<Connection, string> = {
  idle: 'Not live',
  connecting: 'Connecting',
  live: 'Live',
  reconnecting: 'Reconnecting',
  offline: 'Offline',
};

export function ActivityPage() {
  const { projectId } = route.useParams();
  const feed = useInfiniteQuery(activityOptions(projectId));
  const connection = useConnection();
  useActivityStream(projectId);
  const activities = feed.data?.pages.flatMap((page) => page.items);
  useTitle('Activity');
  return (
    <Page
      title="Activity"
      actions={
        <span className={styles.live} data-state={connection} role="status">
          {connectionText[connection]}
        </span>
      }
    >
      {feed.isPending && <SkeletonRows count={6} height={56} />}
      {feed.isError && <QueryError query={feed} />}
      {activities?.length === 0 && (
        <EmptyState
          title="Nothing has happened yet"
          action={
            <Link
              to="/projects/$projectId/analyses/new"
              params={{ projectId }}
              className={buttonClass('primary')}
            >
              New analysis
            </Link>
          }
        >
          Whatever people and agents do in this project is told here, with who and why.
        </EmptyState>
      )}
      {activities && activities.length > 0 && <Feed activities={activities} />}
      {feed.hasNextPage && (
        <div className={styles.older}>
          <Button busy={feed.isFetchingNextPage} onClick={() => void feed.fetchNextPage()}>
            Show older
          </Button>
        </div>
      )}
    </Page>
  );
}
