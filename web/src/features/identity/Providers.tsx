import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { useEffect, useState } from 'react';
import { client, data } from '@/api/client';
import { Button } from '@/components/Button';
import styles from './Providers.module.css';

interface Provider {
  key: string;
  name: string;
}

/** One button for each provider that this installation is registered at; none, and nothing is drawn. */
export function Providers({ next }: { next: string }) {
  const [providers, setProviders] = useState<Provider[]>([]);
  useEffect(() => {
    let live = true;
    data(client.GET('/api/v1/auth/oauth/providers')).then(
      ({ items }) => {
        if (live) setProviders(items);
      },
      () => undefined, // the password is there all the same
    );
    return () => {
      live = false;
    };
  }, []);
  if (providers.length === 0) return null;
  return (
    <>
      <p className={styles.or}>{t`or`}</p>
      {providers.map(({ key, name }) => (
        <Button
          key={key}
          wide
          onClick={() => {
            window.location.assign(`/api/v1/auth/oauth/${key}/start?next=${encodeURIComponent(next)}`);
          }}
        >
          {t`Continue with ${name}`}
        </Button>
      ))}
    </>
  );
}

const problems: Record<string, MessageDescriptor> = {
  flow_refused: msg`This sign-in was not begun in this browser, or too long ago. Begin again.`,
  provider_denied: msg`The provider did not let you in.`,
  provider_unavailable: msg`The provider does not answer as it should. Try again in a moment.`,
  assertion_refused: msg`The answer of the provider is not valid. Begin again.`,
  provider_email_unverified: msg`The provider does not vouch for your email address. Confirm it there first.`,
  account_exists: msg`There is an account with this address. Sign in as before, then connect the provider in your settings.`,
  identity_taken: msg`This is connected to another account.`,
  account_suspended: msg`This account is suspended. Ask the people who run this installation.`,
};

/** What to say of a problem that the server put into the address. */
export function providerProblem(code: string): string {
  return i18n._(problems[code] ?? msg`Signing in by the provider did not work. Try again.`);
}
