import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PanelLeftClose, PanelLeftOpen, Plus, Settings } from 'lucide-react';
import type { Me } from '@/api/types';
import { Glyph } from '@/components/Glyph';
import { IconButton } from '@/components/IconButton';
import { projectsOptions } from '@/features/projects/queries';
import { AccountMenu } from './AccountMenu';
import { Place } from './Place';
import { mainPlaces } from './places';
import { Switcher } from './Switcher';
import styles from './Rail.module.css';

interface Props {
  me: Me | undefined;
  narrow: boolean;
  onToggle: () => void;
}

const SHOWN_PROJECTS = 30;

export function Rail({ me, narrow, onToggle }: Props) {
  return (
    <nav className={styles.rail} data-narrow={narrow ? true : undefined} aria-label={t`Main`}>
      <div className={styles.top}>
        <Switcher me={me} narrow={narrow} />
        {!narrow && (
          <IconButton label={t`Collapse the rail`} onClick={onToggle}>
            <PanelLeftClose size={16} strokeWidth={1.75} />
          </IconButton>
        )}
      </div>
      <div className={styles.scroll}>
        <div className={styles.places}>
          {mainPlaces().map(({ to, name, Icon }) => (
            <Place key={to} to={to} exact={to === '/'} name={name} narrow={narrow}>
              <Icon size={16} strokeWidth={1.75} />
            </Place>
          ))}
        </div>
        <Projects narrow={narrow} />
      </div>
      <div className={styles.bottom}>
        {narrow && (
          <IconButton label={t`Expand the rail`} onClick={onToggle} data-hint-side="right">
            <PanelLeftOpen size={16} strokeWidth={1.75} />
          </IconButton>
        )}
        <Place to="/settings" name={t`Settings`} narrow={narrow}>
          <Settings size={16} strokeWidth={1.75} />
        </Place>
        {me && <AccountMenu account={me.account} narrow={narrow} />}
      </div>
    </nav>
  );
}

function Projects({ narrow }: { narrow: boolean }) {
  const projects = useQuery(projectsOptions);
  return (
    <>
      {narrow ? (
        <div className={styles.heading} aria-hidden />
      ) : (
        <div className={styles.heading}>
          {t`Projects`}
          <Link
            to="/welcome"
            search={{ step: 'project' }}
            aria-label={t`New project`}
            data-hint={t`New project`}
            className={styles.add}
          >
            <Plus size={16} strokeWidth={1.75} />
          </Link>
        </div>
      )}
      <div className={styles.places}>
        {projects.data?.slice(0, SHOWN_PROJECTS).map((project) => (
          <Place key={project.id} to={`/projects/${project.id}`} name={project.name} narrow={narrow}>
            <Glyph name={project.name} />
          </Place>
        ))}
      </div>
    </>
  );
}
