import { t } from '@lingui/core/macro';
import type { Analysis, AnalystOutputs, Workflow } from '@/api/types';
import { percent } from '@/lib/locale';
import { Question } from './Question';
import { words } from './codes';
import { Fact, Figure, Item, Section } from './parts';
import styles from './tabs.module.css';

type Overview = NonNullable<AnalystOutputs['workflow-analyzer']>;

interface Props {
  workflow: Workflow;
  analysis: Analysis;
  overview: Overview;
}

export function SummaryTab({ workflow, analysis, overview }: Props) {
  return (
    <>
      <Section title={analysis.title}>
        <p className={styles.lead}>{analysis.summary}</p>
      </Section>
      <div className={styles.figures}>
        <Figure value={analysis.tasks.length} label={t`tasks`} />
        <Figure value={analysis.actors.length} label={t`actors`} />
        <Figure
          value={analysis.gateways.filter((one) => one.direction === 'split').length}
          label={t`decisions and forks`}
        />
        <Figure value={percent(overview.coverage.percent)} label={t`of the sentences used`} />
        <Figure value={Math.round(analysis.quality.value)} label={t`quality of the analysis`} />
      </div>
      <Facts overview={overview} />
      <Sipoc sipoc={overview.sipoc} />
      {overview.questions.length > 0 && (
        <Section title={t`Questions to ask`} note={overview.questions.length}>
          <ul className={styles.items}>
            {overview.questions.map((question) => (
              <Question key={question.id} question={question} workflow={workflow} />
            ))}
          </ul>
        </Section>
      )}
      {overview.ambiguities.length > 0 && (
        <Section title={t`Unclear passages`} note={overview.ambiguities.length}>
          <ul className={styles.items}>
            {overview.ambiguities.map((one) => (
              <Item key={one.id} evidence={one.evidence}>
                <b>“{one.term}”</b>
                <span className={styles.more}>{one.problem}</span>
              </Item>
            ))}
          </ul>
        </Section>
      )}
      {analysis.conflicts.length > 0 && (
        <Section title={t`Where analysts disagreed`} note={analysis.conflicts.length}>
          <ul className={styles.items}>
            {analysis.conflicts.map((one) => (
              <Item key={one.id} evidence={one.evidence}>
                {one.text}
                <span className={styles.more}>{one.resolution}</span>
              </Item>
            ))}
          </ul>
        </Section>
      )}
      {analysis.completeness.missing.length > 0 && (
        <Section title={t`What is missing`} note={complete(percent(analysis.completeness.percent))}>
          <ul className={styles.bullets}>
            {analysis.completeness.missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Facts({ overview }: { overview: Overview }) {
  const list = (items: readonly { text: string }[]) => items.map((one) => one.text).join(', ');
  return (
    <dl className={styles.facts}>
      {overview.purpose && <Fact name={t`Purpose`}>{overview.purpose.text}</Fact>}
      {overview.trigger && <Fact name={t`Starts when`}>{overview.trigger.text}</Fact>}
      {overview.outcomes.length > 0 && <Fact name={t`Ends with`}>{list(overview.outcomes)}</Fact>}
      {overview.stakeholders.length > 0 && <Fact name={t`Stakeholders`}>{list(overview.stakeholders)}</Fact>}
      {overview.success_criteria.length > 0 && (
        <Fact name={t`Success`}>{list(overview.success_criteria)}</Fact>
      )}
      <Fact name={t`Complexity`}>
        {words(overview.complexity.level)}
        {overview.complexity.reasons.length > 0 && (
          <span className={styles.more}>: {overview.complexity.reasons.join(', ')}</span>
        )}
      </Fact>
      {overview.scope.excluded.length > 0 && (
        <Fact name={t`Out of scope`}>{list(overview.scope.excluded)}</Fact>
      )}
    </dl>
  );
}

function Sipoc({ sipoc }: { sipoc: Overview['sipoc'] }) {
  const columns = [
    [t`Suppliers`, sipoc.suppliers],
    [t`Inputs`, sipoc.inputs],
    [t`Process`, sipoc.process],
    [t`Outputs`, sipoc.outputs],
    [t`Customers`, sipoc.customers],
  ] as const;
  if (columns.every(([, items]) => items.length === 0)) return null;
  return (
    <Section title={t`From supplier to customer`}>
      <div className={styles.sipoc}>
        {columns.map(([name, items]) => (
          <div key={name}>
            <h3>{name}</h3>
            <ul>
              {items.length === 0 && <li className={styles.dim}>{t`Not stated`}</li>}
              {items.map((item) => (
                <li key={item.id}>{item.text}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
}

function complete(share: string): string {
  return t`${share} complete`;
}
