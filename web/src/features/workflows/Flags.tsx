import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { TriangleAlert } from 'lucide-react';
import type { Flag } from '@/api/types';
import styles from './Flags.module.css';
import { useLighting } from './light';

const titles: Partial<Record<Flag['code'], MessageDescriptor>> = {
  instructions_in_text: msg`Instructions in the text`,
  not_english: msg`Not in English`,
  no_process_found: msg`No process found`,
  analyst_failed: msg`Incomplete`,
  model_failed: msg`Rules stood in`,
  truncated: msg`Shortened`,
  empty: msg`Empty`,
  binary: msg`Not text`,
};

/** What the reader should know before trusting the result. */
export function Flags({ flags }: { flags: readonly Flag[] }) {
  if (flags.length === 0) return null;
  return (
    <ul className={styles.flags} aria-label={t`Flags`}>
      {flags.map((flag, index) => (
        <FlagRow key={index} flag={flag} />
      ))}
    </ul>
  );
}

function FlagRow({ flag }: { flag: Flag }) {
  const lighting = useLighting(flag.evidence);
  const known = titles[flag.code];
  const title = known ? i18n._(known) : flag.code;
  return (
    <li className={styles.flag} {...lighting}>
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
      <p>
        <strong>{title}.</strong> {flag.message}
      </p>
      {flag.evidence.length > 0 && (
        <button type="button" className={styles.show}>
          {t`Show in text`}
        </button>
      )}
    </li>
  );
}
