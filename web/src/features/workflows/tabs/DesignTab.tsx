import { t } from '@lingui/core/macro';
import type { Analysis, AnalystOutputs } from '@/api/types';
import { taskLabel } from './names';
import { words } from './codes';
import { Figure, Item, Section, Tag } from './parts';
import styles from './tabs.module.css';

type Design = NonNullable<AnalystOutputs['process-designer']>;
type Graph = Design['as_is'];

const family = {
  automate: 'agent',
  eliminate: 'external',
  merge: 'people',
  parallelise: 'coordination',
} as const;

export function DesignTab({ analysis, design }: { analysis: Analysis; design: Design }) {
  return (
    <>
      <div className={styles.figures}>
        <Figure
          value={`${steps(design.as_is)} → ${steps(design.to_be)}`}
          label={t`steps, today and as it could be`}
        />
        <Figure value={`${design.as_is.lanes.length} → ${design.to_be.lanes.length}`} label={t`lanes`} />
        <Figure value={design.changes.length} label={t`proposed changes`} />
      </div>
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

function steps(graph: Graph): number {
  return graph.nodes.filter((node) => node.kind === 'task' || node.kind === 'subprocess').length;
}
