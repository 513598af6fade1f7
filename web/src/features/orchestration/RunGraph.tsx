import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import type { Run } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { graphOf, NODE } from './graph';
import { spoken, stepLook } from './look';
import styles from './RunGraph.module.css';

/** The steps of a run and what each waits for. */
export function RunGraph({ run, chosen }: { run: Run; chosen: string | undefined }) {
  const { places, edges, width, height } = useMemo(() => graphOf(run.steps), [run.steps]);
  const scroll = useRef<HTMLElement>(null);
  useEffect(() => {
    const node = scroll.current?.querySelector('[aria-current]');
    node?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [chosen]);
  const status = new Map(run.steps.map((step) => [step.key, step.status]));
  return (
    <section ref={scroll} aria-label={t`Steps`} className={styles.scroll} tabIndex={0}>
      <div className={styles.canvas} style={{ width, height }}>
        <svg width={width} height={height} className={styles.edges} aria-hidden>
          {edges.map((edge) => (
            <path
              key={`${edge.from} ${edge.to}`}
              d={edge.path}
              data-done={status.get(edge.from) === 'succeeded' ? true : undefined}
            />
          ))}
        </svg>
        <ol>
          {places.map(({ step, x, y }) => {
            const look = stepLook[step.status];
            return (
              <li key={step.id} style={{ left: x, top: y, width: NODE.width, height: NODE.height }}>
                <Link
                  to="/runs/$runId/steps/$stepId"
                  params={{ runId: run.id, stepId: step.id }}
                  replace={chosen !== undefined}
                  resetScroll={false}
                  className={styles.node}
                  data-status={step.status}
                  aria-current={step.id === chosen ? 'true' : undefined}
                  title={i18n._(look.label)}
                >
                  <StatusMark shape={look.shape} />
                  <span className={styles.name}>{spoken(step.key)}</span>
                  <span className="visually-hidden">{i18n._(look.label)}</span>
                  {step.attempt > 1 && (
                    <span className={styles.tries} title={t`${{ tries: step.attempt }} tries`}>
                      ×{step.attempt}
                    </span>
                  )}
                </Link>
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}
