import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { describe } from '@/api/problem';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { chooseScheme, type SchemeChoice, useSchemeChoice } from '@/lib/color-scheme';
import { useAction } from '@/lib/use-action';
import { useTitle } from '@/lib/use-title';
import { instanceOptions, meOptions, signOut } from './queries';
import styles from './SettingsPage.module.css';

const schemes: { value: SchemeChoice; label: MessageDescriptor }[] = [
  { value: 'system', label: msg`Like the system` },
  { value: 'light', label: msg`Light` },
  { value: 'dark', label: msg`Dark` },
];

export function SettingsPage() {
  const me = useQuery(meOptions);
  const instance = useQuery(instanceOptions);
  const cache = useQueryClient();
  const navigate = useNavigate();
  const choice = useSchemeChoice();
  useTitle(t`Settings`);
  const leave = useAction(async () => {
    await signOut();
    await navigate({ to: '/login' });
    cache.clear();
  });
  const account = me.data?.account;
  return (
    <Page title={t`Settings`} large>
      <div className={styles.groups}>
        <Group title={t`Appearance`} about={t`Kept in this browser.`}>
          <fieldset className={styles.choice}>
            <legend className="visually-hidden">{t`Appearance`}</legend>
            {schemes.map(({ value, label }) => (
              <label key={value} data-chosen={choice === value ? true : undefined}>
                <input
                  type="radio"
                  name="scheme"
                  className="visually-hidden"
                  checked={choice === value}
                  onChange={() => {
                    chooseScheme(value);
                  }}
                />
                {i18n._(label)}
              </label>
            ))}
          </fieldset>
        </Group>
        <Group title={t`Account`} about={t`Who you are here.`}>
          <dl className={styles.facts}>
            {account?.name && (
              <>
                <dt>{t`Name`}</dt>
                <dd>{account.name}</dd>
              </>
            )}
            <dt>{t`Email`}</dt>
            <dd>{account?.email}</dd>
            {me.data?.organizations.map((one) => (
              <div key={one.id} className={styles.pair}>
                <dt>{t`Organization`}</dt>
                <dd>
                  {one.name} <span>{[one.role, one.tier].filter(Boolean).join(', ')}</span>
                </dd>
              </div>
            ))}
          </dl>
          {leave.error !== null && <Notice kind="bad">{describe(leave.error)}</Notice>}
          <div>
            <Button busy={leave.busy} onClick={() => void leave.run(undefined)}>
              {t`Sign out`}
            </Button>
          </div>
        </Group>
        {instance.data && (
          <Group title={t`This server`} about={t`What it runs with.`}>
            <dl className={styles.facts}>
              <dt>{t`Version`}</dt>
              <dd>{instance.data.version}</dd>
              <dt>{t`Analysts`}</dt>
              <dd>
                {instance.data.model.configured
                  ? modelName(instance.data.model.provider)
                  : t`Built-in rules, no model configured`}
              </dd>
            </dl>
          </Group>
        )}
      </div>
    </Page>
  );
}

function Group({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <div>
        <h2>{title}</h2>
        <p>{about}</p>
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

function modelName(provider: string | null): string {
  return provider ? t`Model (${provider})` : t`A model`;
}
