import { t } from '@lingui/core/macro';
import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { Dialog } from '@/components/Dialog';
import styles from './Picker.module.css';

export interface Option {
  key: string;
  label: string;
  icon?: ReactNode;
  note?: string;
  chosen?: boolean;
}

interface Props {
  title: string;
  options: readonly Option[];
  onPick: (key: string) => void;
  onClose: () => void;
  /** Stays open for several picks. */
  many?: boolean;
  /** Offers what was typed as a new entry. */
  onNew?: (text: string) => void;
}

const SHOWN = 60;

/** One list to choose from by typing, arrows or pointer; for every field of a task. */
export function Picker({ title, options, onPick, onClose, many, onNew }: Props) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = options
    .filter((one) => words.every((word) => one.label.toLowerCase().includes(word)))
    .slice(0, SHOWN);
  const fresh = typed.trim();
  const offered = onNew && fresh && !options.some((one) => one.label === fresh);
  const count = found.length + (offered ? 1 : 0);
  const current = Math.min(at, count - 1);
  const done = () => {
    if (!many) onClose();
  };
  const pick = (index: number) => {
    const option = found[index];
    if (option) onPick(option.key);
    else if (offered) {
      onNew(fresh);
      setTyped('');
    } else return;
    done();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      pick(current);
    } else if (step !== undefined && count > 0) {
      event.preventDefault();
      setAt((current + step + count) % count);
    }
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      withCloseButton={false}
      size={360}
      yOffset="18vh"
      padding={0}
      attributes={{ content: { 'aria-label': title } }}
      classNames={{ content: styles.content, overlay: styles.overlay }}
      overlayProps={{ color: 'transparent', backgroundOpacity: 1 }}
    >
      <input
        data-autofocus
        className={styles.field}
        role="combobox"
        aria-label={title}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={count > 0 ? `${id}-${current}` : undefined}
        placeholder={title}
        value={typed}
        maxLength={200}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={title}
        aria-multiselectable={many}
        className={styles.list}
      >
        {found.map((option, index) => (
          <li
            key={option.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={many ? Boolean(option.chosen) : index === current}
            data-current={index === current ? true : undefined}
            ref={index === current ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onPointerMove={() => {
              setAt(index);
            }}
            onClick={() => {
              pick(index);
            }}
          >
            {option.icon}
            <span className={styles.label}>{option.label}</span>
            {option.note && <small>{option.note}</small>}
            {option.chosen && <Check size={14} strokeWidth={2} aria-label={t`chosen`} />}
          </li>
        ))}
        {offered && (
          <li
            id={`${id}-${found.length}`}
            role="option"
            aria-selected={current === found.length}
            data-current={current === found.length ? true : undefined}
            onClick={() => {
              pick(found.length);
            }}
          >
            <span className={styles.label}>{t`New: ${fresh}`}</span>
          </li>
        )}
      </ul>
      {count === 0 && <p className={styles.none}>{t`Nothing is called that.`}</p>}
    </Dialog>
  );
}
