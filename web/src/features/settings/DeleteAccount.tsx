import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Trash2, TriangleAlert, Users } from 'lucide-react';
import { useState } from 'react';
import { describe } from '@/api/problem';
import type { DeletionPreview } from '@/api/types';
import { Button } from '@/components/Button';
import { PasswordField, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { formValues } from '@/lib/form';
import { deletionOptions, useDeleteAccount } from './data';
import { Group } from './Group';
import own from './DataTab.module.css';
import styles from './SettingsPage.module.css';

type Organization = DeletionPreview['organizations'][number];

/** What would go and what would stay; then, on purpose, the deed itself. */
export function DeleteAccount({ email }: { email: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Group title={t`Delete the account`} about={t`At once and for good. Nobody can bring it back.`}>
      {open ? (
        <Consequences
          email={email}
          onCancel={() => {
            setOpen(false);
          }}
        />
      ) : (
        <div>
          <Button
            look="danger"
            onClick={() => {
              setOpen(true);
            }}
          >
            {t`Delete my account…`}
          </Button>
        </div>
      )}
    </Group>
  );
}

function Consequences({ email, onCancel }: { email: string; onCancel: () => void }) {
  const preview = useQuery(deletionOptions);
  if (preview.isPending) return <SkeletonRows count={2} height={40} />;
  if (preview.isError) return <QueryError query={preview} />;
  const { organizations } = preview.data;
  const blocked = organizations.some((one) => one.fate === 'needs_owner');
  return (
    <>
      <ul className={own.fates}>
        {organizations.map((one) => (
          <Fate key={one.id} organization={one} />
        ))}
        <li>
          <Trash2 size={16} strokeWidth={1.75} aria-hidden />
          {t`Your account, its sign-ins, notifications and archives are deleted.`}
        </li>
      </ul>
      {blocked ? (
        <Notice kind="warning">{t`First make somebody else an owner where you are the only one.`}</Notice>
      ) : (
        <Confirm email={email} onCancel={onCancel} />
      )}
    </>
  );
}

function Fate({ organization }: { organization: Organization }) {
  const { name, fate } = organization;
  if (fate === 'removed')
    return (
      <li>
        <Trash2 size={16} strokeWidth={1.75} aria-hidden />
        {t`${name} is deleted with all its projects, repositories and analyses: nobody else is a member.`}
      </li>
    );
  if (fate === 'kept')
    return (
      <li>
        <Users size={16} strokeWidth={1.75} aria-hidden />
        {t`${name} stays, with what you did there. Your name becomes “Former member”.`}
      </li>
    );
  return (
    <li>
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
      {t`${name} would have no owner.`}
    </li>
  );
}

function Confirm({ email, onCancel }: { email: string; onCancel: () => void }) {
  const remove = useDeleteAccount();
  const [typed, setTyped] = useState({ email: '', password: '' });
  const complete = typed.email.trim().toLowerCase() === email.toLowerCase() && typed.password !== '';
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) remove.mutate(typed);
      }}
      onChange={(event) => {
        const { email: address = '', password = '' } = formValues(event.currentTarget);
        setTyped({ email: address, password });
      }}
    >
      {remove.isError && <Notice kind="bad">{describe(remove.error)}</Notice>}
      <TextField label={t`Type ${email} to confirm`} name="email" autoComplete="off" spellCheck={false} />
      <PasswordField label={t`Password`} name="password" autoComplete="current-password" />
      <div className={own.actions}>
        <Button type="submit" look="danger" disabled={!complete} busy={remove.isPending || remove.isSuccess}>
          {t`Delete everything now`}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t`Cancel`}
        </Button>
      </div>
    </form>
  );
}
