import { msg, t } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { useState } from 'react';
import { client, data } from '@/api/client';
import { describe, Problem } from '@/api/problem';
import type { components } from '@/api/schema';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { submitted } from '@/lib/form';
import { askPasskey, canUsePasskeys, wasDismissed } from '@/lib/passkeys';
import { useAction } from '@/lib/use-action';
import { formClass, PublicPage } from './PublicPage';

export type Asked = components['schemas']['SecondFactorNeeded'];
type Method = Asked['methods'][number];

const leads: Record<Method, ReturnType<typeof msg>> = {
  passkey: msg`Use the passkey of this device or a security key.`,
  totp: msg`Enter the six digits that your authenticator app shows.`,
  email: msg`Enter the six digits that we mail you.`,
  sms: msg`Enter the six digits that we send to your phone.`,
  recovery_code: msg`Enter one of the codes that you wrote down. Each works once.`,
};

const others: Record<Method, ReturnType<typeof msg>> = {
  passkey: msg`Use a passkey`,
  totp: msg`Use the authenticator app`,
  email: msg`Get a code by mail`,
  sms: msg`Get a code by SMS`,
  recovery_code: msg`Use a recovery code`,
};

/** The second step of signing in. */
export function SecondFactor({
  asked,
  onDone,
  onAgain,
}: {
  asked: Asked;
  onDone: () => void;
  onAgain: () => void;
}) {
  const usable = asked.methods.filter((one) => one !== 'passkey' || canUsePasskeys());
  const [method, setMethod] = useState<Method>(usable[0] ?? 'recovery_code');
  const [missing, setMissing] = useState(false);
  const token = asked.mfa_token;

  const verify = useAction(async (code: string) => {
    await data(client.POST('/api/v1/auth/mfa/verify', { body: { mfa_token: token, code, method } }));
    onDone();
  });
  const passkey = useAction(async () => {
    const made = await data(client.POST('/api/v1/auth/mfa/passkey-options', { body: { mfa_token: token } }));
    try {
      const credential = await askPasskey(made.options);
      await data(client.POST('/api/v1/auth/mfa/verify', { body: { mfa_token: token, credential } }));
      onDone();
    } catch (error) {
      if (!wasDismissed(error)) throw error;
    }
  });
  const send = useAction(async (by: Method) => {
    await data(client.POST('/api/v1/auth/mfa/send', { body: { mfa_token: token, method: by } }));
  });
  const choose = (next: Method) => {
    setMethod(next);
    setMissing(false);
    if (next === 'email' || next === 'sms') void send.run(next);
  };
  const error = verify.error ?? passkey.error ?? send.error;
  const over = error instanceof Problem && error.code === 'challenge_expired';

  return (
    <PublicPage stage title={t`One more step`} lead={i18n._(leads[method])}>
      <form
        className={formClass}
        noValidate
        onSubmit={(event) => {
          const code = (submitted(event)['code'] ?? '').trim();
          setMissing(code === '');
          if (code !== '') void verify.run(code);
        }}
      >
        {error !== null && <Notice kind="bad">{describe(error)}</Notice>}
        {method === 'passkey' ? (
          <Button look="primary" wide busy={passkey.busy} onClick={() => void passkey.run(undefined)}>
            {t`Use a passkey`}
          </Button>
        ) : (
          <>
            <TextField
              key={method}
              label={method === 'recovery_code' ? t`Recovery code` : t`Code`}
              name="code"
              inputMode={method === 'recovery_code' ? 'text' : 'numeric'}
              autoComplete="one-time-code"
              spellCheck={false}
              maxLength={40}
              autoFocus
              error={missing ? t`Enter the code.` : undefined}
            />
            <Button look="primary" type="submit" wide busy={verify.busy}>
              {t`Go on`}
            </Button>
          </>
        )}
        {(method === 'email' || method === 'sms') && (
          <Button wide busy={send.busy} onClick={() => void send.run(method)}>
            {t`Send a code`}
          </Button>
        )}
        {usable
          .filter((one) => one !== method)
          .map((one) => (
            <Button
              key={one}
              look="quiet"
              wide
              onClick={() => {
                choose(one);
              }}
            >
              {i18n._(others[one])}
            </Button>
          ))}
        <Button look={over ? 'primary' : 'quiet'} wide onClick={onAgain}>
          {t`Begin again`}
        </Button>
      </form>
    </PublicPage>
  );
}
