import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { Button } from '@/components/Button';
import { Time } from '@/components/Time';
import { toastError } from '@/components/toast-store';
import { Group } from '../Group';
import { useSensitive } from '../security/queries';
import styles from '../SettingsPage.module.css';
import { consentsOptions, identitiesOptions, providersOptions } from './queries';

/** Who you are elsewhere, and which programs know who you are here. */
export function ConnectionsTab() {
  return (
    <div className={styles.groups}>
      <ProvidersGroup />
      <ProgramsGroup />
    </div>
  );
}

function ProvidersGroup() {
  const cache = useQueryClient();
  const providers = useQuery(providersOptions).data?.items ?? [];
  const connected = useQuery(identitiesOptions).data?.items ?? [];
  const connect = useSensitive(async (provider: string) => {
    const { location } = await data(
      client.POST('/api/v1/auth/oauth/{provider}/connect', { params: { path: { provider } }, body: {} }),
    );
    window.location.assign(location);
  });
  const disconnect = useSensitive(async (id: string) => {
    await data(
      client.DELETE('/api/v1/auth/identities/{identity_id}', { params: { path: { identity_id: id } } }),
    );
    await cache.invalidateQueries({ queryKey: identitiesOptions.queryKey });
  });
  const open = providers.filter((one) => !connected.some((known) => known.provider === one.key));
  const nameOf = (key: string) => providers.find((one) => one.key === key)?.name ?? key;
  return (
    <Group title={t`Connected accounts`} about={t`Other ways for you to sign in.`}>
      {providers.length === 0 && connected.length === 0 && (
        <p className={styles.note}>{t`This installation is registered at no provider.`}</p>
      )}
      {connected.length > 0 && (
        <ul className={styles.rows}>
          {connected.map((one) => {
            const name = nameOf(one.provider);
            return (
              <li key={one.id}>
                <span>
                  <b>{name}</b>
                  <small>{one.email}</small>
                </span>
                <Button
                  size="small"
                  aria-label={t`Disconnect: ${name}`}
                  busy={disconnect.isPending && disconnect.variables === one.id}
                  onClick={() => {
                    disconnect.mutate(one.id);
                  }}
                >{t`Disconnect`}</Button>
              </li>
            );
          })}
        </ul>
      )}
      {open.map(({ key, name }) => (
        <Button
          key={key}
          busy={connect.isPending && connect.variables === key}
          onClick={() => {
            connect.mutate(key);
          }}
        >{t`Connect ${name}`}</Button>
      ))}
    </Group>
  );
}

function ProgramsGroup() {
  const cache = useQueryClient();
  const programs = useQuery(consentsOptions).data?.items ?? [];
  const withdraw = useMutation({
    mutationFn: (id: string) =>
      data(client.DELETE('/api/v1/oauth/consents/{client_id}', { params: { path: { client_id: id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: consentsOptions.queryKey }),
    onError: toastError,
  });
  return (
    <Group title={t`Programs`} about={t`They know who you are here, because you allowed it.`}>
      {programs.length === 0 && <p className={styles.note}>{t`None yet.`}</p>}
      {programs.length > 0 && (
        <ul className={styles.rows}>
          {programs.map((one) => {
            const name = one.name;
            return (
              <li key={one.client_id}>
                <span>
                  <b>{name}</b>
                  <small>
                    <Trans>
                      Allowed <Time at={one.given_at} />
                    </Trans>
                  </small>
                </span>
                <Button
                  size="small"
                  aria-label={t`Take back: ${name}`}
                  busy={withdraw.isPending && withdraw.variables === one.client_id}
                  onClick={() => {
                    withdraw.mutate(one.client_id);
                  }}
                >{t`Take back`}</Button>
              </li>
            );
          })}
        </ul>
      )}
    </Group>
  );
}
