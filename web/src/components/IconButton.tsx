import { Tooltip } from '@mantine/core';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './IconButton.module.css';

interface Props extends ComponentPropsWithRef<'button'> {
  label: string;
  children: ReactNode;
}

/** A button that is only an icon: its name is spoken, and shown on hover. */
export function IconButton({ label, children, className, ...rest }: Props) {
  return (
    <Tooltip label={label}>
      <button type="button" aria-label={label} {...rest} className={[styles.button, className].join(' ')}>
        {children}
      </button>
    </Tooltip>
  );
}
