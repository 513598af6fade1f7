import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client, data } from '@/api/client';
import { useInstance } from '@/api/instance';
import { describe } from '@/api/problem';
import { Button, buttonClass } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { submitted } from '@/lib/form';
import { useAction } from '@/lib/use-action';
import { checkEmail } from './credentials';
import { formClass, PublicPage } from './PublicPage';

const route = getRouteApi('/check-mail');

export function CheckMailPage() {
  const { email } = route.useSearch();
  const mailbox = useInstance()?.dev_mailbox ?? false;
  return (
    <PublicPage
      title={t`Check your mail`}
      lead={
        email ? (
          <>
            <Trans>
              We sent a link to <strong>{email}</strong>. Open it to confirm your address.
            </Trans>
          </>
        ) : (
          t`Enter your address to get a new link.`
        )
      }
      foot={
        <>
          <Trans>
            Confirmed already?{' '}
            <Link to="/login" search={{ email }}>
              Sign in
            </Link>
          </Trans>
        </>
      }
    >
      {mailbox && (
        <div className={formClass} style={{ marginBottom: 24 }}>
          <Notice>{t`No mail server is set up yet, so mails are kept on this server.`}</Notice>
          <Link to="/mailbox" className={buttonClass('primary')} data-wide>
            {t`Open mailbox`}
          </Link>
        </div>
      )}
      <SendAgain email={email} />
    </PublicPage>
  );
}

function SendAgain({ email: known }: { email: string | undefined }) {
  const [error, setError] = useState<string>();
  const [sentTo, setSentTo] = useState<string>();
  const send = useAction(async (email: string) => {
    await data(client.POST('/api/v1/auth/resend-verification', { body: { email } }));
    setSentTo(email);
  });
  const submit = (email: string) => {
    const found = checkEmail(email)['email'];
    setError(found);
    if (!found) void send.run(email);
  };
  return (
    <form
      className={formClass}
      noValidate
      onSubmit={(event) => {
        submit(known ?? (submitted(event)['email'] ?? '').trim());
        event.preventDefault();
      }}
    >
      {send.error !== null && <Notice kind="bad">{describe(send.error)}</Notice>}
      {sentTo && !send.busy && <Notice kind="good">{t`A new link is on its way to ${sentTo}.`}</Notice>}
      {!known && <TextField label={t`Email`} name="email" type="email" autoComplete="email" error={error} />}
      <Button type="submit" wide busy={send.busy}>
        {t`Send the link again`}
      </Button>
    </form>
  );
}
