import type { Analysis, AnalystOutputs } from '@/api/types';
import { taskLabel } from './names';
import { Figure, Item, Meter, Section, Tag } from './parts';
import styles from './tabs.module.css';

type Report = NonNullable<AnalystOutputs['automation-assessor']>;
type Task = Report['tasks'][number];

const classes = {
  full: { label: 'Automatic', family: 'agent' },
  hybrid: { label: 'Together', family: 'coordination' },
  manual: { label: 'By hand', family: 'people' },
} as const;

const approaches = { api: 'by API', rpa: 'by RPA', ai: 'with AI', human: 'by people' } as const;

export function AutomationTab({ analysis, report }: { analysis: Analysis; report: Report }) {
  const best = [...report.tasks].sort((a, b) => b.score - a.score);
  const number = (kind: Task['classification']) =>
    report.tasks.filter((task) => task.classification === kind).length;
  return (
    <>
      <div className={styles.figures}>
        <Figure value={Math.round(report.score)} label="of 100 can be automated" />
        <Figure value={number('full')} label="tasks automatic" />
        <Figure value={number('hybrid')} label="tasks together" />
        <Figure value={number('manual')} label="tasks by hand" />
        {report.roi?.saving_per_year != null && (
          <Figure
            value={Math.round(report.roi.saving_per_year).toLocaleString('en')}
            label="saved per year"
          />
        )}
        {report.roi?.hours_saved_per_year != null && (
          <Figure
            value={Math.round(report.roi.hours_saved_per_year).toLocaleString('en')}
            label="hours saved per year"
          />
        )}
      </div>
      <Section title="Task by task" note="the readiest first">
        <ul className={styles.items}>
          {best.map((task) => {
            const kind = classes[task.classification];
            return (
              <Item key={task.id} evidence={task.evidence} refs={[task.task]}>
                <div className={styles.line} style={{ alignItems: 'center' }}>
                  <b>{taskLabel(analysis, task.task)}</b>
                  <span className={styles.dim}>{approaches[task.approach]}</span>
                  <Tag family={kind.family}>{kind.label}</Tag>
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
        <Section title="Assumed, because the text does not say">
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
