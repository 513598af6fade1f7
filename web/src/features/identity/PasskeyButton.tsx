import { t } from '@lingui/core/macro';
import { client, data } from '@/api/client';
import { describe } from '@/api/problem';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { askPasskey, canUsePasskeys, wasDismissed } from '@/lib/passkeys';
import { useAction } from '@/lib/use-action';

/** Signs in by a passkey alone, where the browser can. */
export function PasskeyButton({ onDone }: { onDone: () => Promise<void> }) {
  const passkey = useAction(async () => {
    const { token, options } = await data(client.POST('/api/v1/auth/passkey/options'));
    try {
      const credential = await askPasskey(options);
      await data(client.POST('/api/v1/auth/passkey/verify', { body: { token, credential } }));
      await onDone();
    } catch (error) {
      if (!wasDismissed(error)) throw error;
    }
  });
  if (!canUsePasskeys()) return null;
  return (
    <>
      {passkey.error !== null && <Notice kind="bad">{describe(passkey.error)}</Notice>}
      <Button wide busy={passkey.busy} onClick={() => void passkey.run(undefined)}>
        {t`Sign in with a passkey`}
      </Button>
    </>
  );
}
