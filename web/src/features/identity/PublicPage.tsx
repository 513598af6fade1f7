import { lazy, type ReactNode, Suspense } from 'react';
import { Brand } from '@/components/Brand';
import { untilThere } from '@/lib/again';
import { useProduct } from '@/lib/product';
import { useTitle } from '@/lib/use-title';
import styles from './PublicLayout.module.css';

// It decorates; the form need not wait for it.
const Stage = lazy(untilThere(async () => ({ default: (await import('./Stage')).Stage })));

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
  const product = useProduct();
  useTitle(title);
  return (
    <div className={styles.page} data-stage={stage ? true : undefined}>
      <main className={styles.main}>
        <a className={styles.brand} href="/login">
          <Brand />
          {product}
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
          <Suspense>
            <Stage />
          </Suspense>
        </aside>
      )}
    </div>
  );
}

export const formClass = styles.form;
