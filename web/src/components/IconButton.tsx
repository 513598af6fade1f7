import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './IconButton.module.css';

interface Props extends ComponentPropsWithRef<'button'> {
  label: string;
  children: ReactNode;
}

/** A button that is only an icon: its name is spoken, and shown on hover. */
export function IconButton({ label, children, className, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      data-hint={label}
      {...rest}
      className={[styles.button, className].join(' ')}
    >
      {children}
    </button>
  );
}
