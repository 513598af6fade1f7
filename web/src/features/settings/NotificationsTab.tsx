import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import type { NotificationKind } from '@/api/types';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { toastError } from '@/components/toast-store';
import { notificationSettingsOptions, useChangeNotification } from './queries';
import styles from './SettingsPage.module.css';

const names: Record<NotificationKind, { title: MessageDescriptor; about: MessageDescriptor }> = {
  analysis_finished: { title: msg`Analysis finished`, about: msg`One that you started has its results.` },
  analysis_failed: { title: msg`Analysis failed`, about: msg`One that you started could not be finished.` },
  task_assigned: { title: msg`Task for you`, about: msg`Somebody gave you a task.` },
  mentioned: { title: msg`Mention`, about: msg`A comment names you.` },
  commented: {
    title: msg({ message: 'Comment', context: 'kind of notification' }),
    about: msg`On a task that is yours or that you commented on.`,
  },
  dead_letter: { title: msg`Step gave up`, about: msg`For those who look after the organization.` },
};

export function NotificationsTab() {
  const settings = useQuery(notificationSettingsOptions);
  const change = useChangeNotification();
  return (
    <>
      {settings.isPending && <SkeletonRows count={6} height={61} />}
      {settings.isError && <QueryError query={settings} />}
      <ul className={styles.switches} aria-label={t`What you hear of`}>
        {settings.data?.kinds.map(({ kind, wanted }) => (
          <li key={kind}>
            <label>
              <span>
                <b>{i18n._(names[kind].title)}</b>
                <small>{i18n._(names[kind].about)}</small>
              </span>
              <input
                type="checkbox"
                role="switch"
                className={styles.switch}
                checked={wanted}
                onChange={() => {
                  change.mutate({ kind, wanted: !wanted }, { onError: toastError });
                }}
              />
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}
