import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import type { FileChange } from '@/api/types';
import styles from './Diff.module.css';
import { type DiffLine, diffLines } from './journal';

const signs: Record<DiffLine['kind'], string> = { more: '+', less: '−', same: '', place: '', note: '' };

/** What became of one file. */
export function Diff({ change, children }: { change: FileChange; children?: ReactNode }) {
  return (
    <figure className={styles.diff}>
      <figcaption className={styles.file}>
        <code>{change.path}</code>
        {change.before === null && <span>{t`new`}</span>}
        {change.after === null && <span>{t`deleted`}</span>}
        {children}
      </figcaption>
      <Lines lines={diffLines(change.diff)} label={t`Changes of ${change.path}`} />
    </figure>
  );
}

export function Lines({ lines, label }: { lines: readonly DiffLine[]; label: string }) {
  return (
    <div className={styles.lines} tabIndex={0} role="region" aria-label={label}>
      <div>
        {lines.map(({ kind, text }, at) => (
          <div key={at} data-kind={kind}>
            <span aria-hidden>{signs[kind]}</span>
            {kind === 'less' && <span className="visually-hidden">{t`removed`} </span>}
            {kind === 'more' && <span className="visually-hidden">{t`added`} </span>}
            <code>{text}</code>
          </div>
        ))}
      </div>
    </div>
  );
}
