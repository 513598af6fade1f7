import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { plural, t } from '@lingui/core/macro';
import { Plus } from 'lucide-react';
import type { Project } from '@/api/types';
import { buttonClass } from '@/components/Button';
import { Glyph } from '@/components/Glyph';
import { Page } from '@/components/Page';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { Time } from '@/components/Time';
import { useTitle } from '@/lib/use-title';
import styles from './HomePage.module.css';
import { projectsOptions } from './queries';

/** All projects of the organization. Whoever has none is led through the first one. */
export function HomePage() {
  const projects = useQuery(projectsOptions);
  useTitle(t`Home`);
  if (projects.data?.length === 0 && sessionStorage.getItem('coditect-welcome') !== 'skipped') {
    return <Navigate to="/welcome" replace />;
  }
  return (
    <Page
      title={t`Projects`}
      large
      lead={t`A project is a repository, a board, and the analyses that fill it.`}
      actions={
        <Link to="/welcome" search={{ step: 'project' }} className={buttonClass('primary')}>
          <Plus size={16} aria-hidden />
          {t`New project`}
        </Link>
      }
    >
      {projects.isPending && <SkeletonRows count={4} height={64} />}
      {projects.isError && <QueryError query={projects} />}
      {projects.data?.length === 0 && <p className={styles.none}>{t`No projects yet. Name one to begin.`}</p>}
      {projects.data && projects.data.length > 0 && (
        <ul className={styles.rows}>
          {projects.data.map((project) => (
            <Row key={project.id} project={project} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Row({ project }: { project: Project }) {
  return (
    <li>
      <Link to="/projects/$projectId" params={{ projectId: project.id }} className={styles.row}>
        <Glyph name={project.name} round />
        <span className={styles.words}>
          <span className={styles.name}>{project.name}</span>
          {project.description && <span className={styles.about}>{project.description}</span>}
        </span>
        <span className={styles.figure}>
          {plural(project.open_tasks, { one: '# open task', other: '# open tasks' })}
        </span>
        <span className={styles.figure}>
          {plural(project.workflows, { one: '# analysis', other: '# analyses' })}
        </span>
        <span className={styles.when}>
          <Time at={project.updated_at} />
        </span>
      </Link>
    </li>
  );
}
