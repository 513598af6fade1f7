import { t } from '@lingui/core/macro';
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { projectsOptions } from '@/features/projects/queries';
import { workflowsOptions } from '@/features/workflows/queries';
import styles from './Palette.module.css';
import { best, type Command, commandsFor } from './palette-commands';

interface Props {
  opened: boolean;
  onClose: () => void;
}

/** Ctrl-K: go anywhere by typing. */
export function Palette({ opened, onClose }: Props) {
  if (!opened) return null;
  return (
    <Modal
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
      <Finder onClose={onClose} />
    </Modal>
  );
}

function Finder({ onClose }: { onClose: () => void }) {
  const { projectId } = useParams({ strict: false });
  const navigate = useNavigate();
  const projects = useQuery(projectsOptions);
  const workflows = useQuery({ ...workflowsOptions(projectId ?? ''), enabled: projectId !== undefined });
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = best(commandsFor(projectId, projects.data ?? [], workflows.data ?? []), typed);
  const current = found[Math.min(at, found.length - 1)];

  const go = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    void navigate({ to: command.path });
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
