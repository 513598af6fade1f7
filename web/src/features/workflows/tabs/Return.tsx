import { t } from '@lingui/core/macro';
import { useId, useState } from 'react';
import type { AnalystOutputs, Workflow } from '@/api/types';
import { Button } from '@/components/Button';
import { number } from '@/lib/locale';
import { type Operation, useEdit } from '../edits';
import { Figure, Section } from './parts';
import { type Figures, figuresOf, gainOf } from './roi';
import styles from './Return.module.css';
import tabs from './tabs.module.css';

type Report = NonNullable<AnalystOutputs['automation-assessor']>;
type Name = keyof Figures;

const names = ['volume', 'minutes', 'share', 'hourly_cost', 'build_cost', 'run_cost'] as const;
const most: Record<Name, number> = {
  volume: 20_000,
  minutes: 480,
  share: 100,
  hourly_cost: 200,
  build_cost: 200_000,
  run_cost: 50_000,
};
const step: Record<Name, number> = {
  volume: 50,
  minutes: 1,
  share: 1,
  hourly_cost: 1,
  build_cost: 500,
  run_cost: 100,
};

/** What automation gives back under figures that can be slid; saved, they are assumptions of the analysis. */
export function Return({ workflow, report }: { workflow: Workflow; report: Report }) {
  const id = useId();
  const saved = figuresOf(report);
  const [figures, setFigures] = useState(saved);
  const edit = useEdit(workflow.id, workflow.revision);
  const gain = gainOf(figures);
  const changed = names.filter((name) => figures[name] !== saved[name]);
  const save = () => {
    edit.mutate(changed.map((figure): Operation => ({ kind: 'set_figure', figure, value: figures[figure] })));
  };
  return (
    <Section title={t`What it gives back`} note={t`under these figures`}>
      <div className={tabs.figures}>
        <Figure value={number(Math.round(gain.hours))} label={t`hours saved per year`} />
        <Figure value={number(Math.round(gain.saving))} label={t`saved per year`} />
        <Figure
          value={gain.months === null ? '–' : number(Math.round(gain.months * 10) / 10)}
          label={t`months until it has paid back`}
        />
      </div>
      <form
        className={styles.sliders}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {names.map((name) => (
          <div key={name} className={styles.slider}>
            <label htmlFor={`${id}-${name}`}>{words(name)}</label>
            <output htmlFor={`${id}-${name}`}>{number(figures[name])}</output>
            <input
              id={`${id}-${name}`}
              type="range"
              min={0}
              max={Math.max(most[name], saved[name] * 2)}
              step={step[name]}
              value={figures[name]}
              onChange={(event) => {
                setFigures({ ...figures, [name]: Number(event.target.value) });
              }}
            />
          </div>
        ))}
        <div className={styles.actions}>
          <Button type="submit" disabled={changed.length === 0} busy={edit.isPending}>
            {t`Save as assumptions`}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function words(name: Name): string {
  switch (name) {
    case 'volume':
      return t`Cases per year`;
    case 'minutes':
      return t`Minutes of work per case`;
    case 'share':
      return t`Share of the time saved, %`;
    case 'hourly_cost':
      return t`Cost of an hour`;
    case 'build_cost':
      return t`Cost to build`;
    case 'run_cost':
      return t`Cost to run, per year`;
  }
}
