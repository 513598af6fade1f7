import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { listed, number } from '@/lib/locale';
import { useEffect, useState } from 'react';
import type { Analyst } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { finishedCount } from './progress';
import styles from './StageLine.module.css';
import { analystLook } from './status';

/** The eight analysts as one thin line that fills from the left. */
export function StageLine({ analysts }: { analysts: readonly Analyst[] }) {
  const current = analysts.find((one) => one.status === 'running');
  const failed = analysts.filter((one) => one.status === 'failed');
  const finished = finishedCount(analysts);
  const cost = analysts.reduce((sum, one) => sum + Number(one.cost_usd ?? 0), 0);
  const slow = useSlow(current?.name);
  return (
    <section aria-label={t`Analysts`}>
      <ol className={styles.line}>
        {analysts.map((analyst) => {
          const look = analystLook[analyst.status];
          return (
            <li key={analyst.name} className={styles.stage} data-status={analyst.status}>
              <span className={styles.bar} />
              <span className={styles.name}>
                <StatusMark shape={look.shape} size={14} />
                <span className={styles.title}>{analyst.title}</span>
                <span className="visually-hidden">{i18n._(look.label)}</span>
              </span>
              <span className={styles.said} title={why(analyst)}>
                {analyst.fallback && <span className={styles.standIn}>{t`Rules stood in`} </span>}
                {analyst.error ?? analyst.summary ?? (analyst.status === 'running' ? t`Reading…` : '')}
              </span>
            </li>
          );
        })}
      </ol>
      {current && slow && (
        <p className={styles.slow} role="status">
          {t`${{ title: current.title }} needs longer than usual. You can leave this page; the analysis goes on.`}
        </p>
      )}
      {cost > 0 && <p className={styles.cost}>{t`The model's answers cost ${{ amount: dollars(cost) }}`}</p>}
      <p className={styles.short} role="status">
        {current
          ? t`${{ title: current.title }} is reading, ${finished} of ${{ all: analysts.length }} done`
          : ended(finished, failed)}
      </p>
    </section>
  );
}

/** What a pointer that rests on an analyst's line is told. */
function why({ error, fallback, summary }: Analyst): string | undefined {
  return error ?? fallback ?? summary ?? undefined;
}

const dollars = (amount: number) =>
  number(amount, { style: 'currency', currency: 'usd', maximumFractionDigits: 4 });

const LONG = 10_000;

/** Whether the same analyst has been at work for long. */
function useSlow(name: string | undefined): boolean {
  const [slow, setSlow] = useState<string>();
  useEffect(() => {
    if (!name) return;
    const timer = setTimeout(() => {
      setSlow(name);
    }, LONG);
    return () => {
      clearTimeout(timer);
    };
  }, [name]);
  return name !== undefined && slow === name;
}

function ended(finished: number, failed: readonly Analyst[]): string {
  const names = listed(failed.map((one) => one.title));
  if (failed.length > 0) return t`Failed: ${names}`;
  return finished > 0 ? t`${finished} of 8 analysts done` : t`Starting`;
}
