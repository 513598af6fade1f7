import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Workflow } from '@/api/types';
import { SelectField } from '@/components/Field';
import { QueryError } from '@/components/QueryError';
import { comparisonOptions, codeOf, type Difference, nameOf, pairOf, versionsOptions } from '../versions';
import { Item, Section, Tag } from './parts';
import styles from './tabs.module.css';
import own from './VersionsTab.module.css';

const route = getRouteApi('/app/projects/$projectId/analyses/$workflowId');

const kinds = {
  added: { label: msg`New`, family: 'done' },
  changed: { label: msg`Changed`, family: 'external' },
  removed: { label: msg`Gone`, family: 'gone' },
} as const;

const things: Record<Difference['what'], MessageDescriptor> = {
  task: msg`Task`,
  actor: msg`Actor`,
  gateway: msg`Decision`,
  event: msg`Event`,
  flow: msg`Connection`,
};

const fields: Record<NonNullable<Difference['field']>, MessageDescriptor> = {
  name: msg`Name`,
  actor: msg`Done by`,
  type: msg`Kind`,
  kind: msg`Kind`,
  order: msg`Comes after`,
  question: msg`Question`,
};

/** Two states of the analysis side by side: what the diagram shows of the difference, in words. */
export function VersionsTab({ workflow }: { workflow: Workflow }) {
  const search = route.useSearch();
  const versions = useQuery(versionsOptions(workflow.id));
  const pair = pairOf(versions.data ?? [], search.before, search.after);
  const comparison = useQuery(comparisonOptions(workflow.id, pair));
  if (versions.isError) return <QueryError query={versions} />;
  if (comparison.isError) return <QueryError query={comparison} />;
  if (!versions.data || !pair) return null;
  if (versions.data.length < 2)
    return (
      <p className={styles.missing}>
        {t`There is one version so far. Edit it or analyze again, and the two can be compared here.`}
      </p>
    );
  return (
    <>
      <Chosen pair={pair} all={versions.data.map((one) => ({ number: one.version, edited: one.edited }))} />
      {comparison.data && (
        <Section title={t`What differs`} note={comparison.data.length}>
          {comparison.data.length === 0 && <p className={styles.dim}>{t`Nothing. Both are the same.`}</p>}
          <ul className={styles.items}>
            {comparison.data.map((one) => (
              <Row key={`${one.what} ${one.id} ${one.field} ${one.kind}`} difference={one} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

type Pair = NonNullable<ReturnType<typeof pairOf>>;

function Chosen({ pair, all }: { pair: Pair; all: Pair['before'][] }) {
  const navigate = route.useNavigate();
  const choice = (label: string, side: 'before' | 'after') => (
    <SelectField
      label={label}
      value={codeOf(pair[side])}
      onChange={(event) => {
        const both = { before: codeOf(pair.before), after: codeOf(pair.after), [side]: event.target.value };
        void navigate({ search: (old) => ({ ...old, ...both }), replace: true, resetScroll: false });
      }}
    >
      {all.map((one) => (
        <option key={codeOf(one)} value={codeOf(one)}>
          {nameOf(one)}
        </option>
      ))}
    </SelectField>
  );
  return (
    <div className={own.pair}>
      {choice(t`From version`, 'before')}
      {choice(t`To version`, 'after')}
    </div>
  );
}

function Row({ difference: { what, kind, id, name, field, before, after } }: { difference: Difference }) {
  const { label, family } = kinds[kind];
  const words = [before, after].filter((one) => one !== null);
  return (
    <Item evidence={[]} refs={what === 'flow' ? id.split('>') : [id]}>
      <div className={styles.line}>
        <b>{name}</b>
        <span className={styles.dim}>{i18n._(things[what])}</span>
        <Tag family={family}>{i18n._(label)}</Tag>
      </div>
      {field && (
        <span className={styles.more}>
          {i18n._(fields[field])}: {words.length === 2 ? <del>{before}</del> : null} {after ?? t`nothing`}
        </span>
      )}
    </Item>
  );
}
