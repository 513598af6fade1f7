import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { client, data } from '@/api/client';
import { Button } from '@/components/Button';
import { Group } from '../Group';
import styles from '../SettingsPage.module.css';
import { type Begun, ConfirmFactor, PhoneForm } from './ConfirmFactor';
import { type Security, useSensitive } from './queries';
import { PaperCodes } from './PaperCodes';

type Kind = Security['factors'][number]['kind'];

export function FactorsGroup({ security }: { security: Security }) {
  const [begun, setBegun] = useState<Begun>();
  const [codes, setCodes] = useState<string[]>();
  const begin = useSensitive(async (kind: 'totp' | 'email') => {
    if (kind === 'totp') {
      setBegun({ kind, totp: await data(client.POST('/api/v1/me/factors/totp')) });
      return;
    }
    await data(client.POST('/api/v1/me/factors/email'));
    setBegun({ kind });
  });
  const remove = useSensitive((kind: Kind) =>
    data(client.DELETE('/api/v1/me/factors/{kind}', { params: { path: { kind } } })),
  );
  const renew = useSensitive(async () => {
    setCodes((await data(client.POST('/api/v1/me/recovery-codes'))).codes);
  });
  const labels: Record<Kind, string> = {
    totp: t`Authenticator app`,
    email: t`Code by mail`,
    sms: t`Code by SMS`,
  };
  const offered: Kind[] = security.sms_available ? ['totp', 'email', 'sms'] : ['totp', 'email'];
  const has = (kind: Kind) => security.factors.find((one) => one.kind === kind);
  const hasAny = security.factors.length + security.passkeys.length > 0;
  return (
    <Group
      title={t`Second step`}
      about={t`Asked for after your password, so that a stolen password is not enough.`}
    >
      <ul className={styles.rows}>
        {offered.map((kind) => {
          const label = labels[kind];
          const found = has(kind);
          return (
            <li key={kind}>
              <span>
                <b>{label}</b>
                <small>{found ? (found.hint ?? t`On`) : t`Off`}</small>
              </span>
              {found ? (
                <Button
                  size="small"
                  aria-label={t`Remove: ${{ label }}`}
                  busy={remove.isPending && remove.variables === kind}
                  onClick={() => {
                    remove.mutate(kind);
                  }}
                >
                  {t`Remove`}
                </Button>
              ) : (
                <Button
                  size="small"
                  aria-label={t`Set up: ${{ label }}`}
                  onClick={() => {
                    if (kind === 'sms') setBegun({ kind });
                    else begin.mutate(kind);
                  }}
                >
                  {t`Set up`}
                </Button>
              )}
            </li>
          );
        })}
        {hasAny && (
          <li>
            <span>
              <b>{t`Recovery codes`}</b>
              <small>{t`${{ left: security.recovery_codes_left }} of 10 left`}</small>
            </span>
            <Button
              size="small"
              busy={renew.isPending}
              onClick={() => {
                renew.mutate(undefined);
              }}
            >
              {t`Make new ones`}
            </Button>
          </li>
        )}
      </ul>
      {begun?.kind === 'sms' && !begun.sent && (
        <PhoneForm
          onSent={() => {
            setBegun({ kind: 'sms', sent: true });
          }}
        />
      )}
      {begun && (begun.kind !== 'sms' || begun.sent) && (
        <ConfirmFactor
          begun={begun}
          onDone={(made) => {
            setBegun(undefined);
            setCodes(made ?? undefined);
          }}
        />
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
