import { t } from '@lingui/core/macro';
import { useRef, useState } from 'react';
import { client, data } from '@/api/client';
import { describe } from '@/api/problem';
import { Button } from '@/components/Button';
import { SelectField, TextArea, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { submitted } from '@/lib/form';
import { secretsOf, type Server, useServerDeed, wordsOf } from './servers';
import styles from './ServersPage.module.css';

/** A server, written down; nobody uses it before it is approved. */
export function AddServer({ projectId }: { projectId: string }) {
  const form = useRef<HTMLFormElement>(null);
  const [transport, setTransport] = useState<Server['transport']>('stdio');
  const add = useServerDeed(
    projectId,
    (given: Record<string, string>) =>
      data(
        client.POST('/api/v1/projects/{project_id}/mcp-servers', {
          params: { path: { project_id: projectId } },
          body: {
            name: (given['server'] ?? '').trim(),
            transport,
            command: transport === 'stdio' ? wordsOf(given['reached'] ?? '') : [],
            url: transport === 'http' ? (given['reached'] ?? '').trim() : null,
            secrets: secretsOf(given['secrets'] ?? ''),
            seconds: 60,
            output_characters: 30_000,
          },
        }),
      ),
    () => form.current?.reset(),
  );
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        add.mutate(submitted(event));
      }}
    >
      <h2>{t`Add a server`}</h2>
      {add.isError && <Notice kind="bad">{describe(add.error)}</Notice>}
      <TextField
        label={t`Name of the server`}
        name="server"
        autoComplete="off"
        hint={t`Letters, digits and hyphens; its tools are called mcp__name__tool.`}
      />
      <SelectField
        label={t`How it is reached`}
        value={transport}
        onChange={(event) => {
          setTransport(event.target.value as Server['transport']);
        }}
      >
        <option value="stdio">{t`As a program in the sandbox`}</option>
        <option value="http">{t`At an address`}</option>
      </SelectField>
      <TextField
        label={transport === 'stdio' ? t`Command` : t`Address`}
        name="reached"
        autoComplete="off"
        spellCheck={false}
        hint={
          transport === 'stdio'
            ? t`For example: python3 tools/weather.py`
            : t`Whoever runs this installation must have allowed its host.`
        }
      />
      <TextArea
        label={transport === 'stdio' ? t`Variables` : t`Headers`}
        name="secrets"
        optional
        rows={2}
        spellCheck={false}
        hint={t`One a line: NAME=value. Values are encrypted and never shown again.`}
      />
      <div>
        <Button type="submit" busy={add.isPending}>{t`Add server`}</Button>
      </div>
    </form>
  );
}
