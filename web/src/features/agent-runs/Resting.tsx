import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { AgentRun } from '@/api/types';
import { Button } from '@/components/Button';
import styles from './Asked.module.css';
import { Failed } from './Asked';
import { LimitFields, limitsOf, type Typed } from './LimitFields';
import { useGoOn } from './queries';

/** It rests at a limit, or because a person stopped it: nothing is lost, and it goes on when told to. */
export function Resting({ run }: { run: AgentRun }) {
  const goOn = useGoOn(run.id);
  const [typed, setTyped] = useState<Typed>({});
  return (
    <section className={styles.asked} data-calm aria-label={t`It rests`}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          goOn.mutate(limitsOf(typed));
        }}
      >
        <h2>{t`It rests`}</h2>
        <p className={styles.dim}>
          {run.reason} {t`What it has done is kept. Raise a limit if you like, and let it go on.`}
        </p>
        <LimitFields budget={run.budget} typed={typed} onType={setTyped} />
        <Failed error={goOn.error} />
        <div className={styles.actions}>
          <Button look="primary" type="submit" busy={goOn.isPending}>
            {t`Let it go on`}
          </Button>
        </div>
      </form>
    </section>
  );
}
