import { t } from '@lingui/core/macro';
import type { AgentRun, BudgetGiven } from '@/api/types';
import { TextField } from '@/components/Field';
import styles from './Asked.module.css';

export type Limit = 'turns' | 'tokens' | 'cost_usd' | 'seconds';
export type Typed = Partial<Record<Limit, string>>;

interface Props {
  budget?: AgentRun['budget'];
  typed: Typed;
  onType: (typed: Typed) => void;
}

const least: Record<Limit, number> = { turns: 1, tokens: 1000, cost_usd: 0.0001, seconds: 1 };

/** How far an agent may go; what is left empty stays as it is. */
export function LimitFields({ budget, typed, onType }: Props) {
  const fields: { name: Limit; label: string }[] = [
    { name: 'turns', label: t`Turns` },
    { name: 'tokens', label: t`Tokens` },
    { name: 'cost_usd', label: t`Dollars` },
    { name: 'seconds', label: t`Seconds at work` },
  ];
  return (
    <div className={styles.limits}>
      {fields.map(({ name, label }) => (
        <TextField
          key={name}
          label={label}
          type="number"
          inputMode="decimal"
          min={least[name]}
          step={name === 'cost_usd' ? 'any' : 1}
          placeholder={String(budget?.[name] ?? t`no limit`)}
          value={typed[name] ?? ''}
          onChange={(event) => {
            onType({ ...typed, [name]: event.target.value });
          }}
        />
      ))}
    </div>
  );
}

export function limitsOf(typed: Typed): BudgetGiven {
  const given = Object.entries(typed).filter(([, text]) => text.trim() !== '');
  return Object.fromEntries(given.map(([name, text]) => [name, Number(text)]));
}
