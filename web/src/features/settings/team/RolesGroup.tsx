import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Checks, Group } from '../Group';
import { roleNames } from '../roles';
import { Sheet } from '../security/Sheet';
import styles from '../SettingsPage.module.css';
import { type CustomRole, customRolesOptions, type Permission, useDeed } from './queries';

type TableRole = components['schemas']['RoleRead'];

/** The table of roles, and those that the organization made for itself. */
export function RolesGroup({ roles, mayChange }: { roles: TableRole[]; mayChange: boolean }) {
  const own = useQuery(customRolesOptions);
  const [open, setOpen] = useState<CustomRole | 'new'>();
  const reading = roles.find((one) => one.role === 'viewer')?.permissions ?? [];
  const all = roles.find((one) => one.role === 'owner')?.permissions ?? [];
  return (
    <Group title={t`Roles`} about={t`What each role may do here.`}>
      <dl className={styles.facts}>
        {roles.map(({ role, permissions }) => (
          <div key={role} className={styles.pair}>
            <dt>{i18n._(roleNames[role])}</dt>
            <dd>
              <small>{permissions.join(', ')}</small>
            </dd>
          </div>
        ))}
      </dl>
      {own.data && own.data.items.length > 0 && (
        <ul className={styles.rows}>
          {own.data.items.map((one) => (
            <Row
              key={one.id}
              one={one}
              onChange={() => {
                setOpen(one);
              }}
            />
          ))}
        </ul>
      )}
      {mayChange && (
        <Button
          onClick={() => {
            setOpen('new');
          }}
        >{t`Make a role`}</Button>
      )}
      {open && (
        <Sheet
          title={open === 'new' ? t`New role` : t`Change the role`}
          onClose={() => {
            setOpen(undefined);
          }}
        >
          <Form
            one={open === 'new' ? undefined : open}
            all={all.filter((one) => one !== 'ownership:write')}
            reading={reading}
            onDone={() => {
              setOpen(undefined);
            }}
          />
        </Sheet>
      )}
    </Group>
  );
}

function Row({ one, onChange }: { one: CustomRole; onChange: () => void }) {
  const { id, name, member_count } = one;
  const remove = useDeed(() =>
    data(
      client.DELETE('/api/v1/custom-roles/{custom_role_id}', { params: { path: { custom_role_id: id } } }),
    ),
  );
  return (
    <li>
      <span>
        <b>{name}</b>
        <small>
          {plural(member_count, { 0: 'Nobody has it', one: '# member', other: '# members' })}
          {' · '}
          {one.permissions.join(', ')}
        </small>
      </span>
      {one.yours_to_give && (
        <span className={styles.actions}>
          <Button
            size="small"
            aria-label={t`Change the role: ${name}`}
            onClick={onChange}
          >{t`Change`}</Button>
          {member_count === 0 && (
            <Button
              size="small"
              busy={remove.isPending}
              aria-label={t`Delete the role: ${name}`}
              onClick={() => {
                remove.mutate(undefined);
              }}
            >{t`Delete`}</Button>
          )}
        </span>
      )}
    </li>
  );
}

interface FormProps {
  one: CustomRole | undefined;
  all: Permission[];
  reading: Permission[];
  onDone: () => void;
}

function Form({ one, all, reading, onDone }: FormProps) {
  const [name, setName] = useState(one?.name ?? '');
  const [chosen, setChosen] = useState<Permission[]>(one?.permissions ?? []);
  const write = useDeed(() => {
    const body = { name: name.trim(), permissions: chosen };
    return one
      ? data(
          client.PUT('/api/v1/custom-roles/{custom_role_id}', {
            params: { path: { custom_role_id: one.id } },
            body,
          }),
        )
      : data(client.POST('/api/v1/custom-roles', { body }));
  }, onDone);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) write.mutate(undefined);
      }}
    >
      <TextField
        label={t`Name of the role`}
        name="role-name"
        autoComplete="off"
        maxLength={60}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <Checks
        legend={t`What this role may do`}
        all={all}
        chosen={chosen}
        fixed={reading}
        onChange={setChosen}
      />
      <div>
        <Button type="submit" look="primary" busy={write.isPending}>{t`Save`}</Button>
      </div>
    </form>
  );
}
