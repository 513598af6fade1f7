import { peopleOptions } from '@/api/people';
import { useQuery } from '@tanstack/react-query';
import { t } from '@lingui/core/macro';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Person } from '@/api/types';
import { Button } from '@/components/Button';
import { Glyph } from '@/components/Glyph';
import type { Written } from './comment-queries';
import styles from './Comments.module.css';

interface Props {
  projectId: string;
  label: string;
  action: string;
  value?: string;
  busy: boolean;
  onSend: (written: Written, done: () => void) => void;
  onCancel?: () => void;
}

const SHOWN = 6;

/** A text in markdown; after an @ it offers the members. */
export function CommentBox({ projectId, label, action, value = '', busy, onSend, onCancel }: Props) {
  const people = useQuery(peopleOptions(projectId));
  const [text, setText] = useState(value);
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const query = closed ? null : queryAt(text, caret);
  const found = query === null ? [] : suggested(people.data ?? [], query);
  const current = Math.min(at, found.length - 1);

  const take = (person: Person) => {
    const start = caret - (query?.length ?? 0);
    const next = `${text.slice(0, start)}${person.name} ${text.slice(caret)}`;
    const place = start + person.name.length + 1;
    // At once: whoever types on must not find the caret elsewhere a moment later.
    flushSync(() => {
      setText(next);
      setCaret(place);
      setClosed(true);
    });
    area.current?.focus();
    area.current?.setSelectionRange(place, place);
  };
  const send = () => {
    if (!text.trim() || busy) return;
    const mentions = (people.data ?? []).filter((person) => text.includes(`@${person.name}`));
    onSend({ text: text.trim(), mentions: mentions.map((person) => person.id) }, () => {
      setText('');
    });
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const person = found[current];
    if (person && step !== undefined) {
      event.preventDefault();
      setAt((current + step + found.length) % found.length);
    } else if (person && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      take(person);
    } else if (person && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setClosed(true);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape' && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <div className={styles.box}>
      <textarea
        ref={area}
        rows={text.split('\n').length > 3 ? 6 : 3}
        role={found.length > 0 ? 'combobox' : undefined}
        aria-label={label}
        aria-expanded={found.length > 0 ? true : undefined}
        aria-controls={found.length > 0 ? `${id}-people` : undefined}
        aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
        placeholder={t`Markdown; @ mentions somebody`}
        value={text}
        maxLength={20_000}
        onChange={(event) => {
          setText(event.target.value);
          setCaret(event.target.selectionStart);
          setClosed(false);
          setAt(0);
        }}
        onSelect={(event) => {
          setCaret(event.currentTarget.selectionStart);
        }}
        onKeyDown={onKey}
        onBlur={() => {
          setClosed(true);
        }}
      />
      {found.length > 0 && (
        <ul id={`${id}-people`} role="listbox" aria-label={t`Members`} className={styles.people}>
          {found.map((person, index) => (
            <li
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === current}
              onPointerDown={(event) => {
                event.preventDefault();
                take(person);
              }}
            >
              <Glyph name={person.name} round />
              {person.name}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.send}>
        {onCancel && (
          <Button size="small" look="quiet" onClick={onCancel}>
            {t`Cancel`}
          </Button>
        )}
        <Button size="small" busy={busy} disabled={!text.trim()} onClick={send}>
          {action}
        </Button>
      </div>
    </div>
  );
}

/** What was typed after the @ before the caret; null when nobody is about to be named. */
function queryAt(text: string, caret: number): string | null {
  return /(?:^|[\s(])@([^@\n]{0,40})$/.exec(text.slice(0, caret))?.[1] ?? null;
}

function suggested(people: readonly Person[], query: string): Person[] {
  const typed = query.toLowerCase();
  return people.filter((person) => person.name.toLowerCase().startsWith(typed)).slice(0, SHOWN);
}
