import { t } from '@lingui/core/macro';
import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import type { Workflow } from '@/api/types';
import { Button } from '@/components/Button';
import { FloatingMenu, menuItem, menuLabel } from '@/components/Floating';
import { toastError } from '@/components/toast-store';
import styles from './AnalyzeAgain.module.css';
import { useRegenerate } from './queries';

/** Makes the next version: of everything, or from one analyst on with what people edited before it. */
export function AnalyzeAgain({ workflow }: { workflow: Workflow }) {
  const again = useRegenerate(workflow.id, workflow.project_id);
  const id = useId();
  const start = (at?: (typeof workflow.analysts)[number]['name']) => {
    again.mutate(at, { onError: toastError });
  };
  return (
    <div className={styles.pair}>
      <Button
        busy={again.isPending}
        onClick={() => {
          start();
        }}
      >
        {t`Analyze again`}
      </Button>
      {workflow.analysis && (
        <>
          <Button popoverTarget={id} aria-haspopup="menu" aria-label={t`Analyze again from a stage`}>
            <ChevronDown size={14} aria-hidden />
          </Button>
          <FloatingMenu id={id} side="below-end" aria-label={t`Analyze again from a stage`}>
            <p className={menuLabel}>{t`From a stage on, with your edits`}</p>
            {workflow.analysts.map((analyst) => (
              <button
                key={analyst.name}
                type="button"
                role="menuitem"
                tabIndex={-1}
                className={menuItem}
                onClick={() => {
                  start(analyst.name);
                }}
              >
                {analyst.title}
              </button>
            ))}
          </FloatingMenu>
        </>
      )}
    </div>
  );
}
