import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Run } from '@/api/types';
import { duration } from '@/lib/time';
import { isOver, spoken, stepLook } from './look';
import { timelineOf } from './timeline';
import styles from './Timeline.module.css';

/** When each step was at work. */
export function Timeline({ run, chosen }: { run: Run; chosen: string | undefined }) {
  const now = useNow(!isOver(run.status));
  const { bars, milliseconds } = timelineOf(run.steps, now);
  return (
    <section aria-labelledby="timeline">
      <div className={styles.head}>
        <h2 id="timeline">{t`Time line`}</h2>
        <span className={styles.whole}>{duration(milliseconds)}</span>
      </div>
      <ol className={styles.rows}>
        {bars.map(({ step, from, width, milliseconds: took }) => (
          <li key={step.id}>
            <Link
              to="/runs/$runId/steps/$stepId"
              params={{ runId: run.id, stepId: step.id }}
              replace={chosen !== undefined}
              resetScroll={false}
              className={styles.row}
              aria-current={step.id === chosen ? 'true' : undefined}
            >
              <span className={styles.name}>{spoken(step.key)}</span>
              <span className={styles.track}>
                {from !== null && (
                  <span
                    className={styles.bar}
                    data-status={step.status}
                    style={{ left: `${from}%`, width: `${width}%` }}
                  />
                )}
              </span>
              <span className={styles.took}>
                {took === null ? i18n._(stepLook[step.status].label) : duration(took)}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}

function useNow(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 500);
    return () => {
      clearInterval(timer);
    };
  }, [ticking]);
  return now;
}
