import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { client, data } from '@/api/client';
import { Button } from '@/components/Button';
import { Time } from '@/components/Time';
import { toast } from '@/components/toast-store';
import { canUsePasskeys, makePasskey } from '@/lib/passkeys';
import { Group } from '../Group';
import styles from '../SettingsPage.module.css';
import { PaperCodes } from './PaperCodes';
import { type Security, useSensitive } from './queries';

export function PasskeysGroup({ security }: { security: Security }) {
  const [codes, setCodes] = useState<string[]>();
  const add = useSensitive(async () => {
    const { token, options } = await data(client.POST('/api/v1/me/passkeys/options'));
    const credential = await makePasskey(options);
    const name = t`Passkey ${{ number: security.passkeys.length + 1 }}`;
    const made = await data(client.POST('/api/v1/me/passkeys', { body: { token, credential, name } }));
    setCodes(made.recovery_codes ?? undefined);
    toast(t`The passkey was added.`);
  });
  const remove = useSensitive((id: string) =>
    data(client.DELETE('/api/v1/me/passkeys/{passkey_id}', { params: { path: { passkey_id: id } } })),
  );
  return (
    <Group title={t`Passkeys`} about={t`Sign in with your finger, face or device PIN, without a password.`}>
      {security.passkeys.length > 0 && (
        <ul className={styles.rows}>
          {security.passkeys.map((one) => {
            const name = one.name;
            return (
              <li key={one.id}>
                <span>
                  <b>{name}</b>
                  <small>
                    {one.last_used_at ? (
                      <Trans>
                        Last used <Time at={one.last_used_at} />
                      </Trans>
                    ) : (
                      t`Not used yet`
                    )}
                  </small>
                </span>
                <Button
                  size="small"
                  aria-label={t`Remove: ${{ label: name }}`}
                  busy={remove.isPending && remove.variables === one.id}
                  onClick={() => {
                    remove.mutate(one.id);
                  }}
                >
                  {t`Remove`}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {security.passkeys_available && canUsePasskeys() ? (
        <Button
          busy={add.isPending}
          onClick={() => {
            add.mutate(undefined);
          }}
        >
          {t`Add a passkey`}
        </Button>
      ) : (
        <p
          className={styles.note}
        >{t`Passkeys need a host name; this page was opened by a plain address.`}</p>
      )}
      {codes && (
        <PaperCodes
          codes={codes}
          onClose={() => {
            setCodes(undefined);
          }}
        />
      )}
    </Group>
  );
}
