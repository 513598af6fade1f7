import { t } from '@lingui/core/macro';
import { useId, useState, type ComponentPropsWithRef, type ReactNode } from 'react';
import styles from './Field.module.css';

interface Common {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  aside?: ReactNode;
  optional?: boolean;
}

interface FrameProps extends Common {
  id: string;
  children: ReactNode;
}

function Frame({ id, label, hint, error, aside, optional, children }: FrameProps) {
  return (
    <div className={styles.field}>
      <div className={styles.top}>
        <label className={styles.label} htmlFor={id}>
          {label}
          {optional && <span className={styles.optional}> {t`(optional)`}</span>}
        </label>
        {aside && <span className={styles.aside}>{aside}</span>}
      </div>
      {children}
      {error ? (
        <p className={styles.error} id={`${id}-note`} role="alert">
          {error}
        </p>
      ) : (
        hint !== undefined && (
          <p className={styles.hint} id={`${id}-note`}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}

function described(id: string, { hint, error }: Common) {
  return {
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error || hint !== undefined ? `${id}-note` : undefined,
  };
}

export function TextField({
  label,
  hint,
  error,
  aside,
  optional,
  ...input
}: Common & ComponentPropsWithRef<'input'>) {
  const id = useId();
  const common = { label, hint, error, aside, optional };
  return (
    <Frame id={id} {...common}>
      <div className={styles.box}>
        <input {...input} id={id} className={styles.input} {...described(id, common)} />
      </div>
    </Frame>
  );
}

export function PasswordField({
  label,
  hint,
  error,
  aside,
  ...input
}: Common & ComponentPropsWithRef<'input'>) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const common = { label, hint, error, aside };
  return (
    <Frame id={id} {...common}>
      <div className={styles.box}>
        <input
          {...input}
          id={id}
          type={shown ? 'text' : 'password'}
          className={styles.input}
          data-ending
          {...described(id, common)}
        />
        <span className={styles.ending}>
          <button
            type="button"
            className={styles.reveal}
            aria-label={shown ? t`Hide password` : t`Show password`}
            aria-controls={id}
            onClick={() => {
              setShown(!shown);
            }}
          >
            {shown ? t`Hide` : t`Show`}
          </button>
        </span>
      </div>
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  error,
  aside,
  optional,
  ...input
}: Common & ComponentPropsWithRef<'textarea'>) {
  const id = useId();
  const common = { label, hint, error, aside, optional };
  return (
    <Frame id={id} {...common}>
      <textarea {...input} id={id} className={styles.input} {...described(id, common)} />
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  error,
  aside,
  children,
  ...input
}: Common & ComponentPropsWithRef<'select'>) {
  const id = useId();
  const common = { label, hint, error, aside };
  return (
    <Frame id={id} {...common}>
      <select {...input} id={id} className={styles.input} {...described(id, common)}>
        {children}
      </select>
    </Frame>
  );
}
