import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Bot, House, Search, Settings, SquareKanban, WandSparkles } from 'lucide-react';
import { projectsOptions } from '@/features/projects/queries';
import styles from './BottomBar.module.css';

const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** The rail of a phone: the places of the project that is open, or of the latest. */
export function BottomBar({ onSearch }: { onSearch: () => void }) {
  const params = useParams({ strict: false });
  const projects = useQuery(projectsOptions);
  const projectId = params.projectId ?? projects.data?.[0]?.id;
  return (
    <nav className={styles.bar} aria-label={t`Places`}>
      <Link to="/" className={styles.item} activeOptions={{ exact: true }}>
        <House {...icon} />
        {t`Home`}
      </Link>
      {projectId && (
        <>
          <Link to="/projects/$projectId/analyses" params={{ projectId }} className={styles.item}>
            <WandSparkles {...icon} />
            {t`Analyses`}
          </Link>
          <Link to="/projects/$projectId/board" params={{ projectId }} className={styles.item}>
            <SquareKanban {...icon} />
            {t`Board`}
          </Link>
        </>
      )}
      <Link to="/agents" className={styles.item}>
        <Bot {...icon} />
        {t`Agents`}
      </Link>
      <button type="button" className={styles.item} onClick={onSearch}>
        <Search {...icon} />
        {t`Search`}
      </button>
      <Link to="/settings" className={styles.item}>
        <Settings {...icon} />
        {t`Settings`}
      </Link>
    </nav>
  );
}
