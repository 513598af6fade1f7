import { plural, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import type { Workflow } from '@/api/types';
import { IconButton } from '@/components/IconButton';
import styles from './EditBar.module.css';
import { editsOptions, useStep } from './edits';

/** Taking edits back and doing them again, by button and by Ctrl-Z; says what a new version could not take over. */
export function EditBar({ workflow }: { workflow: Workflow }) {
  const log = useQuery(editsOptions(workflow.id));
  const step = useStep(workflow.id, log.data?.revision ?? workflow.revision);
  const edits = log.data?.items ?? [];
  const applied = edits.filter((one) => one.state === 'applied').length;
  const undone = edits.filter((one) => one.state === 'undone').length;
  const lapsed = edits.filter((one) => one.state === 'lapsed');
  const press = useEffectEvent((event: KeyboardEvent) => {
    const inField =
      event.target instanceof Element && event.target.closest('input, textarea, select, [role=dialog]');
    if (inField || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    const way = event.shiftKey ? 'redo' : 'undo';
    if ((way === 'undo' ? applied : undone) === 0 && !step.isPending) return;
    event.preventDefault();
    step.mutate(way);
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      press(event);
    };
    window.addEventListener('keydown', hear);
    return () => {
      window.removeEventListener('keydown', hear);
    };
  }, []);
  if (edits.length === 0) return null;
  return (
    <section className={styles.bar} aria-label={t`Edits`}>
      <IconButton
        label={t`Undo`}
        disabled={applied === 0}
        onClick={() => {
          step.mutate('undo');
        }}
      >
        <Undo2 size={16} strokeWidth={1.75} />
      </IconButton>
      <IconButton
        label={t`Redo`}
        disabled={undone === 0}
        onClick={() => {
          step.mutate('redo');
        }}
      >
        <Redo2 size={16} strokeWidth={1.75} />
      </IconButton>
      <span role="status">{plural(applied, { one: 'One edit by hand', other: '# edits by hand' })}</span>
      {lapsed.length > 0 && (
        <details className={styles.lapsed}>
          <summary>
            {plural(lapsed.length, {
              one: 'One edit no longer applies',
              other: '# edits no longer apply',
            })}
          </summary>
          <ul>
            {lapsed.map((one) => (
              <li key={one.id}>
                {Object.values(one.words).join(', ')}: {one.why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
