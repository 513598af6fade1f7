import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useInstance } from '@/api/instance';
import { describe } from '@/api/problem';
import type { Me } from '@/api/types';
import { Button, buttonClass } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { toast } from '@/components/toast-store';
import { submitted } from '@/lib/form';
import { DomainsGroup } from './DomainsGroup';
import { Group } from './Group';
import { JoinableGroup } from './JoinableGroup';
import { NewOrganization } from './NewOrganization';
import { useRenameOrganization } from './queries';
import { roleNames } from './roles';
import styles from './SettingsPage.module.css';

type Membership = Me['organizations'][number];

export function OrganizationTab({ me }: { me: Me }) {
  const organization =
    me.organizations.find((one) => one.id === me.active_organization_id) ?? me.organizations[0];
  return (
    <div className={styles.groups}>
      {organization && <NameGroup key={organization.id} organization={organization} me={me} />}
      {me.permissions.includes('organization:write') && <DomainsGroup />}
      {me.permissions.includes('audit:read') && <AuditGroup />}
      <JoinableGroup />
      <NewOrganization />
      <ServerGroup />
    </div>
  );
}

function NameGroup({ organization, me }: { organization: Membership; me: Me }) {
  const rename = useRenameOrganization(organization.id);
  const [missing, setMissing] = useState(false);
  const mayWrite = me.permissions.includes('organization:write');
  const role = me.custom_role ?? i18n._(roleNames[organization.role]);
  return (
    <Group title={t`Organization`} about={t`You are here as: ${role}`}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          const name = (submitted(event)['name'] ?? '').trim();
          setMissing(name === '');
          if (name === '' || name === organization.name) return;
          rename.mutate(name, {
            onSuccess: () => {
              toast(t`Saved.`);
            },
          });
        }}
      >
        {rename.isError && <Notice kind="bad">{describe(rename.error)}</Notice>}
        <TextField
          label={t`Name of the organization`}
          name="name"
          autoComplete="organization"
          maxLength={200}
          defaultValue={organization.name}
          disabled={!mayWrite}
          hint={mayWrite ? undefined : t`Owners and administrators can change it.`}
          error={missing ? t`Enter a name.` : undefined}
        />
        {mayWrite && (
          <div>
            <Button type="submit" busy={rename.isPending}>
              {t`Save`}
            </Button>
          </div>
        )}
      </form>
    </Group>
  );
}

function AuditGroup() {
  return (
    <Group title={t`Audit`} about={t`Who did what that matters for security, and what was refused.`}>
      <Link to="/audit" className={buttonClass()}>
        {t`Open the audit`}
      </Link>
    </Group>
  );
}

function ServerGroup() {
  const instance = useInstance();
  if (!instance) return null;
  const provider = instance.model.provider;
  return (
    <Group title={t`This server`} about={t`What it runs with.`}>
      <dl className={styles.facts}>
        <dt>{t`Name`}</dt>
        <dd>{instance.name}</dd>
        <dt>{t`Version`}</dt>
        <dd>{instance.version}</dd>
        <dt>{t`Analysts`}</dt>
        <dd>
          {instance.model.configured
            ? provider
              ? t`Model (${provider})`
              : t`A model`
            : t`Built-in rules, no model configured`}
        </dd>
      </dl>
    </Group>
  );
}
