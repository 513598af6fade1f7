import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { client, data } from '@/api/client';
import { Problem } from '@/api/problem';
import { Button } from '@/components/Button';
import { PasswordField, TextField } from '@/components/Field';
import { Time } from '@/components/Time';
import { toast } from '@/components/toast-store';
import { submitted } from '@/lib/form';
import { Group } from '../Group';
import styles from '../SettingsPage.module.css';
import { useSensitive } from './queries';

const SHORTEST = 15;

export function CredentialsGroups({ email, changedAt }: { email: string; changedAt: string | null }) {
  return (
    <>
      <PasswordGroup changedAt={changedAt} />
      <EmailGroup email={email} />
    </>
  );
}

function PasswordGroup({ changedAt }: { changedAt: string | null }) {
  const form = useRef<HTMLFormElement>(null);
  const [short, setShort] = useState<string>();
  const change = useSensitive((password: string) =>
    data(client.PUT('/api/v1/me/password', { body: { password } })),
  );
  const refused = change.error instanceof Problem ? change.error.fields['password'] : undefined;
  return (
    <Group title={t`Password`} about={t`A new one signs you out everywhere else.`}>
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          const password = submitted(event)['password'] ?? '';
          const missing = SHORTEST - [...password].length;
          setShort(
            missing > 0
              ? plural(missing, { one: 'One more character.', other: '# more characters.' })
              : undefined,
          );
          if (missing > 0) return;
          change.mutate(password, {
            onSuccess: () => {
              form.current?.reset();
              toast(t`Your password was changed.`);
            },
          });
        }}
      >
        <PasswordField
          label={t`New password`}
          name="password"
          autoComplete="new-password"
          hint={t`15 characters or more. A few words are easiest to remember.`}
          error={short ?? refused}
        />
        {changedAt && (
          <p className={styles.note}>
            <Trans>
              Changed <Time at={changedAt} />
            </Trans>
          </p>
        )}
        <div>
          <Button type="submit" busy={change.isPending}>
            {t`Change password`}
          </Button>
        </div>
      </form>
    </Group>
  );
}

function EmailGroup({ email }: { email: string }) {
  const change = useSensitive((address: string) =>
    data(client.POST('/api/v1/me/email', { body: { email: address } })),
  );
  const refused = change.error instanceof Problem ? change.error.fields['email'] : undefined;
  return (
    <Group
      title={t`Email`}
      about={t`Now: ${{ email }}. The new one counts once you open the link that we mail to it.`}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          const address = (submitted(event)['email'] ?? '').trim();
          if (address === '' || address === email) return;
          change.mutate(address, {
            onSuccess: () => {
              toast(t`Look into the mail of the new address.`);
            },
          });
        }}
      >
        <TextField label={t`New email`} name="email" type="email" autoComplete="email" error={refused} />
        <div>
          <Button type="submit" busy={change.isPending}>
            {t`Change email`}
          </Button>
        </div>
      </form>
    </Group>
  );
}
