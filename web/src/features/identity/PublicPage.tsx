import type { ReactNode } from 'react';
import { Logo } from '@/components/Logo';
import { useTitle } from '@/lib/use-title';
import { useInstance } from './instance';
import styles from './PublicLayout.module.css';
import { Stage } from './Stage';

interface Props {
  title: string;
  lead?: ReactNode;
  /** Shows beside the form what the product does. */
  stage?: boolean;
  wide?: boolean;
  children?: ReactNode;
  foot?: ReactNode;
}

/** The frame of every page that needs no sign-in. */
export function PublicPage({ title, lead, stage, wide, children, foot }: Props) {
  const instance = useInstance();
  useTitle(title);
  return (
    <div className={styles.page} data-stage={stage ? true : undefined}>
      <main className={styles.main}>
        <a className={styles.brand} href="/login">
          <Logo />
          {instance?.name ?? 'CODITECT'}
        </a>
        <div className={styles.column} data-wide={wide ? true : undefined}>
          <header className={styles.head}>
            <h1>{title}</h1>
            {lead && <p>{lead}</p>}
          </header>
          {children}
          {foot && <p className={styles.foot}>{foot}</p>}
        </div>
      </main>
      {stage && (
        <aside className={styles.stage} aria-hidden>
          <Stage />
        </aside>
      )}
    </div>
  );
}

export const formClass = styles.form;
