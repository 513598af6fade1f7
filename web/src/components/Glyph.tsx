import { familyOf } from '@/lib/family';
import styles from './Glyph.module.css';

/** The first letter of a name on a tint that stays the same for that name. */
export function Glyph({ name, round }: { name: string; round?: boolean }) {
  const family = familyOf(name);
  return (
    <span
      className={styles.glyph}
      data-round={round ? true : undefined}
      style={{ background: `var(--${family}-bg)`, color: `var(--${family}-ink)` }}
      aria-hidden
    >
      {[...name.trim()][0] ?? '·'}
    </span>
  );
}
