import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

type Kind = 'info' | 'good' | 'warning' | 'bad';

const icons = { info: Info, good: CircleCheck, warning: TriangleAlert, bad: CircleAlert };

/** One short message in the flow of the page. */
export function Notice({ kind = 'info', children }: { kind?: Kind; children: ReactNode }) {
  const Icon = icons[kind];
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={kind === 'bad' ? 'alert' : 'status'}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <div className={styles.body}>{children}</div>
    </div>
  );
}
