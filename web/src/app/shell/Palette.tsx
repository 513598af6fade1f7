import { t } from '@lingui/core/macro';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { meOptions } from '@/api/account';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import { projectsOptions } from '@/features/projects/queries';
import { workflowsOptions } from '@/features/workflows/queries';
import { useSettled } from '@/lib/use-settled';
import styles from './Palette.module.css';
import { best, type Command, commandsFor, foundCommands } from './palette-commands';
import { recentIds, remember } from './recent';
import { useDeeds } from './use-deeds';

const PAUSE = 120;

function searchOptions(words: string) {
  return queryOptions({
    queryKey: keys.search(words),
    queryFn: async ({ signal }) => {
      const { items } = await data(client.GET('/api/v1/search', { params: { query: { q: words } }, signal }));
      return items;
    },
    enabled: words !== '',
    placeholderData: keepPreviousData,
    throwOnError: false,
  });
}

interface Props {
  onClose: () => void;
  onHelp: () => void;
}

/** Ctrl-K: go anywhere by typing. */
export default function Palette({ onClose, onHelp }: Props) {
  return (
    <Dialog
      opened
      onClose={onClose}
      withCloseButton={false}
      size={560}
      yOffset="14vh"
      padding={0}
      attributes={{ content: { 'aria-label': t`Search` } }}
      classNames={{ content: styles.content, overlay: styles.overlay }}
      overlayProps={{ color: 'transparent', backgroundOpacity: 1 }}
    >
      <Finder onClose={onClose} onHelp={onHelp} />
    </Dialog>
  );
}

function Finder({ onClose, onHelp }: { onClose: () => void; onHelp: () => void }) {
  const { projectId, taskId } = useParams({ strict: false });
  const navigate = useNavigate();
  const projects = useQuery(projectsOptions);
  const workflows = useQuery({ ...workflowsOptions(projectId ?? ''), enabled: projectId !== undefined });
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [recent] = useState(recentIds);
  const act = useDeeds(onHelp);
  const words = useSettled(typed.trim(), PAUSE);
  const server = useQuery(searchOptions(words));
  const me = useQuery(meOptions).data;
  const here = {
    projectId,
    taskId,
    projects: projects.data ?? [],
    workflows: workflows.data ?? [],
    organizations: me?.organizations.filter((one) => one.id !== me.active_organization_id) ?? [],
  };
  const found = best(
    [...commandsFor(here), ...(typed.trim() === '' ? [] : foundCommands(server.data ?? []))],
    typed,
    recent,
  );
  const current = found[Math.min(at, found.length - 1)];

  const go = (command: Command | undefined) => {
    if (!command) return;
    remember(command.id);
    onClose();
    if (command.does) act(command.does);
    else if (command.path) void navigate({ to: command.path });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(current);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
  };

  return (
    <>
      <div className={styles.field}>
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-label={t`Search`}
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={current ? `palette-${current.id}` : undefined}
          placeholder={t`Go to…`}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </div>
      <ul id="palette-list" role="listbox" aria-label={t`Results`} className={styles.list}>
        {found.map((command) => (
          <li
            key={command.id}
            id={`palette-${command.id}`}
            role="option"
            aria-selected={command === current}
            ref={command === current ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onPointerMove={() => {
              setAt(found.indexOf(command));
            }}
            onClick={() => {
              go(command);
            }}
          >
            <span>{command.title}</span>
            <small>{command.kind}</small>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles.none}>{t`Nothing is called that.`}</p>}
    </>
  );
}
