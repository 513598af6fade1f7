import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import styles from './DiagramHead.module.css';
import { type Mark, signOf } from './marks';

const names: Record<Mark, MessageDescriptor> = {
  planned: msg`planned`,
  begun: msg`begun`,
  done: msg`done`,
  added: msg`new`,
  changed: msg`changed`,
  removed: msg`gone`,
};

interface Choice<T extends string> {
  value: T;
  label: string;
}

interface Props<T extends string> {
  label: string;
  choices: readonly Choice<T>[];
  chosen: T;
  choose: (value: T) => void;
  marks: ReadonlyMap<string, Mark>;
}

/** Which drawing is shown, and what the signs in it mean and how many there are of each. */
export function DiagramHead<T extends string>({ label, choices, chosen, choose, marks }: Props<T>) {
  const counted = new Map<Mark, number>();
  for (const mark of marks.values()) counted.set(mark, (counted.get(mark) ?? 0) + 1);
  return (
    <div className={styles.head}>
      <div className={styles.choices} role="group" aria-label={label}>
        {choices.map((one) => (
          <button
            key={one.value}
            type="button"
            aria-pressed={one.value === chosen}
            onClick={() => {
              choose(one.value);
            }}
          >
            {one.label}
          </button>
        ))}
      </div>
      {counted.size > 0 && (
        <ul className={styles.key} aria-live="polite">
          {[...counted].map(([mark, count]) => (
            <li key={mark}>
              <svg viewBox="0 0 12 12" width={16} height={16} data-badge={mark} aria-hidden>
                <circle cx={6} cy={6} r={5.5} />
                <path d={signOf(mark)} />
              </svg>
              {count} {i18n._(names[mark])}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
