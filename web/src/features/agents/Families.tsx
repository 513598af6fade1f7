import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { AgentSummary } from '@/api/types';
import styles from './LibraryPage.module.css';

export interface Group {
  key: string;
  title: string;
  about: string;
  agents: readonly AgentSummary[];
}

interface Props {
  groups: readonly Group[];
  all: number;
  current: string | undefined;
}

/** The families as a line of links, each with how many are in it. */
export function Families({ groups, all, current }: Props) {
  return (
    <nav className={styles.families} aria-label={t`Families`}>
      <Choice title={t`All`} count={all} chosen={current === undefined} />
      {groups
        .filter(({ key, agents }) => agents.length > 0 || key === current)
        .map(({ key, title, agents }) => (
          <Choice key={key} family={key} title={title} count={agents.length} chosen={current === key} />
        ))}
    </nav>
  );
}

function Choice(props: { family?: string; title: string; count: number; chosen: boolean }) {
  return (
    <Link
      to="/agents"
      search={(old) => ({ ...old, family: props.family })}
      resetScroll={false}
      className={styles.family}
      aria-current={props.chosen ? 'true' : undefined}
      activeProps={{}}
      data-chosen={props.chosen ? true : undefined}
    >
      {props.title} <span className={styles.count}>{props.count}</span>
    </Link>
  );
}
