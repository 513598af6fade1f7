import { TriangleAlert } from 'lucide-react';
import type { Flag } from '@/api/types';
import styles from './Flags.module.css';
import { useLighting } from './light';

const titles: Partial<Record<Flag['code'], string>> = {
  instructions_in_text: 'Instructions in the text',
  not_english: 'Not in English',
  no_process_found: 'No process found',
  analyst_failed: 'Incomplete',
  truncated: 'Shortened',
  empty: 'Empty',
  binary: 'Not text',
};

/** What the reader should know before trusting the result. */
export function Flags({ flags }: { flags: readonly Flag[] }) {
  if (flags.length === 0) return null;
  return (
    <ul className={styles.flags} aria-label="Flags">
      {flags.map((flag, index) => (
        <FlagRow key={index} flag={flag} />
      ))}
    </ul>
  );
}

function FlagRow({ flag }: { flag: Flag }) {
  const lighting = useLighting(flag.evidence);
  return (
    <li className={styles.flag} {...lighting}>
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
      <p>
        <strong>{titles[flag.code] ?? flag.code}.</strong> {flag.message}
      </p>
      {flag.evidence.length > 0 && (
        <button type="button" className={styles.show}>
          Show in text
        </button>
      )}
    </li>
  );
}
