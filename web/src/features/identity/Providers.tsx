import { t } from '@lingui/core/macro';
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
