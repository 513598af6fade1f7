/** What the palette offers, and which of it fits what was typed. Pure. */
import { t } from '@lingui/core/macro';
import type { Found, Project, TaskStatus, WorkflowSummary } from '@/api/types';
import { rank } from './fuzzy';

export interface Command {
  id: string;
  title: string;
  kind: string;
  /** Where it leads; one that leads nowhere does something. */
  path?: string;
  does?: Deed;
  /** The server said that it fits, by words that the title may lack. */
  fits?: true;
}

export type Deed =
  | { name: 'theme'; value: 'system' | 'light' | 'dark' }
  | { name: 'language'; value: 'en' | 'de' }
  | { name: 'task'; id: string; status: TaskStatus }
  | { name: 'organization'; id: string }
  | { name: 'sign-out' }
  | { name: 'shortcuts' };

export interface Around {
  projectId?: string | undefined;
  taskId?: string | undefined;
  projects: readonly Project[];
  workflows: readonly WorkflowSummary[];
  /** Those that the person could work in instead. */
  organizations: readonly { id: string; name: string }[];
}

export function commandsFor({ projectId, taskId, projects, workflows, organizations }: Around): Command[] {
  return [
    ...(taskId ? taskCommands(taskId) : []),
    ...(projectId ? projectCommands(`/projects/${projectId}`) : []),
    ...workflows.map((one) => ({
      id: one.id,
      title: one.title,
      kind: t`Analysis`,
      path: `/projects/${one.project_id}/analyses/${one.id}`,
    })),
    ...projects.map((one) => ({
      id: one.id,
      title: one.name,
      kind: t`Project`,
      path: `/projects/${one.id}`,
    })),
    ...organizations.map((one) => ({
      id: one.id,
      title: one.name,
      kind: t`Organization`,
      does: { name: 'organization' as const, id: one.id },
    })),
    ...pages(),
    ...deeds(),
  ];
}

function taskCommands(id: string): Command[] {
  const states: [TaskStatus, string][] = [
    ['open', t`Set this task to open`],
    ['in_progress', t`Set this task to in progress`],
    ['blocked', t`Set this task to blocked`],
    ['done', t`Set this task to done`],
    ['cancelled', t`Set this task to cancelled`],
  ];
  return states.map(([status, title]) => ({
    id: `task-${status}`,
    title,
    kind: t`This task`,
    does: { name: 'task', id, status },
  }));
}

function projectCommands(here: string): Command[] {
  return [
    { id: 'new', title: t`New analysis`, kind: t`Action`, path: `${here}/analyses/new` },
    { id: 'overview', title: t`Overview`, kind: t`This project`, path: here },
    { id: 'board', title: t`Board`, kind: t`This project`, path: `${here}/board` },
    { id: 'analyses', title: t`Analyses`, kind: t`This project`, path: `${here}/analyses` },
    { id: 'activity', title: t`Activity`, kind: t`This project`, path: `${here}/activity` },
  ];
}

function pages(): Command[] {
  return [
    { id: 'home', title: t`Home`, kind: t`Page`, path: '/' },
    { id: 'notifications', title: t`Notifications`, kind: t`Page`, path: '/notifications' },
    { id: 'agents', title: t`Agents`, kind: t`Page`, path: '/agents' },
    { id: 'agent-runs', title: t`Agents at work`, kind: t`Page`, path: '/agent-runs' },
    { id: 'runs', title: t`Runs`, kind: t`Page`, path: '/runs' },
    { id: 'audit', title: t`Audit`, kind: t`Page`, path: '/audit' },
    { id: 'settings', title: t`Settings`, kind: t`Page`, path: '/settings' },
  ];
}

/* eslint-disable lingui/no-unlocalized-strings -- languages are called by their own names */
function deeds(): Command[] {
  return [
    { id: 'new-project', title: t`New project`, kind: t`Action`, path: '/welcome?step=project' },
    { id: 'new-agent', title: t`New agent`, kind: t`Action`, path: '/agents/new' },
    { id: 'light', title: t`Light appearance`, kind: t`Action`, does: { name: 'theme', value: 'light' } },
    { id: 'dark', title: t`Dark appearance`, kind: t`Action`, does: { name: 'theme', value: 'dark' } },
    {
      id: 'system',
      title: t`Appearance like the system`,
      kind: t`Action`,
      does: { name: 'theme', value: 'system' },
    },
    { id: 'en', title: 'English', kind: t`Language`, does: { name: 'language', value: 'en' } },
    { id: 'de', title: 'Deutsch', kind: t`Language`, does: { name: 'language', value: 'de' } },
    { id: 'shortcuts', title: t`Keyboard shortcuts`, kind: t`Action`, does: { name: 'shortcuts' } },
    { id: 'sign-out', title: t`Sign out`, kind: t`Action`, does: { name: 'sign-out' } },
  ];
}
/* eslint-enable lingui/no-unlocalized-strings */

/** What the server found, as commands. */
export function foundCommands(found: readonly Found[]): Command[] {
  const kinds = {
    project: t`Project`,
    task: t`Task`,
    workflow: t`Analysis`,
    run: t`Run`,
    agent: t`Agent`,
  };
  return found.map((one) => ({
    id: one.id,
    title: one.number === null ? one.title : `#${one.number} ${one.title}`,
    kind: one.kind === 'task' && one.project_name ? `${kinds.task} · ${one.project_name}` : kinds[one.kind],
    path: one.path,
    fits: true,
  }));
}

const SHOWN = 40;
const MEANT_OTHERWISE = 6;

/** Those that fit, the best first; among equals what was used last, then as given. */
export function best(commands: readonly Command[], typed: string, recent: readonly string[] = []): Command[] {
  const age = (id: string) => {
    const at = recent.indexOf(id);
    return at === -1 ? recent.length : at;
  };
  const seen = new Set<string>();
  return commands
    .map((command) => ({
      command,
      rank: rank(command.title, typed) ?? (command.fits ? MEANT_OTHERWISE : null),
      age: age(command.id),
    }))
    .filter((one) => one.rank !== null && !seen.has(one.command.id) && seen.add(one.command.id))
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.age - b.age)
    .slice(0, SHOWN)
    .map((one) => one.command);
}
