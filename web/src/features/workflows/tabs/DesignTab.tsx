import { t } from '@lingui/core/macro';
import type { Analysis, AnalystOutputs } from '@/api/types';
import { taskLabel } from './names';
import { number } from '@/lib/locale';
import { words } from './codes';
import { numbersOf } from './numbers';
import { Item, Section, Tag } from './parts';
import styles from './tabs.module.css';

type Design = NonNullable<AnalystOutputs['process-designer']>;

const family = {
  automate: 'agent',
  eliminate: 'external',
  merge: 'people',
  parallelise: 'coordination',
} as const;

export function DesignTab({ analysis, design }: { analysis: Analysis; design: Design }) {
  return (
    <>
      <Beside analysis={analysis} design={design} />
      <Section title={t`Proposed changes`} note={design.changes.length}>
        {design.changes.length === 0 && <p className={styles.dim}>{t`Nothing to change was found.`}</p>}
        <ul className={styles.items}>
          {design.changes.map((change) => (
            <Item key={change.id} evidence={change.evidence} refs={change.tasks}>
              <div className={styles.line}>
                <b>{change.tasks.map((id) => taskLabel(analysis, id)).join(', ')}</b>
                <Tag family={family[change.kind]}>{words(change.kind)}</Tag>
              </div>
              <span className={styles.more}>
                {change.rationale} {change.effect}
              </span>
            </Item>
          ))}
        </ul>
      </Section>
      {design.as_is.decision_points.length > 0 && (
        <Section title={t`Decision points`} note={design.as_is.decision_points.length}>
          <ul className={styles.items}>
            {design.as_is.decision_points.map((one) => (
              <Item key={one.id} evidence={one.evidence} refs={[one.gateway]}>
                <div className={styles.line}>
                  <b>{one.question}</b>
                  <span className={styles.dim}>{one.options.join(' / ')}</span>
                </div>
              </Item>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** The process today beside the one that it could be, in numbers. */
function Beside({ analysis, design }: { analysis: Analysis; design: Design }) {
  const today = numbersOf(design.as_is, analysis.actors);
  const could = numbersOf(design.to_be, analysis.actors);
  const rows = [
    [t`Steps`, 'steps'],
    [t`Steps done by systems`, 'bySystems'],
    [t`Decisions and forks`, 'decisions'],
    [t`Hand-offs`, 'handoffs'],
    [t`Lanes with work`, 'lanes'],
    [t`Steps on the longest way`, 'longest'],
  ] as const;
  return (
    <Section title={t`Today and as it could be`}>
      <table className={styles.beside}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t`Today`}</th>
            <th scope="col">{t`Could be`}</th>
            <th scope="col">{t`Difference`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, key]) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{number(today[key])}</td>
              <td>{number(could[key])}</td>
              <td>
                {could[key] === today[key]
                  ? '–'
                  : number(could[key] - today[key], { signDisplay: 'exceptZero' })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
