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

const schemes: { value: SchemeChoice; label: string }[] = [
  { value: 'system', label: 'Like the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export function SettingsPage() {
  const me = useQuery(meOptions);
  const instance = useQuery(instanceOptions);
  const cache = useQueryClient();
  const navigate = useNavigate();
  const choice = useSchemeChoice();
  useTitle('Settings');
  const leave = useAction(async () => {
    await signOut();
    await navigate({ to: '/login' });
    cache.clear();
  });
  const account = me.data?.account;
  return (
    <Page title="Settings" large>
      <div className={styles.groups}>
        <Group title="Appearance" about="Kept in this browser.">
          <fieldset className={styles.choice}>
            <legend className="visually-hidden">Appearance</legend>
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
                {label}
              </label>
            ))}
          </fieldset>
        </Group>
        <Group title="Account" about="Who you are here.">
          <dl className={styles.facts}>
            {account?.name && (
              <>
                <dt>Name</dt>
                <dd>{account.name}</dd>
              </>
            )}
            <dt>Email</dt>
            <dd>{account?.email}</dd>
            {me.data?.organizations.map((one) => (
              <div key={one.id} className={styles.pair}>
                <dt>Organization</dt>
                <dd>
                  {one.name} <span>{[one.role, one.tier].filter(Boolean).join(', ')}</span>
                </dd>
              </div>
            ))}
          </dl>
          {leave.error !== null && <Notice kind="bad">{describe(leave.error)}</Notice>}
          <div>
            <Button busy={leave.busy} onClick={() => void leave.run(undefined)}>
              Sign out
            </Button>
          </div>
        </Group>
        {instance.data && (
          <Group title="This server" about="What it runs with.">
            <dl className={styles.facts}>
              <dt>Version</dt>
              <dd>{instance.data.version}</dd>
              <dt>Analysts</dt>
              <dd>
                {instance.data.model.configured
                  ? `Model (${instance.data.model.provider ?? 'configured'})`
                  : 'Built-in rules, no model configured'}
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
