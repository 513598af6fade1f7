import { i18n } from '@lingui/core';
import { Link } from '@tanstack/react-router';
import type { AgentRun } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { Time } from '@/components/Time';
import styles from './AgentRunPage.module.css';
import { modeNames, runLook, titleOf } from './look';

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
      {run.request.trim() !== title && <p className={styles.request}>{run.request.trim()}</p>}
    </header>
  );
}
