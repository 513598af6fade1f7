import { t } from '@lingui/core/macro';
import { History, X } from 'lucide-react';
import { Button } from '@/components/Button';
import { IconButton } from '@/components/IconButton';
import styles from './Replay.module.css';

interface Props {
  /** How many steps are shown; undefined shows how things stand. */
  at: number | undefined;
  count: number;
  onMove: (at: number | undefined) => void;
}

/** Goes through the journal step by step, as it happened. */
export function Replay({ at, count, onMove }: Props) {
  if (at === undefined)
    return (
      <Button
        icon={<History size={16} aria-hidden />}
        onClick={() => {
          onMove(1);
        }}
      >
        {t`Step through it`}
      </Button>
    );
  return (
    <div className={styles.replay} role="group" aria-label={t`Step through it`}>
      <Button
        size="small"
        disabled={at <= 1}
        onClick={() => {
          onMove(at - 1);
        }}
      >
        {t`Back`}
      </Button>
      <input
        type="range"
        min={1}
        max={count}
        value={at}
        aria-label={t`Step`}
        aria-valuetext={t`Step ${at} of ${count}`}
        onChange={(event) => {
          onMove(Number(event.target.value));
        }}
      />
      <span className={styles.where}>{t`${at} of ${count}`}</span>
      <Button
        size="small"
        disabled={at >= count}
        onClick={() => {
          onMove(at + 1);
        }}
      >
        {t`Forward`}
      </Button>
      <IconButton
        label={t`Show how it stands`}
        onClick={() => {
          onMove(undefined);
        }}
      >
        <X size={16} strokeWidth={1.75} />
      </IconButton>
    </div>
  );
}
