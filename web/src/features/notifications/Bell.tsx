import { plural, t } from '@lingui/core/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell as BellIcon } from 'lucide-react';
import { keys } from '@/api/keys';
import { useSubject } from '@/api/live';
import styles from './Bell.module.css';
import { unreadOptions } from './queries';

const MOST = 99;

/** How many notifications wait; the number follows the account's own events. */
export function Bell() {
  const cache = useQueryClient();
  const unread = useQuery({ ...unreadOptions, throwOnError: false }).data ?? 0;
  useSubject('account:me', {
    onEvent: ({ event }) => {
      if (event !== 'notifications.changed') return;
      void cache.invalidateQueries({ queryKey: keys.notifications });
      void cache.invalidateQueries({ queryKey: keys.onboarding });
    },
  });
  const name =
    unread > 0
      ? plural(unread, { one: 'Notifications, # unread', other: 'Notifications, # unread' })
      : t`Notifications`;
  return (
    <Link to="/notifications" className={styles.bell} aria-label={name} title={name}>
      <BellIcon size={16} strokeWidth={1.75} aria-hidden />
      {unread > 0 && (
        <span className={styles.count} aria-hidden>
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
    </Link>
  );
}
