import { plural, t } from '@lingui/core/macro';
import type { CSSProperties } from 'react';
import { initialsOf } from './initials';
import styles from './Presence.module.css';

interface Person {
  id: string;
  name: string;
}

const SHOWN = 4;

/** The people who are here now, as their initials; nothing when one is alone. */
export function Presence({ people, count }: { people: readonly Person[]; count: number }) {
  const shown = people.slice(0, SHOWN);
  const more = count - shown.length;
  if (shown.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t`Also here`}>
      {shown.map(({ id, name }) => (
        <li key={id} className={styles.person} style={{ '--hue': hueOf(id) } as CSSProperties} title={name}>
          <span aria-hidden>{initialsOf(name)}</span>
          <span className={styles.name}>{name}</span>
        </li>
      ))}
      {more > 0 && (
        <li className={styles.person} data-more>
          <span aria-hidden>+{more}</span>
          <span className={styles.name}>{plural(more, { one: '# more', other: '# more' })}</span>
        </li>
      )}
    </ul>
  );
}

/** The same colour for the same person everywhere. */
function hueOf(id: string): number {
  return [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
}
