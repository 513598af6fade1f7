import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { client, data } from '@/api/client';
import { Button } from '@/components/Button';
import { SelectField, TextField } from '@/components/Field';
import { SkeletonRows } from '@/components/Skeleton';
import { Time } from '@/components/Time';
import { toast } from '@/components/toast-store';
import { submitted } from '@/lib/form';
import { Group } from '../Group';
import { type Role, roleNames } from '../roles';
import styles from '../SettingsPage.module.css';
import { type Invitation, invitationsOptions, useDeed } from './queries';

/** Who is invited, and inviting somebody. */
export function InvitationsGroup() {
  const found = useQuery(invitationsOptions);
  return (
    <Group title={t`Invitations`} about={t`A mail with a link that works for 7 days, only for its address.`}>
      {!found.data && <SkeletonRows count={1} height={56} />}
      {found.data && found.data.items.length > 0 && (
        <ul className={styles.rows}>
          {found.data.items.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </ul>
      )}
      {found.data && <Invite roles={found.data.roles} />}
    </Group>
  );
}

function Invite({ roles }: { roles: Role[] }) {
  const form = useRef<HTMLFormElement>(null);
  const invite = useDeed(
    (body: { email: string; role: Role }) => data(client.POST('/api/v1/invitations', { body })),
    ({ email }) => {
      form.current?.reset();
      toast(t`The invitation is on its way to ${email}.`);
    },
  );
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        const { email = '', role = 'viewer' } = submitted(event);
        if (email.trim()) invite.mutate({ email: email.trim(), role: role as Role });
      }}
    >
      <TextField label={t`Email`} name="email" type="email" autoComplete="off" required />
      <SelectField
        label={t`Role`}
        name="role"
        defaultValue={roles.includes('developer') ? 'developer' : 'viewer'}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {i18n._(roleNames[role])}
          </option>
        ))}
      </SelectField>
      <div>
        <Button type="submit" look="primary" busy={invite.isPending}>{t`Invite`}</Button>
      </div>
    </form>
  );
}

function Row({ one }: { one: Invitation }) {
  const { email } = one;
  const path = { params: { path: { invitation_id: one.id } } };
  const revoke = useDeed(() => data(client.DELETE('/api/v1/invitations/{invitation_id}', path)));
  const resend = useDeed(
    () => data(client.POST('/api/v1/invitations/{invitation_id}/resend', path)),
    () => {
      toast(t`The invitation is on its way to ${email}.`);
    },
  );
  return (
    <li>
      <span>
        <b>{email}</b>
        <small>
          {i18n._(roleNames[one.role])}
          {' · '}
          {one.expired ? t`Expired` : <Time at={one.created_at} />}
        </small>
      </span>
      <span className={styles.actions}>
        <Button
          size="small"
          busy={resend.isPending}
          aria-label={t`Send again: ${email}`}
          onClick={() => {
            resend.mutate(undefined);
          }}
        >{t`Send again`}</Button>
        <Button
          size="small"
          busy={revoke.isPending}
          aria-label={t`Take back: ${email}`}
          onClick={() => {
            revoke.mutate(undefined);
          }}
        >{t`Take back`}</Button>
      </span>
    </li>
  );
}
