import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import { Square } from 'lucide-react';
import type { AgentRun } from '@/api/types';
import { Button } from '@/components/Button';
import { StatusMark } from '@/components/StatusMark';
import { Time } from '@/components/Time';
import { toastError } from '@/components/toast-store';
import styles from './AgentRunPage.module.css';
import { isOver, modeNames, runLook, titleOf } from './look';
import { useMayRun, useStop } from './queries';

/** Whose work it is, on what, and how it stands. */
export function Head({ run }: { run: AgentRun }) {
  const look = runLook[run.state];
  const title = titleOf(run.request);
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.meta}>
          <span className={styles.status} role="status">
            <StatusMark shape={look.shape} />
            {i18n._(look.label)}
          </span>
          <Link to="/agents/$name" params={{ name: run.agent }}>
            {run.agent}
          </Link>
          <span>{i18n._(modeNames[run.mode])}</span>
          <Time at={run.created_at} />
        </p>
      </div>
      <Stop run={run} />
      {run.request.trim() !== title && <p className={styles.request}>{run.request.trim()}</p>}
    </header>
  );
}

function Stop({ run }: { run: AgentRun }) {
  const stop = useStop(run.id);
  const mayRun = useMayRun();
  if (!mayRun || isOver(run.state) || run.state === 'stopped') return null;
  return (
    <div className={styles.actions}>
      <Button
        icon={<Square size={14} aria-hidden />}
        busy={stop.isPending || run.stop_asked}
        onClick={() => {
          stop.mutate(undefined, { onError: toastError });
        }}
      >
        {run.stop_asked ? t`Stopping` : t`Stop`}
      </Button>
    </div>
  );
}
