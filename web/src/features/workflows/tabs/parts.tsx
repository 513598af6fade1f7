import type { ReactNode } from 'react';
import type { Span } from '@/lib/spans';
import { useLighting } from '../light';
import styles from './tabs.module.css';

export function Section({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>
        {title}
        {note !== undefined && <span>{note}</span>}
      </h2>
      {children}
    </section>
  );
}

interface ItemProps {
  evidence: readonly Span[];
  refs?: readonly string[];
  children: ReactNode;
}

/** A row that lights the passages it rests on, and the nodes it speaks of. */
export function Item({ evidence, refs, children }: ItemProps) {
  const lighting = useLighting(evidence, refs);
  const shows = evidence.length > 0 || (refs?.length ?? 0) > 0;
  return (
    <li
      className={styles.item}
      data-evidence={shows ? true : undefined}
      {...(shows ? { ...lighting, tabIndex: 0 } : {})}
    >
      {children}
    </li>
  );
}

export function Tag({ family, children }: { family?: string; children: ReactNode }) {
  return (
    <span className={styles.tag} data-family={family}>
      {children}
    </span>
  );
}

export function Meter({ value }: { value: number }) {
  return (
    <>
      <span className={styles.meter} aria-hidden>
        <span style={{ width: `${value}%` }} />
      </span>
      <span className={styles.score}>{Math.round(value)}</span>
    </>
  );
}

export function Figure({ value, label }: { value: ReactNode; label: string }) {
  return (
    <div className={styles.figure}>
      <strong>{value}</strong>
      <span>{label}</span>
    </div>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
