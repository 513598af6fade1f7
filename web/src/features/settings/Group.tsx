import type { ReactNode } from 'react';
import styles from './SettingsPage.module.css';

/** One matter: what it is on the left, what can be done about it on the right. */
export function Group({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <div>
        <h2>{title}</h2>
        <p>{about}</p>
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

interface Choice<T extends string> {
  value: T;
  label: string;
}

interface ChoicesProps<T extends string> {
  label: string;
  name: string;
  choices: readonly Choice<T>[];
  chosen: T;
  onChoose: (value: T) => void;
}

/** A few ways, one of them taken. */
export function Choices<T extends string>({ label, name, choices, chosen, onChoose }: ChoicesProps<T>) {
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">{label}</legend>
      {choices.map((one) => (
        <label key={one.value} data-chosen={chosen === one.value ? true : undefined}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={chosen === one.value}
            onChange={() => {
              onChoose(one.value);
            }}
          />
          {one.label}
        </label>
      ))}
    </fieldset>
  );
}

interface ChecksProps<T extends string> {
  legend: string;
  all: readonly T[];
  chosen: readonly T[];
  /** Those that are part of it whatever is chosen. */
  fixed?: readonly T[];
  onChange: (chosen: T[]) => void;
}

/** Some of a few codes. */
export function Checks<T extends string>({ legend, all, chosen, fixed = [], onChange }: ChecksProps<T>) {
  return (
    <fieldset className={styles.checks}>
      <legend>{legend}</legend>
      {all.map((one) => (
        <label key={one}>
          <input
            type="checkbox"
            checked={fixed.includes(one) || chosen.includes(one)}
            disabled={fixed.includes(one)}
            onChange={(event) => {
              onChange(event.target.checked ? [...chosen, one] : chosen.filter((known) => known !== one));
            }}
          />
          <code>{one}</code>
        </label>
      ))}
    </fieldset>
  );
}
