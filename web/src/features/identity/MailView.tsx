import { t } from '@lingui/core/macro';
import { useCallback } from 'react';
import { client, data } from '@/api/client';
import { describe } from '@/api/problem';
import { buttonClass } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { usePolled } from '@/lib/use-polled';
import { linkified } from './linkified';
import styles from './Mailbox.module.css';

export function Mail({ id }: { id: string }) {
  const load = useCallback(
    () => data(client.GET('/api/v1/dev/mailbox/{mail_id}', { params: { path: { mail_id: id } } })),
    [id],
  );
  const { value: mail, error } = usePolled(load, null);
  if (error !== null) return <Notice kind="bad">{describe(error)}</Notice>;
  if (!mail) return <div />;
  const confirm = mail.links.find((link) => link.includes('/verify-email'));
  return (
    <article className={styles.mail}>
      <header>
        <h2>{mail.subject}</h2>
        <p className={styles.to}>{t`To ${{ address: mail.to }}`}</p>
      </header>
      <pre className={styles.text}>
        {linkified(mail.text).map((part, index) =>
          part.link ? (
            <a key={index} href={part.text}>
              {part.text}
            </a>
          ) : (
            part.text
          ),
        )}
      </pre>
      {confirm && (
        <a className={buttonClass('primary')} href={confirm}>
          {t`Open the link`}
        </a>
      )}
    </article>
  );
}
