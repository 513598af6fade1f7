import { plural, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgentRun, FileConflict, Settlement } from '@/api/types';
import { Button } from '@/components/Button';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import styles from './Asked.module.css';
import { Failed } from './Asked';
import { conflictsOptions, useSettle } from './queries';

type Take = Settlement['take'];

/** Others changed the same files: a person says what each shall hold. */
export function Conflict({ run }: { run: AgentRun }) {
  const conflicts = useQuery({ ...conflictsOptions(run.id), throwOnError: false });
  const settle = useSettle(run.id);
  const [given, setGiven] = useState<Record<string, Settlement>>({});
  const files = conflicts.data ?? [];
  const settlements = files.map(({ path }) => given[path]).filter((one) => one !== undefined);
  const count = run.place?.conflicts.length ?? 0;
  return (
    <section className={styles.asked} aria-label={t`Conflict`}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          settle.mutate(settlements);
        }}
      >
        <h2>
          {plural(count, {
            one: 'Its work is not merged: # file was changed by others too',
            other: 'Its work is not merged: # files were changed by others too',
          })}
        </h2>
        {conflicts.isPending && <SkeletonRows count={2} height={48} />}
        {conflicts.isError && <QueryError query={conflicts} />}
        <div className={styles.files}>
          {files.map((file) => (
            <File
              key={file.path}
              file={file}
              chosen={given[file.path]}
              onChoose={(one) => {
                setGiven((old) => ({ ...old, [file.path]: one }));
              }}
            />
          ))}
        </div>
        <Failed error={settle.error} />
        <div className={styles.actions}>
          <Button
            look="primary"
            type="submit"
            busy={settle.isPending}
            disabled={files.length === 0 || settlements.length < files.length}
          >
            {t`Merge it so`}
          </Button>
        </div>
      </form>
    </section>
  );
}

interface FileProps {
  file: FileConflict;
  chosen: Settlement | undefined;
  onChoose: (settlement: Settlement) => void;
}

function File({ file, chosen, onChoose }: FileProps) {
  const choices: { take: Take; label: string }[] = [
    { take: 'agent', label: t`As the agent left it` },
    { take: 'project', label: t`As the project has it` },
    { take: 'text', label: t`Write it` },
  ];
  const shown = chosen?.take === 'agent' ? file.agent : file.project;
  return (
    <fieldset className={styles.file}>
      <legend>{file.path}</legend>
      <div className={styles.choices}>
        {choices.map(({ take, label }) => (
          <label key={take}>
            <input
              type="radio"
              name={`take-${file.path}`}
              checked={chosen?.take === take}
              disabled={take === 'text' && file.merged === null}
              onChange={() => {
                onChoose({ path: file.path, take, ...(take === 'text' && { text: file.merged ?? '' }) });
              }}
            />
            {label}
          </label>
        ))}
      </div>
      {chosen?.take === 'text' ? (
        <textarea
          className={styles.text}
          aria-label={t`What ${file.path} shall hold`}
          spellCheck={false}
          value={chosen.text ?? ''}
          onChange={(event) => {
            onChoose({ ...chosen, text: event.target.value });
          }}
        />
      ) : (
        <pre className={styles.text} tabIndex={0} aria-label={file.path}>
          {chosen === undefined
            ? (file.merged ?? t`There is no text to show.`)
            : (shown ?? t`The file is not there, or is no text.`)}
        </pre>
      )}
    </fieldset>
  );
}
