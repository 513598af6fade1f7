import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { client, data } from '@/api/client';
import { describe } from '@/api/problem';
import { Button } from '@/components/Button';
import { SelectField, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { SkeletonRows } from '@/components/Skeleton';
import { submitted } from '@/lib/form';
import { type Domain, domainsOptions, useDomainDeed } from './domains';
import { Group } from './Group';
import { roleNames } from './roles';
import styles from './SettingsPage.module.css';

const joiningRoles = ['developer', 'analyst', 'viewer'] as const;

/** Domains that the organization owns, and who may join by an address of one. */
export function DomainsGroup() {
  const found = useQuery(domainsOptions);
  return (
    <Group
      title={t`Domains`}
      about={t`Prove that a domain is yours, and whoever has confirmed an address of it may join as you choose.`}
    >
      {!found.data && <SkeletonRows count={1} height={56} />}
      {found.data && found.data.items.length > 0 && (
        <ul className={styles.rows}>
          {found.data.items.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </ul>
      )}
      {found.data && <Add />}
    </Group>
  );
}

function Add() {
  const form = useRef<HTMLFormElement>(null);
  const add = useDomainDeed(
    (name: string) => data(client.POST('/api/v1/domains', { body: { name } })),
    () => form.current?.reset(),
  );
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        const name = (submitted(event)['domain'] ?? '').trim();
        if (name) add.mutate(name);
      }}
    >
      {add.isError && <Notice kind="bad">{describe(add.error)}</Notice>}
      <TextField
        label={t`Name of the domain`}
        name="domain"
        autoComplete="off"
        hint={t`For example: example.com`}
      />
      <div>
        <Button type="submit" busy={add.isPending}>{t`Add domain`}</Button>
      </div>
    </form>
  );
}

function Row({ one }: { one: Domain }) {
  const { name } = one;
  const path = { params: { path: { domain_id: one.id } } };
  const verify = useDomainDeed(() => data(client.POST('/api/v1/domains/{domain_id}/verify', path)));
  const remove = useDomainDeed(() => data(client.DELETE('/api/v1/domains/{domain_id}', path)));
  const fault = verify.error ?? remove.error;
  return (
    <li className={styles.tall}>
      <div className={styles.line}>
        <span>
          <b>{name}</b>
          <small>{one.verified_at ? t`Verified` : t`Not verified yet`}</small>
        </span>
        <span className={styles.actions}>
          {!one.verified_at && (
            <Button
              size="small"
              look="primary"
              busy={verify.isPending}
              aria-label={t`Verify: ${name}`}
              onClick={() => {
                verify.mutate(undefined);
              }}
            >{t`Verify`}</Button>
          )}
          <Button
            size="small"
            busy={remove.isPending}
            aria-label={t`Give up: ${name}`}
            onClick={() => {
              remove.mutate(undefined);
            }}
          >{t`Give up`}</Button>
        </span>
      </div>
      {fault && <Notice kind="bad">{describe(fault)}</Notice>}
      {one.verified_at ? <Joining one={one} /> : <Record one={one} />}
    </li>
  );
}

function Record({ one }: { one: Domain }) {
  return (
    <>
      <small>{t`Put this TXT record into the DNS of the domain, then verify it:`}</small>
      <dl className={styles.facts}>
        <dt>{t`Name`}</dt>
        <dd>
          <code>{one.record_name}</code>
        </dd>
        <dt>{t`Text`}</dt>
        <dd>
          <code>{one.record_value}</code>
        </dd>
      </dl>
    </>
  );
}

function Joining({ one }: { one: Domain }) {
  const { name } = one;
  const change = useDomainDeed((body: Pick<Domain, 'joining' | 'role'>) =>
    data(client.PUT('/api/v1/domains/{domain_id}', { params: { path: { domain_id: one.id } }, body })),
  );
  return (
    <div className={styles.form}>
      {change.isError && <Notice kind="bad">{describe(change.error)}</Notice>}
      <SelectField
        label={t`Who has an address at ${name}`}
        value={one.joining}
        disabled={change.isPending}
        onChange={(event) => {
          change.mutate({ joining: event.target.value as Domain['joining'], role: one.role });
        }}
      >
        <option value="nobody">{t`Needs an invitation`}</option>
        <option value="on_request">{t`May join`}</option>
        <option value="automatic">{t`Joins when they sign up`}</option>
      </SelectField>
      {one.joining !== 'nobody' && (
        <SelectField
          label={t`As what`}
          value={one.role}
          disabled={change.isPending}
          onChange={(event) => {
            change.mutate({ joining: one.joining, role: event.target.value as Domain['role'] });
          }}
        >
          {joiningRoles.map((role) => (
            <option key={role} value={role}>
              {i18n._(roleNames[role])}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
}
