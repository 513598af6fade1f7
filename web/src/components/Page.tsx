import type { ReactNode } from 'react';
import styles from './Page.module.css';

interface Props {
  title: ReactNode;
  /** One sentence of purpose, where the page is new to its reader. */
  lead?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  large?: boolean;
  children: ReactNode;
}

export function Page({ title, lead, actions, wide, large, children }: Props) {
  return (
    <div className={styles.page} data-wide={wide ? true : undefined}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1 className={styles.title} data-large={large ? true : undefined}>
            {title}
          </h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
