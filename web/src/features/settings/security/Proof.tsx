import { t } from '@lingui/core/macro';
import { type ReactNode, useState } from 'react';
import { client, data } from '@/api/client';
import { describe, Problem } from '@/api/problem';
import type { components } from '@/api/schema';
import { Button } from '@/components/Button';
import { PasswordField, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { submitted } from '@/lib/form';
import { askPasskey, canUsePasskeys, dismissal, wasDismissed } from '@/lib/passkeys';
import { useAction } from '@/lib/use-action';
import styles from '../SettingsPage.module.css';
import { type Guard, ProofContext } from './guard';
import { Sheet } from './Sheet';

interface Asked {
  methods: string[];
  resolve: () => void;
  reject: (reason: unknown) => void;
}

/** Asks for a proof when a sensitive change needs one, then goes on with the change. */
export function Proof({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked>();
  const guard: Guard = async (act) => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'reauthentication_required') throw error;
      const methods = error.members['methods'] as string[];
      await new Promise<void>((resolve, reject) => {
        setAsked({ methods, resolve, reject });
      });
      return act();
    }
  };
  return (
    <ProofContext value={guard}>
      {children}
      {asked && (
        <Sheet
          title={t`Prove that it is you`}
          onClose={() => {
            setAsked(undefined);
            asked.reject(dismissal());
          }}
        >
          <ProofForm
            methods={asked.methods}
            onDone={() => {
              setAsked(undefined);
              asked.resolve();
            }}
          />
        </Sheet>
      )}
    </ProofContext>
  );
}

type Body = components['schemas']['Reauthenticate'];

function ProofForm({ methods, onDone }: { methods: string[]; onDone: () => void }) {
  const byPassword = methods.includes('password');
  const codes = methods.filter((one) => one !== 'password' && one !== 'passkey');
  const prove = useAction(async (body: Partial<Body>) => {
    await data(client.POST('/api/v1/auth/reauthenticate', { body: body }));
    onDone();
  });
  const passkey = useAction(async () => {
    const { token, options } = await data(client.POST('/api/v1/auth/reauthenticate/passkey-options'));
    try {
      await prove.run({ token, credential: await askPasskey(options) });
    } catch (error) {
      if (!wasDismissed(error)) throw error;
    }
  });
  const send = useAction(async (method: 'email' | 'sms') => {
    await data(client.POST('/api/v1/auth/reauthenticate/send', { body: { method } }));
  });
  const error = prove.error ?? passkey.error ?? send.error;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        const values = submitted(event);
        void prove.run(
          byPassword ? { password: values['password'] ?? '' } : { code: (values['code'] ?? '').trim() },
        );
      }}
    >
      <p className={styles.note}>{t`This is a sensitive change, so we ask once more.`}</p>
      {error !== null && <Notice kind="bad">{describe(error)}</Notice>}
      {methods.includes('passkey') && canUsePasskeys() && (
        <Button wide busy={passkey.busy} onClick={() => void passkey.run(undefined)}>
          {t`Use a passkey`}
        </Button>
      )}
      {byPassword && (
        <PasswordField label={t`Password`} name="password" autoComplete="current-password" autoFocus />
      )}
      {codes.length > 0 && (
        <TextField
          label={t`Code`}
          name="code"
          autoComplete="one-time-code"
          hint={t`From your authenticator app, a message or your recovery codes.`}
          autoFocus
        />
      )}
      {(['email', 'sms'] as const)
        .filter((one) => codes.includes(one))
        .map((one) => (
          <Button key={one} wide busy={send.busy} onClick={() => void send.run(one)}>
            {one === 'email' ? t`Get a code by mail` : t`Get a code by SMS`}
          </Button>
        ))}
      {(byPassword || codes.length > 0) && (
        <Button look="primary" type="submit" wide busy={prove.busy}>
          {t`Go on`}
        </Button>
      )}
    </form>
  );
}
