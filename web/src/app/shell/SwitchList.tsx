import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { switchOrganization } from '@/api/account';
import type { Me } from '@/api/types';
import { Glyph } from '@/components/Glyph';
import { toastError } from '@/components/toast-store';
import { projectsOptions } from '@/features/projects/queries';
import { rank } from './fuzzy';
import styles from './Switcher.module.css';

interface Choice {
  id: string;
  name: string;
  here: boolean;
  run: () => void;
}

interface Props {
  me: Me;
  onDone: () => void;
}

const SHOWN = 50;

/** Projects of this organization and the person's organizations, found by typing. */
export default function SwitchList({ me, onDone }: Props) {
  const { projectId } = useParams({ strict: false });
  const navigate = useNavigate();
  const projects = useQuery(projectsOptions).data ?? [];
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const groups = [
    {
      title: t`Projects`,
      choices: fitting(
        projects.map(({ id, name }) => ({
          id,
          name,
          here: id === projectId,
          run: () => void navigate({ to: '/projects/$projectId', params: { projectId: id } }),
        })),
        typed,
      ),
    },
    {
      title: t`Organizations`,
      choices: fitting(
        me.organizations.map(({ id, name }) => ({
          id,
          name,
          here: id === me.active_organization_id,
          run: () => {
            if (id !== me.active_organization_id) switchOrganization(id).catch(toastError);
          },
        })),
        typed,
      ),
    },
  ].filter(({ choices }) => choices.length > 0);
  const all = groups.flatMap(({ choices }) => choices);
  const current = all[Math.min(at, all.length - 1)];
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    onDone();
    choice.run();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take(current);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || all.length === 0) return;
    event.preventDefault();
    setAt((Math.min(at, all.length - 1) + step + all.length) % all.length);
  };
  return (
    <>
      <input
        ref={(field) => field?.focus()}
        className={styles.field}
        role="combobox"
        aria-label={t`Find a project or organization`}
        aria-expanded
        aria-controls="switcher-list"
        aria-activedescendant={current ? `switch-${current.id}` : undefined}
        placeholder={t`Find a project or organization`}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div id="switcher-list" role="listbox" aria-label={t`Results`} className={styles.list}>
        {groups.map(({ title, choices }) => (
          <div key={title} role="group" aria-label={title}>
            <div className={styles.title} aria-hidden>
              {title}
            </div>
            {choices.map((choice) => (
              <div
                key={choice.id}
                id={`switch-${choice.id}`}
                role="option"
                aria-selected={choice === current}
                className={styles.choice}
                ref={
                  choice === current ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined
                }
                onPointerMove={() => {
                  setAt(all.indexOf(choice));
                }}
                onClick={() => {
                  take(choice);
                }}
              >
                <Glyph name={choice.name} />
                <span>{choice.name}</span>
                {choice.here && <Check size={14} aria-label={t`chosen`} />}
              </div>
            ))}
          </div>
        ))}
      </div>
      {all.length === 0 && <p className={styles.none}>{t`Nothing is called that.`}</p>}
    </>
  );
}

function fitting(choices: readonly Choice[], typed: string): Choice[] {
  return choices
    .map((choice) => ({ choice, rank: rank(choice.name, typed) }))
    .filter((one) => one.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .slice(0, SHOWN)
    .map((one) => one.choice);
}
