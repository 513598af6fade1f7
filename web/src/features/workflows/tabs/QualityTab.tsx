import { t } from '@lingui/core/macro';
import { CircleCheck, CircleX } from 'lucide-react';
import type { Analysis, AnalystOutputs } from '@/api/types';
import { taskLabel } from './names';
import { Item, Meter, Section } from './parts';
import styles from './tabs.module.css';

type Report = NonNullable<AnalystOutputs['quality-analyzer']>;
type Score = Report['efficiency'];

export function QualityTab({ analysis, report }: { analysis: Analysis; report: Report }) {
  const findings = [
    [t`Possible bottlenecks`, report.bottlenecks],
    [t`Single points of failure`, report.single_points_of_failure],
    [t`Rework`, report.rework_loops],
    [t`Hand-offs`, report.handoffs],
    [t`Compliance gaps`, report.compliance_gaps],
  ] as const;
  return (
    <>
      <div className={styles.columns}>
        <ScoreCard name={t`Efficiency`} score={report.efficiency} />
        <ScoreCard name={t`Reliability`} score={report.reliability} />
        <ScoreCard name={t`Maintainability`} score={report.maintainability} />
      </div>
      {report.recommendations.length > 0 && (
        <Section title={t`Recommendations`} note={t`worth the most first`}>
          <ol className={styles.items}>
            {[...report.recommendations]
              .sort((a, b) => a.rank - b.rank)
              .map((one) => (
                <Item key={one.id} evidence={one.evidence} refs={one.tasks}>
                  <div className={styles.line}>
                    <span className={styles.index}>{one.rank}</span>
                    <b>{one.text}</b>
                  </div>
                  <span className={styles.more}>{one.effect}</span>
                </Item>
              ))}
          </ol>
        </Section>
      )}
      {findings.map(
        ([title, items]) =>
          items.length > 0 && (
            <Section key={title} title={title} note={items.length}>
              <ul className={styles.items}>
                {items.map((one) => (
                  <Item key={one.id} evidence={one.evidence} refs={one.tasks}>
                    {one.text}
                    {one.tasks.length > 0 && (
                      <span className={styles.dim}>
                        {one.tasks.map((id) => taskLabel(analysis, id)).join(', ')}
                      </span>
                    )}
                  </Item>
                ))}
              </ul>
            </Section>
          ),
      )}
      <Section title={t`The model itself`} note={report.soundness.sound ? t`sound` : t`not sound`}>
        {report.soundness.problems.length > 0 && (
          <ul className={styles.bullets}>
            {report.soundness.problems.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
        <ul className={styles.items}>
          {report.guidelines.map((check) => (
            <Item key={check.guideline} evidence={[]}>
              <div className={styles.line} style={{ alignItems: 'center' }}>
                {check.passed ? (
                  <CircleCheck size={16} strokeWidth={1.75} color="var(--done-ink)" aria-label={t`kept`} />
                ) : (
                  <CircleX size={16} strokeWidth={1.75} color="var(--error-ink)" aria-label={t`not kept`} />
                )}
                <b>{check.title}</b>
                <span className={styles.dim}>{check.finding}</span>
              </div>
            </Item>
          ))}
        </ul>
      </Section>
    </>
  );
}

function ScoreCard({ name, score }: { name: string; score: Score }) {
  return (
    <Section title={name}>
      <div className={styles.line} style={{ alignItems: 'center' }}>
        <Meter value={score.value} />
      </div>
      <ul className={styles.bullets}>
        {score.reasons.map((reason) => (
          <li key={reason.text}>
            {reason.text} <span className={styles.dim}>{signed(reason.points)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function signed(points: number): string {
  const rounded = Math.round(points);
  return rounded < 0 ? `−${-rounded}` : `+${rounded}`;
}
