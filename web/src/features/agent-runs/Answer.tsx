import { t } from '@lingui/core/macro';
import type { AgentRun } from '@/api/types';
import { Prose } from '@/components/Prose';
import styles from './Answer.module.css';

/** What the agent came to: a text, or the fields of its form. */
export function Answer({ run }: { run: AgentRun }) {
  if (run.answer === null) return null;
  return (
    <section>
      <h2>{t`Answer`}</h2>
      {typeof run.answer === 'string' ? <Prose text={run.answer} /> : <Fields value={run.answer} />}
    </section>
  );
}

function Fields({ value }: { value: Record<string, unknown> }) {
  return (
    <dl className={styles.fields}>
      {Object.entries(value).map(([name, one]) => (
        <div key={name}>
          <dt>{name.replaceAll('_', ' ')}</dt>
          <dd>
            <Value value={one} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value }: { value: unknown }) {
  if (value === null || value === undefined || value === '') return <span className={styles.none}>–</span>;
  if (Array.isArray(value)) {
    if (value.length === 0) return <span className={styles.none}>–</span>;
    return (
      <ul className={styles.list}>
        {value.map((one: unknown, at) => (
          <li key={at}>
            <Value value={one} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === 'object') return <Fields value={{ ...value }} />;
  if (typeof value === 'boolean') return value ? t`yes` : t`no`;
  return <span className={styles.text}>{typeof value === 'string' ? value : JSON.stringify(value)}</span>;
}
