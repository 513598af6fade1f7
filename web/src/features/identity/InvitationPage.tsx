import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { signOut, switchOrganization } from '@/api/account';
import { client, data } from '@/api/client';
import { describe, Problem } from '@/api/problem';
import type { components } from '@/api/schema';
import { isSignedIn } from '@/api/session';
import { Button, buttonClass } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { rememberInvitation } from '@/lib/invitation';
import { useAction } from '@/lib/use-action';
import { formClass, PublicPage } from './PublicPage';

type Seen = components['schemas']['InvitationSeen'];

const route = getRouteApi('/invitation');

/** Opened from the link in the mail: says who invites whom to what, and takes the answer. */
export function InvitationPage() {
  const { token } = route.useSearch();
  const [seen, setSeen] = useState<Seen>();
  const [declined, setDeclined] = useState(false);
  const look = useAction(async () => {
    setSeen(await data(client.POST('/api/v1/invitations/look', { body: { token } })));
  });
  const decline = useAction(async () => {
    await data(client.POST('/api/v1/invitations/decline', { body: { token } }));
    rememberInvitation(null);
    setDeclined(true);
  });
  useEffect(() => {
    void look.run(undefined);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a link is looked at once
  }, [token]);
  if (look.error !== null)
    return (
      <PublicPage title={t`This invitation does not work`} foot={<Link to="/login">{t`Go to sign in`}</Link>}>
        <Notice kind="bad">{describe(look.error)}</Notice>
      </PublicPage>
    );
  if (declined)
    return <PublicPage title={t`Declined`} lead={t`The invitation is over. Nobody is told why.`} />;
  if (!seen) return <PublicPage title={t`One moment`} />;
  const { organization_name: there, invited_by: who, email } = seen;
  return (
    <PublicPage
      title={t`Join ${there}`}
      lead={
        <Trans>
          {who} invites <strong>{email}</strong> to work together.
        </Trans>
      }
    >
      <div className={formClass}>
        {decline.error !== null && <Notice kind="bad">{describe(decline.error)}</Notice>}
        {isSignedIn() ? <Accept token={token} email={email} /> : <SignInFirst token={token} email={email} />}
        <Button look="quiet" wide busy={decline.busy} onClick={() => void decline.run(undefined)}>
          {t`Decline`}
        </Button>
      </div>
    </PublicPage>
  );
}

function Accept({ token, email }: { token: string; email: string }) {
  const accept = useAction(async () => {
    const joined = await data(client.POST('/api/v1/invitations/accept', { body: { token } }));
    rememberInvitation(null);
    await switchOrganization(joined.organization_id);
  });
  const leave = useAction(async () => {
    await signOut();
    window.location.reload();
  });
  const isAnother = accept.error instanceof Problem && accept.error.code === 'invitation_for_another';
  return (
    <>
      {accept.error !== null && <Notice kind="bad">{describe(accept.error)}</Notice>}
      {isAnother ? (
        <Button look="primary" wide busy={leave.busy} onClick={() => void leave.run(undefined)}>
          {t`Sign out and go on as ${email}`}
        </Button>
      ) : (
        <Button look="primary" wide busy={accept.busy} onClick={() => void accept.run(undefined)}>
          {t`Accept invitation`}
        </Button>
      )}
    </>
  );
}

function SignInFirst({ token, email }: { token: string; email: string }) {
  const remember = () => {
    rememberInvitation(token);
  };
  return (
    <>
      <Link to="/login" search={{ email }} className={buttonClass('primary')} data-wide onClick={remember}>
        {t`Sign in to accept`}
      </Link>
      <Link to="/signup" search={{ email }} className={buttonClass()} data-wide onClick={remember}>
        {t`Create an account to accept`}
      </Link>
    </>
  );
}
