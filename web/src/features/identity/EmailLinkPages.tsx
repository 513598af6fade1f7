import { t } from '@lingui/core/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client, data } from '@/api/client';
import { describe } from '@/api/problem';
import { Button, buttonClass } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { useAction } from '@/lib/use-action';
import { PublicPage } from './PublicPage';

const confirmRoute = getRouteApi('/confirm-email');
const revertRoute = getRouteApi('/revert-email');

/** Opened from the mail to a new address. Mail programs open links on their own, so a person presses the button. */
export function ConfirmEmailPage() {
  const { token } = confirmRoute.useSearch();
  return (
    <ByLink
      title={t`Use this address`}
      lead={t`From now on you sign in with it.`}
      button={t`Use this address`}
      done={t`Your address was changed.`}
      act={() => data(client.POST('/api/v1/auth/confirm-email', { body: { token } }))}
    />
  );
}

/** Opened from the notice to the address of before. */
export function RevertEmailPage() {
  const { token } = revertRoute.useSearch();
  return (
    <ByLink
      title={t`Take the change back`}
      lead={t`The account gets its old address back, every session ends, and a link for a new password comes by mail.`}
      button={t`Take it back`}
      done={t`The old address is back. Look into your mail for the link.`}
      act={() => data(client.POST('/api/v1/auth/revert-email', { body: { token } }))}
    />
  );
}

interface Props {
  title: string;
  lead: string;
  button: string;
  done: string;
  act: () => Promise<unknown>;
}

function ByLink({ title, lead, button, done, act }: Props) {
  const [isDone, setDone] = useState(false);
  const go = useAction(async () => {
    await act();
    setDone(true);
  });
  return (
    <PublicPage title={title} lead={isDone ? done : lead} foot={<Link to="/login">{t`Go to sign in`}</Link>}>
      {go.error !== null && <Notice kind="bad">{describe(go.error)}</Notice>}
      {isDone ? (
        <Link to="/login" className={buttonClass('primary')} data-wide>
          {t`Go to sign in`}
        </Link>
      ) : (
        <Button look="primary" wide busy={go.busy} onClick={() => void go.run(undefined)}>
          {button}
        </Button>
      )}
    </PublicPage>
  );
}
