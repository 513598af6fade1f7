import { t } from '@lingui/core/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { client, data } from '@/api/client';
import { describe } from '@/api/problem';
import { buttonClass } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { PublicPage } from './PublicPage';

const route = getRouteApi('/verify-email');

/** Opened from the link in the mail: confirms the address, then goes on to sign in. */
export function VerifyEmailPage() {
  const { token } = route.useSearch();
  const navigate = route.useNavigate();
  const [error, setError] = useState<unknown>(null);
  const asked = useRef(false);

  useEffect(() => {
    // A token works once; React runs effects twice in development.
    if (asked.current) return;
    asked.current = true;
    data(client.POST('/api/v1/auth/verify-email', { body: { token } })).then(
      () => navigate({ to: '/login', search: { verified: true }, replace: true }),
      setError,
    );
  }, [token, navigate]);

  if (error === null) return <PublicPage title={t`Confirming your email`} lead={t`This takes a moment.`} />;
  return (
    <PublicPage
      title={t`This link did not work`}
      lead={t`Links can be used once, and only for a while. If you confirmed your address before, simply sign in.`}
      foot={<Link to="/check-mail">{t`Send a new link`}</Link>}
    >
      <Notice kind="bad">{describe(error)}</Notice>
      <p style={{ marginTop: 24 }}>
        <Link to="/login" className={buttonClass('primary')} data-wide>
          {t`Go to sign in`}
        </Link>
      </p>
    </PublicPage>
  );
}
