import { t } from '@lingui/core/macro';
import type { AnalystOutputs } from '@/api/types';
import { words } from './codes';
import { Item, Section, Tag } from './parts';
import styles from './tabs.module.css';

type Report = NonNullable<AnalystOutputs['requirements-extractor']>;
type Requirement = Report['functional'][number];

const priority = { must: 'agent', should: 'people', could: undefined } as const;

export function RequirementsTab({ report }: { report: Report }) {
  const groups = [
    [t`What it must do`, report.functional],
    [t`How well it must do it`, report.non_functional],
    [t`Business rules`, report.business_rules],
    [t`Data`, report.data],
    [t`Connections to other systems`, report.integration],
  ] as const;
  const none = groups.every(([, items]) => items.length === 0);
  return (
    <>
      {none && <p className={styles.missing}>{t`The text states no requirements.`}</p>}
      {groups.map(([title, items]) => items.length > 0 && <Group key={title} title={title} items={items} />)}
      {report.deadlines.length > 0 && (
        <Section title={t`Deadlines`} note={report.deadlines.length}>
          <ul className={styles.items}>
            {report.deadlines.map((one) => (
              <Item key={one.id} evidence={one.evidence} refs={one.task ? [one.task] : []}>
                {one.text}
              </Item>
            ))}
          </ul>
        </Section>
      )}
      {report.test_scenarios.length > 0 && (
        <Section title={t`Test scenarios`} note={report.test_scenarios.length}>
          <ul className={styles.items}>
            {report.test_scenarios.map((one) => (
              <Item key={one.id} evidence={one.evidence}>
                <span className={styles.more}>
                  {t`Given ${{ given: one.given }}, when ${{ when: one.when }}, then ${{ then: one.then }}`}
                </span>
              </Item>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Group({ title, items }: { title: string; items: readonly Requirement[] }) {
  return (
    <Section title={title} note={items.length}>
      <ul className={styles.items}>
        {items.map((one) => (
          <Item key={one.id} evidence={one.evidence} refs={one.source_task ? [one.source_task] : []}>
            <div className={styles.line}>
              <b>{one.text}</b>
              {one.quality && <span className={styles.dim}>{words(one.quality)}</span>}
              <Tag family={priority[one.priority]}>{words(one.priority)}</Tag>
            </div>
            {one.acceptance.length > 0 && (
              <ul className={styles.bullets}>
                {one.acceptance.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </Item>
        ))}
      </ul>
    </Section>
  );
}
