import { t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { switchOrganization } from '@/api/account';
import { client, data } from '@/api/client';
import { describe } from '@/api/problem';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { submitted } from '@/lib/form';
import { Group } from './Group';
import styles from './SettingsPage.module.css';

/** Another place to work in, with people and projects of its own. */
export function NewOrganization() {
  const create = useMutation({
    mutationFn: async (name: string) => {
      const made = await data(client.POST('/api/v1/organizations', { body: { name } }));
      await switchOrganization(made.id);
    },
  });
  return (
    <Group
      title={t`New organization`}
      about={t`It has members and projects of its own. You own it, and go there at once.`}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          const name = (submitted(event)['new-organization'] ?? '').trim();
          if (name) create.mutate(name);
        }}
      >
        {create.isError && <Notice kind="bad">{describe(create.error)}</Notice>}
        <TextField
          label={t`Name of the new organization`}
          name="new-organization"
          autoComplete="off"
          maxLength={200}
        />
        <div>
          <Button type="submit" busy={create.isPending}>{t`Create organization`}</Button>
        </div>
      </form>
    </Group>
  );
}
