import { t } from '@lingui/core/macro';
import type { AuditEntry } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { Time } from '@/components/Time';
import { exactly } from '@/lib/time';
import styles from './AuditPage.module.css';
import { actName, actorName, inShort, plainly } from './words';

/** One act in a line; all that is known of it opens below. */
export function EntryRow({ entry }: { entry: AuditEntry }) {
  const isRefused = entry.outcome === 'refused';
  const short = inShort(entry.details);
  return (
    <li>
      <details className={styles.entry}>
        <summary>
          <StatusMark shape={isRefused ? 'cross' : 'check'} />
          <span className={styles.act}>
            <b>{actName(entry.action)}</b>
            {isRefused && <span className="visually-hidden"> ({t`Refused`})</span>}
            {short && <small>{short}</small>}
          </span>
          <span className={styles.who}>{actorName(entry)}</span>
          <span className={styles.where}>{told(entry, 'address')}</span>
          <span className={styles.when}>
            <Time at={entry.occurred_at} />
          </span>
        </summary>
        <Facts entry={entry} />
      </details>
    </li>
  );
}

function Facts({ entry }: { entry: AuditEntry }) {
  const facts: [string, string | null | undefined][] = [
    [t`Time`, exactly(entry.occurred_at)],
    [t`Act`, entry.action],
    [t`Outcome`, entry.outcome === 'refused' ? t`Refused` : t`Succeeded`],
    [t`By whom`, entry.actor?.email ?? actorName(entry)],
    [t`Whose account`, entry.subject_person && (entry.subject_person.email ?? t`Former member`)],
    [t`What`, entry.subject && `${entry.subject_kind ?? ''} ${entry.subject}`],
    ...Object.entries(entry.details).map(([name, value]): [string, string] => [
      plainly(name),
      plainly(value),
    ]),
    ...Object.entries(entry.particulars ?? {}).map(([name, value]): [string, string] => [
      named(name),
      String(value),
    ]),
    [t`Entry`, `${entry.sequence}`],
    [t`Hash`, entry.hash],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function told(entry: AuditEntry, name: string): string {
  const value = entry.particulars?.[name];
  return typeof value === 'string' ? value : '';
}

function named(particular: string): string {
  switch (particular) {
    case 'address':
      return t`Address`;
    case 'user_agent':
      return t`Browser or program`;
    case 'api_key':
      return t`API key`;
    case 'old_email':
      return t`Address before`;
    default:
      return particular;
  }
}
