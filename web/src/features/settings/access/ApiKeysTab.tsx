import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { SkeletonRows } from '@/components/Skeleton';
import { Time } from '@/components/Time';
import { toastError } from '@/components/toast-store';
import { Group } from '../Group';
import styles from '../SettingsPage.module.css';
import { NewApiKey } from './NewApiKey';
import { apiKeysOptions } from './queries';

type Key = components['schemas']['ApiKeyRead'];

const states: Record<Key['state'], MessageDescriptor> = {
  active: msg`Active`,
  rotating: msg`Being replaced`,
  revoked: msg`Revoked`,
  expired: msg`Expired`,
};

/** Keys with which programs work here in your name. */
export function ApiKeysTab() {
  const keys = useQuery(apiKeysOptions);
  const [made, setMade] = useState<string>();
  return (
    <div className={styles.groups}>
      <Group
        title={t`API keys`}
        about={t`Programs send one as bearer token. It can do what you choose, and never more than you.`}
      >
        {made !== undefined && <Shown text={made} />}
        {!keys.data && <SkeletonRows count={2} height={48} />}
        {keys.data?.items.length === 0 && <p className={styles.note}>{t`No keys yet.`}</p>}
        {keys.data && keys.data.items.length > 0 && (
          <ul className={styles.rows}>
            {keys.data.items.map((one) => (
              <Row key={one.id} one={one} onMade={setMade} />
            ))}
          </ul>
        )}
      </Group>
      <Group title={t`New key`} about={t`It is shown once, right after you made it.`}>
        {keys.data && <NewApiKey scopes={keys.data.scopes} onMade={setMade} />}
      </Group>
    </div>
  );
}

function Shown({ text }: { text: string }) {
  return (
    <Notice kind="good">
      <Trans>Copy the key now; nobody can show it again:</Trans>
      <br />
      <code style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>{text}</code>
    </Notice>
  );
}

function Row({ one, onMade }: { one: Key; onMade: (text: string) => void }) {
  const cache = useQueryClient();
  const path = { params: { path: { key_id: one.id } } };
  const onSuccess = () => cache.invalidateQueries({ queryKey: apiKeysOptions.queryKey });
  const revoke = useMutation({
    mutationFn: () => data(client.DELETE('/api/v1/api-keys/{key_id}', path)),
    onSuccess,
    onError: toastError,
  });
  const rotate = useMutation({
    mutationFn: () => data(client.POST('/api/v1/api-keys/{key_id}/rotate', { ...path, body: {} })),
    onSuccess: (key) => {
      onMade(key.key);
      return onSuccess();
    },
    onError: toastError,
  });
  const name = one.name;
  const state = i18n._(states[one.state]);
  const hint = one.hint;
  return (
    <li>
      <span>
        <b>{name}</b>
        <small>
          <Trans>
            {hint}… · {state}
          </Trans>
          {' · '}
          {one.last_used_at ? (
            <Trans>
              Last used <Time at={one.last_used_at} />
            </Trans>
          ) : (
            t`Not used yet`
          )}
        </small>
      </span>
      {one.state === 'active' && (
        <Button
          size="small"
          aria-label={t`Replace: ${name}`}
          busy={rotate.isPending}
          onClick={() => {
            rotate.mutate();
          }}
        >{t`Replace`}</Button>
      )}
      {(one.state === 'active' || one.state === 'rotating') && (
        <Button
          size="small"
          aria-label={t`Revoke: ${name}`}
          busy={revoke.isPending}
          onClick={() => {
            revoke.mutate();
          }}
        >{t`Revoke`}</Button>
      )}
    </li>
  );
}
