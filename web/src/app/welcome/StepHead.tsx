import type { ReactNode } from 'react';
import styles from './Welcome.module.css';

export function StepHead({ title, children }: { title: string; children: ReactNode }) {
  return (
    <header className={styles.head}>
      <h1>{title}</h1>
      <p>{children}</p>
    </header>
  );
}
