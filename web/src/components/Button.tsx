import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './Button.module.css';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';

interface Props extends ComponentPropsWithRef<'button'> {
  look?: Look;
  size?: 'normal' | 'small';
  wide?: boolean;
  /** Shows that the press is being worked on; further presses do nothing. */
  busy?: boolean;
  icon?: ReactNode;
}

export function Button({
  look = 'plain',
  size = 'normal',
  wide,
  busy,
  icon,
  children,
  onClick,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(look, rest.className)}
      data-size={size}
      data-wide={wide ? true : undefined}
      data-busy={busy ? true : undefined}
      aria-busy={busy}
      onClick={
        busy
          ? (event) => {
              event.preventDefault();
            }
          : onClick
      }
    >
      {busy ? <span className={styles.spinner} aria-hidden /> : icon}
      {children}
    </button>
  );
}

/** For links that look like buttons. */
export function buttonClass(look: Look = 'plain', more?: string): string {
  return [styles.button, styles[look], more].filter(Boolean).join(' ');
}
