import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './Rail.module.css';

interface Props {
  to: string;
  name: string;
  narrow: boolean;
  exact?: boolean;
  children: ReactNode;
}

/** One line of the rail: an icon, and its name beside it or as a hint. */
export function Place({ to, name, narrow, exact = false, children }: Props) {
  return (
    <Link
      to={to}
      className={styles.place}
      activeOptions={{ exact }}
      {...(narrow ? { 'aria-label': name, 'data-hint': name, 'data-hint-side': 'right' } : {})}
    >
      {children}
      {!narrow && <span className={styles.label}>{name}</span>}
    </Link>
  );
}
