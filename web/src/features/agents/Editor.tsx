import { t } from '@lingui/core/macro';
import { useMemo, useRef } from 'react';
import type { AgentFault } from '@/api/types';
import styles from './Editor.module.css';
import { Faults } from './Faults';

interface Props {
  text: string;
  onChange: (text: string) => void;
  onSave: () => void;
  faults: readonly AgentFault[];
  /** The faults are those of an earlier text; newer ones are on their way. */
  checking: boolean;
}

/** A plain text field with line numbers; lines with a fault are marked, and the faults stand below. */
export function Editor({ text, onChange, onSave, faults, checking }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const lines = useMemo(() => text.split('\n'), [text]);
  const marked = new Set(faults.map((fault) => fault.line));
  const goTo = (line: number) => {
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    field.current?.focus();
    field.current?.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  };
  return (
    <>
      <div className={styles.paper} data-bad={faults.length > 0 ? true : undefined}>
        {/* As tall as the text and broken in the same places, so that numbers stand beside their lines. */}
        <div className={styles.lines} aria-hidden>
          {lines.map((line, index) => (
            <div key={index} className={styles.line} data-bad={marked.has(index + 1) ? true : undefined}>
              {line === '' ? '\u200b' : line}
            </div>
          ))}
        </div>
        <textarea
          ref={field}
          className={styles.text}
          aria-label={t`Definition`}
          aria-invalid={faults.length > 0 ? true : undefined}
          aria-describedby="faults"
          value={text}
          spellCheck={false}
          autoCapitalize="off"
          onChange={(event) => {
            onChange(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 's' || !(event.metaKey || event.ctrlKey)) return;
            event.preventDefault();
            onSave();
          }}
        />
      </div>
      <div id="faults" role="status" className={styles.state} data-old={checking ? true : undefined}>
        {faults.length === 0 ? (
          <p className={styles.good}>{checking ? t`Checking…` : t`No faults.`}</p>
        ) : (
          <Faults faults={faults} onLine={goTo} />
        )}
      </div>
    </>
  );
}
