import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { AtSign, CircleAlert, CircleCheck, CircleX, MessageSquare, SquareKanban } from 'lucide-react';
import type { Notification, NotificationKind } from '@/api/types';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { Time } from '@/components/Time';
import { toastError } from '@/components/toast-store';
import { useTitle } from '@/lib/use-title';
import styles from './NotificationsPage.module.css';
import { notificationsOptions, useMarkRead } from './queries';
import { quote, sentence } from './sentences';

const route = getRouteApi('/app/notifications');

const icons: Record<NotificationKind, typeof AtSign> = {
  analysis_finished: CircleCheck,
  analysis_failed: CircleX,
  task_assigned: SquareKanban,
  mentioned: AtSign,
  commented: MessageSquare,
  dead_letter: CircleAlert,
};

export function NotificationsPage() {
  const { kind, unread = false } = route.useSearch();
  const list = useInfiniteQuery(notificationsOptions(kind, unread));
  const mark = useMarkRead();
  const items = list.data?.pages.flatMap((page) => page.items);
  const waiting = list.data?.pages[0]?.unread ?? 0;
  useTitle(t`Notifications`);
  return (
    <Page
      title={t`Notifications`}
      large
      actions={
        waiting > 0 && (
          <Button
            busy={mark.isPending}
            onClick={() => {
              mark.mutate({}, { onError: toastError });
            }}
          >
            {t`Mark all as read`}
          </Button>
        )
      }
    >
      <Filters kind={kind} unread={unread} />
      {list.isPending && <SkeletonRows count={6} height={57} />}
      {list.isError && <QueryError query={list} />}
      {items?.length === 0 && (
        <EmptyState title={unread || kind ? t`Nothing here` : t`Nothing yet`}>
          {t`Finished analyses, tasks for you, and comments that name you appear here.`}
        </EmptyState>
      )}
      <ul className={styles.rows}>
        {items?.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t`Show older`}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Filters({ kind, unread }: { kind: NotificationKind | undefined; unread: boolean }) {
  const kinds: [NotificationKind | undefined, string][] = [
    [undefined, t`All`],
    ['analysis_finished', t`Finished`],
    ['analysis_failed', t`Failed`],
    ['task_assigned', t`Tasks`],
    ['mentioned', t`Mentions`],
    ['commented', t`Comments`],
    ['dead_letter', t`Gave up`],
  ];
  return (
    <nav className={styles.filters} aria-label={t`Filters`}>
      <Link
        to="/notifications"
        search={(old) => ({ ...old, unread: unread ? undefined : true })}
        aria-current={unread ? 'true' : undefined}
        activeProps={{}}
        replace
      >
        {t`Unread`}
      </Link>
      <span className={styles.bar} aria-hidden />
      {kinds.map(([name, label]) => (
        <Link
          key={label}
          to="/notifications"
          search={(old) => ({ ...old, kind: name })}
          aria-current={kind === name ? 'true' : undefined}
          activeProps={{}}
          replace
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

function Row({ one }: { one: Notification }) {
  const mark = useMarkRead();
  const Icon = icons[one.kind];
  const fresh = one.read_at === null;
  const words = quote(one);
  return (
    <li className={styles.row} data-unread={fresh ? true : undefined}>
      <Link
        to={one.path}
        className={styles.link}
        onClick={() => {
          if (fresh) mark.mutate({ ids: [one.id] });
        }}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span className={styles.words}>
          <span>
            {fresh && <span className="visually-hidden">{t`Unread:`} </span>}
            {sentence(one)}
          </span>
          {words && <small>{words}</small>}
        </span>
        <Time at={one.created_at} />
      </Link>
      <Button
        size="small"
        look="quiet"
        onClick={() => {
          mark.mutate({ ids: [one.id], unread: !fresh }, { onError: toastError });
        }}
      >
        {fresh ? t`Mark as read` : t`Mark as unread`}
      </Button>
    </li>
  );
}
