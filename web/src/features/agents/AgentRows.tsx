import { Link } from '@tanstack/react-router';
import type { AgentSummary } from '@/api/types';
import { Glyph } from '@/components/Glyph';
import styles from './LibraryPage.module.css';
import { gist } from './words';

export function AgentRows({ agents }: { agents: readonly AgentSummary[] }) {
  return (
    <ul className={styles.rows}>
      {agents.map((agent) => (
        <li key={agent.name}>
          <Link to="/agents/$name" params={{ name: agent.name }} className={styles.row}>
            <Glyph name={agent.name} round />
            <span className={styles.name}>{agent.name}</span>
            <span className={styles.does}>{gist(agent.description)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
