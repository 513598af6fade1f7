import { t } from '@lingui/core/macro';
import { Menu, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bot, House, ListTree, PanelLeftClose, PanelLeftOpen, Plus, Settings } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Me } from '@/api/types';
import { Glyph } from '@/components/Glyph';
import { IconButton } from '@/components/IconButton';
import { Logo } from '@/components/Logo';
import { projectsOptions } from '@/features/projects/queries';
import { AccountMenu } from './AccountMenu';
import styles from './Rail.module.css';

interface Props {
  me: Me | undefined;
  narrow: boolean;
  onToggle: () => void;
}

const SHOWN_PROJECTS = 30;

export function Rail({ me, narrow, onToggle }: Props) {
  const organization =
    me?.organizations.find((one) => one.id === me.active_organization_id) ?? me?.organizations[0];
  return (
    <nav className={styles.rail} data-narrow={narrow ? true : undefined} aria-label="Main">
      <div className={styles.top}>
        <Logo size={24} />
        {!narrow && <span className={styles.organization}>{organization?.name}</span>}
        {!narrow && (
          <IconButton label={t`Collapse the rail`} onClick={onToggle}>
            <PanelLeftClose size={16} strokeWidth={1.75} />
          </IconButton>
        )}
      </div>
      <div className={styles.scroll}>
        <div className={styles.places}>
          <Named name={t`Home`} narrow={narrow}>
            <Link
              to="/"
              className={styles.place}
              activeOptions={{ exact: true }}
              aria-label={narrow ? t`Home` : undefined}
            >
              <House size={16} strokeWidth={1.75} />
              {!narrow && <span className={styles.label}>{t`Home`}</span>}
            </Link>
          </Named>
          <Named name={t`Agents`} narrow={narrow}>
            <Link to="/agents" className={styles.place} aria-label={narrow ? t`Agents` : undefined}>
              <Bot size={16} strokeWidth={1.75} />
              {!narrow && <span className={styles.label}>{t`Agents`}</span>}
            </Link>
          </Named>
          <Named name={t`Runs`} narrow={narrow}>
            <Link to="/runs" className={styles.place} aria-label={narrow ? t`Runs` : undefined}>
              <ListTree size={16} strokeWidth={1.75} />
              {!narrow && <span className={styles.label}>{t`Runs`}</span>}
            </Link>
          </Named>
        </div>
        <Projects narrow={narrow} />
      </div>
      <div className={styles.bottom}>
        {narrow && (
          <IconButton label={t`Expand the rail`} onClick={onToggle}>
            <PanelLeftOpen size={16} strokeWidth={1.75} />
          </IconButton>
        )}
        <Named name={t`Settings`} narrow={narrow}>
          <Link to="/settings" className={styles.place} aria-label={narrow ? t`Settings` : undefined}>
            <Settings size={16} strokeWidth={1.75} />
            {!narrow && <span className={styles.label}>{t`Settings`}</span>}
          </Link>
        </Named>
        {me && (
          <Menu position="top-start" width={216}>
            <Menu.Target>
              <button
                type="button"
                className={styles.account}
                aria-label={narrow ? t`Account menu` : undefined}
              >
                <Glyph name={me.account.name || me.account.email} round />
                {!narrow && (
                  <span className={styles.who}>
                    <span className="visually-hidden">{t`Account menu`}</span>
                    <span>{me.account.name || me.account.email}</span>
                    {me.account.name && <small>{me.account.email}</small>}
                  </span>
                )}
              </button>
            </Menu.Target>
            <AccountMenu />
          </Menu>
        )}
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
            className={styles.place}
          >
            <Plus size={16} strokeWidth={1.75} />
          </Link>
        </div>
      )}
      <div className={styles.places}>
        {projects.data?.slice(0, SHOWN_PROJECTS).map((project) => (
          <Named key={project.id} name={project.name} narrow={narrow}>
            <Link
              to="/projects/$projectId"
              params={{ projectId: project.id }}
              className={styles.place}
              aria-label={narrow ? project.name : undefined}
            >
              <Glyph name={project.name} />
              {!narrow && <span className={styles.label}>{project.name}</span>}
            </Link>
          </Named>
        ))}
      </div>
    </>
  );
}

function Named({ name, narrow, children }: { name: string; narrow: boolean; children: ReactElement }) {
  return (
    <Tooltip label={name} position="right" disabled={!narrow}>
      {children}
    </Tooltip>
  );
}
