import { t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { signOut } from '@/api/account';
import { describe, Problem } from '@/api/problem';
import type { Me } from '@/api/types';
import { Button } from '@/components/Button';
import { SelectField, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { toast, toastError } from '@/components/toast-store';
import { chooseScheme, type SchemeChoice, useSchemeChoice } from '@/lib/color-scheme';
import { submitted } from '@/lib/form';
import { chooseLanguage, type LanguageChoice, languages, useLanguageChoice } from '@/lib/language';
import { setTimeZone, timeZone } from '@/lib/locale';
import { useAction } from '@/lib/use-action';
import { Choices, Group } from './Group';
import { useChangeAccount } from './queries';
import styles from './SettingsPage.module.css';

export function ProfileTab({ account }: { account: Me['account'] }) {
  return (
    <div className={styles.groups}>
      <NameGroup account={account} />
      <LookGroup />
      <LanguageGroup />
      <TimeGroup zone={account.time_zone} />
      <LeaveGroup email={account.email} />
    </div>
  );
}

function NameGroup({ account }: { account: Me['account'] }) {
  const change = useChangeAccount();
  const [missing, setMissing] = useState(false);
  const refused = change.error instanceof Problem ? change.error.fields['name'] : undefined;
  return (
    <Group title={t`Name`} about={t`How others see you.`}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          const name = (submitted(event)['name'] ?? '').trim();
          setMissing(name === '');
          if (name === '' || name === account.name) return;
          change.mutate(
            { name },
            {
              onSuccess: () => {
                toast(t`Saved.`);
              },
            },
          );
        }}
      >
        {change.isError && !refused && <Notice kind="bad">{describe(change.error)}</Notice>}
        <TextField
          label={t`Name`}
          name="name"
          autoComplete="name"
          maxLength={200}
          defaultValue={account.name}
          error={missing ? t`Enter a name.` : refused}
        />
        <div>
          <Button type="submit" busy={change.isPending}>
            {t`Save`}
          </Button>
        </div>
      </form>
    </Group>
  );
}

function LookGroup() {
  const choice = useSchemeChoice();
  const change = useChangeAccount();
  return (
    <Group title={t`Appearance`} about={t`Applies wherever you sign in.`}>
      <Choices<SchemeChoice>
        label={t`Appearance`}
        name="scheme"
        choices={[
          { value: 'system', label: t`Like the system` },
          { value: 'light', label: t`Light` },
          { value: 'dark', label: t`Dark` },
        ]}
        chosen={choice}
        onChoose={(theme) => {
          chooseScheme(theme);
          change.mutate({ theme }, { onError: toastError });
        }}
      />
    </Group>
  );
}

function LanguageGroup() {
  const choice = useLanguageChoice();
  const change = useChangeAccount();
  return (
    <Group title={t`Language`} about={t`Of the pages; what people and analysts write stays as it is.`}>
      <Choices<LanguageChoice>
        label={t`Language`}
        name="language"
        choices={[
          { value: 'system', label: t`Like the browser` },
          ...Object.entries(languages).map(([value, label]) => ({ value: value as LanguageChoice, label })),
        ]}
        chosen={choice}
        onChoose={(language) => {
          change.mutate({ language: language === 'system' ? null : language }, { onError: toastError });
          chooseLanguage(language).catch(toastError);
        }}
      />
    </Group>
  );
}

function TimeGroup({ zone }: { zone: string | null }) {
  const change = useChangeAccount();
  const [own] = useState(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (
    <Group title={t`Time zone`} about={t`In which times are shown.`}>
      <div className={styles.form}>
        <SelectField
          label={t`Time zone`}
          value={zone ?? ''}
          onChange={(event) => {
            const chosen = event.target.value || null;
            setTimeZone(chosen ?? undefined);
            change.mutate({ time_zone: chosen }, { onError: toastError });
          }}
        >
          <option value="">{t`Like the browser (${{ zone: own }})`}</option>
          {Intl.supportedValuesOf('timeZone').map((name) => (
            <option key={name} value={name}>
              {name.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
        <p className={styles.note}>{t`Now in use: ${{ zone: zone ?? timeZone() }}`}</p>
      </div>
    </Group>
  );
}

function LeaveGroup({ email }: { email: string }) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const leave = useAction(async () => {
    await signOut();
    await navigate({ to: '/login' });
    cache.clear();
  });
  return (
    <Group title={t`Account`} about={email}>
      {leave.error !== null && <Notice kind="bad">{describe(leave.error)}</Notice>}
      <div>
        <Button busy={leave.busy} onClick={() => void leave.run(undefined)}>
          {t`Sign out`}
        </Button>
      </div>
    </Group>
  );
}
