import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AuditOutcome } from '@/api/types';
import { Button } from '@/components/Button';
import { SelectField, TextField } from '@/components/Field';
import { useSettled } from '@/lib/use-settled';
import styles from './AuditPage.module.css';
import { filtersOptions } from './queries';
import type { AuditSearch } from './search';
import { actName } from './words';

const PAUSE = 250;

interface Props {
  search: AuditSearch;
  choose: (change: AuditSearch) => void;
}

export function Filters({ search, choose }: Props) {
  const choices = useQuery(filtersOptions).data;
  const isFiltered = Object.values(search).some(Boolean);
  const actions = (choices?.actions ?? [])
    .map((action) => ({ action, name: actName(action) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <search className={styles.filters}>
      <Words key={search.q === undefined ? 'none' : 'some'} search={search} choose={choose} />
      <SelectField
        label={t`Act`}
        value={search.action ?? ''}
        onChange={(event) => {
          choose({ action: event.target.value || undefined });
        }}
      >
        <option value="">{t`All acts`}</option>
        {actions.map(({ action, name }) => (
          <option key={action} value={action}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t`By whom`}
        value={search.actor ?? ''}
        onChange={(event) => {
          choose({ actor: event.target.value || undefined });
        }}
      >
        <option value="">{t`Everybody`}</option>
        {choices?.people.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name ?? one.id}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t`Outcome`}
        value={search.outcome ?? ''}
        onChange={(event) => {
          choose({ outcome: (event.target.value || undefined) as AuditOutcome | undefined });
        }}
      >
        <option value="">{t`All outcomes`}</option>
        <option value="done">{t`Succeeded`}</option>
        <option value="refused">{t`Refused`}</option>
      </SelectField>
      <Day
        label={t`Since`}
        day={search.from}
        choose={(from) => {
          choose({ from });
        }}
      />
      <Day
        label={t`Until`}
        day={search.to}
        choose={(to) => {
          choose({ to });
        }}
      />
      {isFiltered && (
        <Button
          look="quiet"
          className={styles.clear}
          onClick={() => {
            choose({
              q: undefined,
              action: undefined,
              actor: undefined,
              outcome: undefined,
              from: undefined,
              to: undefined,
            });
          }}
        >{t`Clear`}</Button>
      )}
    </search>
  );
}

/** What is typed goes into the address once it rests. */
function Words({ search, choose }: Props) {
  const [typed, setTyped] = useState(search.q ?? '');
  const words = useSettled(typed.trim(), PAUSE);
  const known = search.q ?? '';
  useEffect(() => {
    if (words !== known && words === typed.trim()) choose({ q: words || undefined });
  }, [words, known, typed, choose]);
  return (
    <div className={styles.words}>
      <TextField
        label={t`Search`}
        type="search"
        placeholder={t`Name, address, act`}
        maxLength={200}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
    </div>
  );
}

function Day({
  label,
  day,
  choose,
}: {
  label: string;
  day: string | undefined;
  choose: (day: string | undefined) => void;
}) {
  return (
    <TextField
      label={label}
      type="date"
      value={day ?? ''}
      onChange={(event) => {
        choose(event.target.value || undefined);
      }}
    />
  );
}
