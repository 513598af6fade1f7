import { t } from '@lingui/core/macro';
import type { AgentFault } from '@/api/types';
import styles from './Editor.module.css';

interface Props {
  faults: readonly AgentFault[];
  onLine?: (line: number) => void;
}

/** What is wrong with a text, line by line, each with its mend. */
export function Faults({ faults, onLine }: Props) {
  return (
    <ul className={styles.faults} aria-label={t`Faults`}>
      {faults.map((fault) => (
        <li key={`${fault.line ?? 0} ${fault.message}`}>
          {fault.line !== null &&
            (onLine ? (
              <button
                type="button"
                className={styles.place}
                onClick={() => {
                  onLine(fault.line ?? 1);
                }}
              >
                {t`Line ${{ line: fault.line }}`}
              </button>
            ) : (
              <span className={styles.place}>{t`Line ${{ line: fault.line }}`}</span>
            ))}
          <span>
            <strong>{fault.message}</strong> {fault.mend}
          </span>
        </li>
      ))}
    </ul>
  );
}
