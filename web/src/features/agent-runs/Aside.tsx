import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { AgentRun } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { number } from '@/lib/locale';
import { duration } from '@/lib/time';
import styles from './Aside.module.css';
import { runLook } from './look';

const CURRENCY = 'USD';

/** Beside the work: what it took, what it was told, what it changed, and who worked for it. */
export function Aside({ run }: { run: AgentRun }) {
  return (
    <aside className={styles.aside} aria-label={t`At a glance`}>
      <Spent run={run} />
      {run.changed_files.length > 0 && (
        <section>
          <h2>{t`Changed files`}</h2>
          <ul className={styles.files}>
            {run.changed_files.map((path) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      {run.children.length > 0 && (
        <section>
          <h2>{t`Worked for it`}</h2>
          <ul className={styles.children}>
            {run.children.map((child) => (
              <li key={child.id}>
                <StatusMark shape={runLook[child.state].shape} />
                <Link to="/agent-runs/$agentRunId" params={{ agentRunId: child.id }}>
                  {child.agent}
                </Link>
                <span>{i18n._(runLook[child.state].label)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Told run={run} />
      <section>
        <h2>{t`Where it belongs`}</h2>
        <ul className={styles.links}>
          {run.parent_id && (
            <li>
              <Link to="/agent-runs/$agentRunId" params={{ agentRunId: run.parent_id }}>
                {t`Who handed it on`}
              </Link>
            </li>
          )}
          {run.project_id && (
            <li>
              <Link to="/projects/$projectId" params={{ projectId: run.project_id }}>
                {t`The project`}
              </Link>
            </li>
          )}
          <li>
            <Link to="/runs/$runId" params={{ runId: run.run_id }}>
              {t`The run that it is a step of`}
            </Link>
          </li>
        </ul>
      </section>
    </aside>
  );
}

function Spent({ run: { spent, budget, model, origin } }: { run: AgentRun }) {
  const cost = (usd: string | number) =>
    number(Number(usd), {
      style: 'currency',
      currency: CURRENCY,
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits: 4,
    });
  const tokens = spent.input_tokens + spent.output_tokens;
  const by = model ?? (origin === 'rules' ? t`rules, without a model` : null);
  return (
    <section>
      <h2>{t`What it took`}</h2>
      <dl className={styles.spent}>
        <Measure
          name={t`Turns`}
          value={number(spent.turns)}
          part={spent.turns / (budget.turns ?? Infinity)}
          of={number(budget.turns ?? 0)}
        />
        <Measure
          name={t`Tokens`}
          value={number(tokens)}
          part={tokens / (budget.tokens ?? Infinity)}
          of={number(budget.tokens ?? 0, { notation: 'compact' })}
        />
        <Measure
          name={t`Cost`}
          value={spent.cost_usd === null ? t`not known` : cost(spent.cost_usd)}
          {...(budget.cost_usd && {
            part: Number(spent.cost_usd ?? 0) / Number(budget.cost_usd),
            of: cost(budget.cost_usd),
          })}
        />
        <Measure
          name={t`Time at work`}
          value={duration(spent.seconds * 1000)}
          part={spent.seconds / (budget.seconds ?? Infinity)}
          of={duration((budget.seconds ?? 0) * 1000)}
        />
      </dl>
      {by && <p className={styles.dim}>{t`By ${by}`}</p>}
    </section>
  );
}

interface MeasureProps {
  name: string;
  value: string;
  /** How much of its limit, from 0 to 1. */
  part?: number;
  of?: string;
}

function Measure({ name, value, part, of }: MeasureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {of !== undefined && <small> {t`of ${of}`}</small>}
        {part !== undefined && (
          <span className={styles.bar} data-full={part >= 1 ? true : undefined}>
            <span style={{ width: `${Math.min(part, 1) * 100}%` }} />
          </span>
        )}
      </dd>
    </div>
  );
}

function Told({ run }: { run: AgentRun }) {
  const { prompt } = run;
  if (!prompt) return null;
  const tokens = prompt.lines.reduce((sum, line) => sum + line.tokens, 0);
  return (
    <section>
      <details className={styles.told}>
        <summary>
          <h2>{t`What it was told`}</h2>
          <span>{plural(tokens, { one: '# token', other: '# tokens' })}</span>
        </summary>
        <ul>
          {prompt.lines.map((line, at) => (
            <li key={at} data-out={line.left_out ? true : undefined}>
              <code>{line.what}</code>
              <span>{line.left_out ?? number(line.tokens)}</span>
              <small>{line.why}</small>
            </li>
          ))}
        </ul>
        {prompt.tools_missing.length > 0 && (
          <p
            className={styles.dim}
          >{t`Tools that are not there: ${{ names: prompt.tools_missing.join(', ') }}`}</p>
        )}
      </details>
    </section>
  );
}
