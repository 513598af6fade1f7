import { t } from '@lingui/core/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useCallback } from 'react';
import { client, data } from '@/api/client';
import { describe, Problem } from '@/api/problem';
import type { MailSummary } from '@/api/types';
import { Notice } from '@/components/Notice';
import { untilThere } from '@/lib/again';
import { usePolled } from '@/lib/use-polled';
import styles from './Mailbox.module.css';
import { Mail } from './MailView';
import { PublicPage } from './PublicPage';

const Time = lazy(untilThere(async () => ({ default: (await import('@/components/Time')).Time })));
const route = getRouteApi('/mailbox');

/** Mails that a server without SMTP keeps for its developer. */
export function MailboxPage() {
  const { mail: chosen } = route.useSearch();
  const list = usePolled(
    useCallback(() => data(client.GET('/api/v1/dev/mailbox')), []),
    3000,
  );
  const mails = list.value?.items;
  const open = chosen ?? mails?.[0]?.id;
  return (
    <PublicPage
      wide
      title="Mailbox"
      lead={t`No mail server is set up, so every mail stays here. Only this machine can see it.`}
    >
      {list.error !== null && <Notice kind="bad">{mailboxMessage(list.error)}</Notice>}
      {mails?.length === 0 && (
        <p className={styles.none}>{t`No mail yet. It arrives here within seconds.`}</p>
      )}
      {mails && mails.length > 0 && (
        <div className={styles.split}>
          <nav aria-label="Mails">
            <ul>
              {mails.map((mail) => (
                <Row key={mail.id} mail={mail} current={mail.id === open} />
              ))}
            </ul>
          </nav>
          {open && <Mail key={open} id={open} />}
        </div>
      )}
    </PublicPage>
  );
}

function Row({ mail, current }: { mail: MailSummary; current: boolean }) {
  return (
    <li>
      <Link
        to="/mailbox"
        search={{ mail: mail.id }}
        className={styles.row}
        aria-current={current ? 'true' : undefined}
      >
        <span className={styles.subject}>{mail.subject}</span>
        <span className={styles.meta}>
          <span>{mail.to}</span>
          <Suspense>
            <Time at={mail.sent_at} />
          </Suspense>
        </span>
      </Link>
    </li>
  );
}

function mailboxMessage(error: unknown): string {
  if (error instanceof Problem && error.status === 404) {
    return t`This server sends real mail, so there is no mailbox here. Look into your own.`;
  }
  return describe(error);
}
