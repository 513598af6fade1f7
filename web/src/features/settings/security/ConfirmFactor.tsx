import { t } from '@lingui/core/macro';
import { client, data } from '@/api/client';
import { Problem } from '@/api/problem';
import type { components } from '@/api/schema';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { submitted } from '@/lib/form';
import styles from '../SettingsPage.module.css';
import { useSensitive } from './queries';

export interface Begun {
  kind: 'totp' | 'email' | 'sms';
  totp?: components['schemas']['TotpSetUp'];
  sent?: boolean;
}

/** The first code of a new factor puts it in force. */
export function ConfirmFactor({ begun, onDone }: { begun: Begun; onDone: (codes: string[] | null) => void }) {
  const { kind, totp } = begun;
  const confirm = useSensitive((code: string) =>
    data(client.POST('/api/v1/me/factors/{kind}/confirm', { params: { path: { kind } }, body: { code } })),
  );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        const code = (submitted(event)['code'] ?? '').trim();
        if (code === '') return;
        confirm.mutate(code, {
          onSuccess: (answer) => {
            onDone(answer.recovery_codes);
          },
        });
      }}
    >
      {totp && (
        <>
          <p className={styles.note}>{t`Scan this with your authenticator app, or type the key into it.`}</p>
          <img
            className={styles.qr}
            src={`data:image/svg+xml;utf8,${encodeURIComponent(totp.qr_svg)}`}
            alt={t`QR code with the key below`}
          />
          <code className={styles.key}>{totp.secret}</code>
        </>
      )}
      <TextField
        label={t`Code`}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        autoFocus
        hint={totp ? t`The six digits that the app shows.` : t`The six digits that we sent you.`}
        error={confirm.error instanceof Problem ? confirm.error.message : undefined}
      />
      <div>
        <Button look="primary" type="submit" busy={confirm.isPending}>
          {t`Turn on`}
        </Button>
      </div>
    </form>
  );
}

export function PhoneForm({ onSent }: { onSent: () => void }) {
  const begin = useSensitive((number: string) =>
    data(client.POST('/api/v1/me/factors/sms', { body: { number } })),
  );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        const number = (submitted(event)['number'] ?? '').replace(/[\s()-]/g, '');
        begin.mutate(number, { onSuccess: onSent });
      }}
    >
      <TextField
        label={t`Phone number`}
        name="number"
        type="tel"
        autoComplete="tel"
        hint={t`With country code, such as +49.`}
        error={
          begin.error instanceof Problem ? (begin.error.fields['number'] ?? begin.error.message) : undefined
        }
      />
      <div>
        <Button type="submit" busy={begin.isPending}>
          {t`Send a code`}
        </Button>
      </div>
    </form>
  );
}
