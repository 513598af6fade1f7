import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, data } from '@/api/client';
import { describe } from '@/api/problem';
import type { components } from '@/api/schema';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Checks, Choices } from '../Group';
import styles from '../SettingsPage.module.css';
import { apiKeysOptions } from './queries';

type Scope = components['schemas']['Permission'];
const lives = ['30', '90', '365'] as const;

/** The form of a new key. */
export function NewApiKey({ scopes, onMade }: { scopes: string[]; onMade: (text: string) => void }) {
  const cache = useQueryClient();
  const [chosen, setChosen] = useState<string[]>(scopes.filter((scope) => scope.endsWith(':read')));
  const [days, setDays] = useState<(typeof lives)[number]>('90');
  const [name, setName] = useState('');
  const create = useMutation({
    mutationFn: () =>
      data(
        client.POST('/api/v1/api-keys', {
          body: {
            name,
            scopes: chosen as Scope[],
            expires_at: new Date(Date.now() + Number(days) * 86_400_000).toISOString(),
          },
        }),
      ),
    onSuccess: (key) => {
      onMade(key.key);
      setName('');
      return cache.invalidateQueries({ queryKey: apiKeysOptions.queryKey });
    },
  });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() && chosen.length > 0) create.mutate();
      }}
    >
      {create.isError && <Notice kind="bad">{describe(create.error)}</Notice>}
      <TextField
        label={t`What is it for?`}
        name="key-name"
        autoComplete="off"
        maxLength={100}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <Checks legend={t`What it may do`} all={scopes} chosen={chosen} onChange={setChosen} />
      <Choices
        label={t`How long it works`}
        name="key-days"
        chosen={days}
        onChoose={setDays}
        choices={lives.map((count) => ({ value: count, label: t`${count} days` }))}
      />
      <div>
        <Button type="submit" look="primary" busy={create.isPending}>{t`Make the key`}</Button>
      </div>
    </form>
  );
}
