import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import type { Analysis, AnalystOutputs, Workflow } from '@/api/types';
import { taskLabel } from './names';
import { Return } from './Return';
import { figuresOf } from './roi';
import { Figure, Item, Meter, Section, Tag } from './parts';
import styles from './tabs.module.css';

type Report = NonNullable<AnalystOutputs['automation-assessor']>;
type Task = Report['tasks'][number];

const classes = {
  full: { label: msg`Automatic`, family: 'agent' },
  hybrid: { label: msg`Together`, family: 'coordination' },
  manual: { label: msg`By hand`, family: 'people' },
} as const;

const approaches = { api: msg`by API`, rpa: msg`by RPA`, ai: msg`with AI`, human: msg`by people` } as const;

interface Props {
  workflow: Workflow;
  analysis: Analysis;
  report: Report;
}

export function AutomationTab({ workflow, analysis, report }: Props) {
  const best = [...report.tasks].sort((a, b) => b.score - a.score);
  const counted = (kind: Task['classification']) =>
    report.tasks.filter((task) => task.classification === kind).length;
  return (
    <>
      <div className={styles.figures}>
        <Figure value={Math.round(report.score)} label={t`of 100 can be automated`} />
        <Figure value={counted('full')} label={t`tasks automatic`} />
        <Figure value={counted('hybrid')} label={t`tasks together`} />
        <Figure value={counted('manual')} label={t`tasks by hand`} />
      </div>
      <Return key={Object.values(figuresOf(report)).join()} workflow={workflow} report={report} />
      <Section title={t`Task by task`} note={t`the readiest first`}>
        <ul className={styles.items}>
          {best.map((task) => {
            const kind = classes[task.classification];
            return (
              <Item key={task.id} evidence={task.evidence} refs={[task.task]}>
                <div className={styles.line} style={{ alignItems: 'center' }}>
                  <b>{taskLabel(analysis, task.task)}</b>
                  <span className={styles.dim}>{i18n._(approaches[task.approach])}</span>
                  <Tag family={kind.family}>{i18n._(kind.label)}</Tag>
                  <Meter value={task.score} />
                </div>
                {(task.human_in_the_loop ?? task.blockers.length > 0) && (
                  <span className={styles.more}>
                    {[task.human_in_the_loop, ...task.blockers].filter(Boolean).join(' · ')}
                  </span>
                )}
              </Item>
            );
          })}
        </ul>
      </Section>
      {report.assumptions.length > 0 && (
        <Section title={t`Assumed, because the text does not say`}>
          <ul className={styles.bullets}>
            {report.assumptions.map((one) => (
              <li key={one.id}>{one.text}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
