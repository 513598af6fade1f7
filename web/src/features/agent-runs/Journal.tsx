import { t } from '@lingui/core/macro';
import type { AgentRun } from '@/api/types';
import { Prose } from '@/components/Prose';
import { CallRow } from './CallRow';
import styles from './Journal.module.css';
import type { Entry } from './journal';
import { isOver } from './look';

interface Props {
  run: AgentRun;
  entries: readonly Entry[];
  /** The step that is looked at, counted from 1. */
  current: number | undefined;
  /** What the model is writing now. */
  writing: string;
}

export function Journal({ run, entries, current, writing }: Props) {
  return (
    <section aria-label={t`Steps`}>
      {entries.length === 0 && writing === '' && <p className={styles.none}>{emptyText(run)}</p>}
      <ol className={styles.journal}>
        {entries.map((entry, at) => (
          <li key={entry.key} aria-current={current === at + 1 ? 'step' : undefined}>
            {entry.kind === 'said' ? (
              <div className={styles.said}>
                <Prose text={entry.text} />
              </div>
            ) : (
              <CallRow run={run} call={entry.call} open={current === at + 1} />
            )}
          </li>
        ))}
        {writing !== '' && (
          <li>
            <div className={styles.said} data-writing aria-live="off">
              <Prose text={writing} />
            </div>
          </li>
        )}
      </ol>
    </section>
  );
}

function emptyText(run: AgentRun): string {
  if (run.state === 'queued') return t`It begins as soon as a worker is free.`;
  if (!isOver(run.state)) return t`It reads what it was given; its steps come here.`;
  return run.origin === 'rules'
    ? t`It worked by rules, without a model: there are no single steps.`
    : t`It took no steps.`;
}
