import { t } from '@lingui/core/macro';
import { Button } from '@/components/Button';
import styles from '../SettingsPage.module.css';
import { Sheet } from './Sheet';

/** Shown once; the server keeps only their hashes. */
export function PaperCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const text = codes.join('\n');
  return (
    <Sheet title={t`Recovery codes`} onClose={onClose}>
      <div className={styles.form}>
        <p className={styles.note}>
          {t`Write these down, or keep them in a password manager. Each signs you in once if your phone is gone. They are not shown again.`}
        </p>
        <pre className={styles.codes}>{text}</pre>
        <a
          className={styles.download}
          download="coditect-recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        >
          {t`Save as a file`}
        </a>
        <Button look="primary" wide onClick={onClose}>
          {t`I have kept them`}
        </Button>
      </div>
    </Sheet>
  );
}
