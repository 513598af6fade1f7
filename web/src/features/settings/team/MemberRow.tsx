import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { client, data } from '@/api/client';
import type { Me } from '@/api/types';
import { Button } from '@/components/Button';
import { toast } from '@/components/toast-store';
import { type Role, roleNames } from '../roles';
import { useGuard } from '../security/guard';
import { Sheet } from '../security/Sheet';
import styles from '../SettingsPage.module.css';
import { type CustomRole, type Member, useDeed } from './queries';

interface Props {
  member: Member;
  me: Me;
  mine: Role | undefined;
  toGive: Role[];
  ownToGive: CustomRole[];
}

type Question = 'remove' | 'leave' | 'transfer';

/** A member, and what the person who looks may do about them. */
export function MemberRow({ member, me, mine, toGive, ownToGive }: Props) {
  const [asked, setAsked] = useState<Question>();
  const { name, account_id } = member;
  const isMe = account_id === me.account.id;
  const path = { params: { path: { account_id } } };
  const change = useDeed(
    (given: string) => {
      const role = toGive.find((one) => one === given);
      const body = role ? { role } : { custom_role_id: given };
      return data(client.PATCH('/api/v1/members/{account_id}', { ...path, body }));
    },
    () => {
      toast(t`Saved.`);
    },
  );
  const own = member.custom_role;
  const held = own ? own.id : member.role;
  const manageable = own ? ownToGive.some((one) => one.id === own.id) : toGive.includes(member.role);
  return (
    <li>
      <span>
        <b>{isMe ? t`${name} (you)` : name}</b>
        <small>{member.email}</small>
      </span>
      <span className={styles.actions}>
        {manageable && !isMe ? (
          <select
            aria-label={t`Role of ${name}`}
            value={held}
            disabled={change.isPending}
            onChange={(event) => {
              change.mutate(event.target.value);
            }}
          >
            {toGive.map((role) => (
              <option key={role} value={role}>
                {i18n._(roleNames[role])}
              </option>
            ))}
            {ownToGive.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        ) : (
          <small>{own ? own.name : i18n._(roleNames[member.role])}</small>
        )}
        {mine === 'owner' && !isMe && member.role !== 'owner' && (
          <Button
            size="small"
            aria-label={t`Hand over to ${name}`}
            onClick={() => {
              setAsked('transfer');
            }}
          >{t`Hand over`}</Button>
        )}
        {manageable && !isMe && (
          <Button
            size="small"
            aria-label={t`Remove: ${name}`}
            onClick={() => {
              setAsked('remove');
            }}
          >{t`Remove`}</Button>
        )}
        {isMe && (
          <Button
            size="small"
            onClick={() => {
              setAsked('leave');
            }}
          >{t`Leave`}</Button>
        )}
      </span>
      {asked && (
        <Confirm
          question={asked}
          member={member}
          onClose={() => {
            setAsked(undefined);
          }}
        />
      )}
    </li>
  );
}

function Confirm({ question, member, onClose }: { question: Question; member: Member; onClose: () => void }) {
  const guard = useGuard();
  const { name, account_id } = member;
  const path = { params: { path: { account_id } } };
  const act = useDeed(async () => {
    if (question === 'transfer') {
      onClose();
      await guard(() => data(client.POST('/api/v1/members/{account_id}/ownership', path)));
    } else if (question === 'remove') {
      await data(client.DELETE('/api/v1/members/{account_id}', path));
      onClose();
    } else {
      await data(client.DELETE('/api/v1/members/me'));
      window.location.assign('/');
    }
  });
  const words = {
    remove: {
      title: t`Remove ${name}?`,
      text: t`Their access ends at once, with their keys and everything they have open. What they did stays.`,
      button: t`Remove`,
    },
    leave: {
      title: t`Leave this organization?`,
      text: t`Your access ends at once. Only an invitation brings you back.`,
      button: t`Leave`,
    },
    transfer: {
      title: t`Hand the organization over to ${name}?`,
      text: t`They own it from now on, and you become an administrator.`,
      button: t`Hand over`,
    },
  }[question];
  return (
    <Sheet title={words.title} onClose={onClose}>
      <p>{words.text}</p>
      <Button
        look={question === 'transfer' ? 'primary' : 'danger'}
        wide
        busy={act.isPending}
        onClick={() => {
          act.mutate(undefined);
        }}
      >
        {words.button}
      </Button>
    </Sheet>
  );
}
