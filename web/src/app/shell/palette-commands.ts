/** What the palette can go to, and which of it fits what was typed. Pure. */
import { t } from '@lingui/core/macro';
import type { Project, WorkflowSummary } from '@/api/types';

export interface Command {
  id: string;
  title: string;
  kind: string;
  path: string;
}

export function commandsFor(
  projectId: string | undefined,
  projects: readonly Project[],
  workflows: readonly WorkflowSummary[],
): Command[] {
  const here = projectId ? `/projects/${projectId}` : null;
  const places: Command[] = here
    ? [
        { id: 'new', title: t`New analysis`, kind: t`Action`, path: `${here}/analyses/new` },
        { id: 'board', title: t`Board`, kind: t`This project`, path: `${here}/board` },
        { id: 'analyses', title: t`Analyses`, kind: t`This project`, path: `${here}/analyses` },
        { id: 'activity', title: t`Activity`, kind: t`This project`, path: `${here}/activity` },
      ]
    : [];
  return [
    ...places,
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
    { id: 'home', title: t`Home`, kind: t`Page`, path: '/' },
    { id: 'agents', title: t`Agents`, kind: t`Page`, path: '/agents' },
    { id: 'new-agent', title: t`New agent`, kind: t`Action`, path: '/agents/new' },
    { id: 'new-project', title: t`New project`, kind: t`Action`, path: '/welcome?step=project' },
    { id: 'settings', title: t`Settings`, kind: t`Page`, path: '/settings' },
  ];
}

const SHOWN = 40;

/** Those whose title has every typed word; beginnings of words before the middle of words. */
export function best(commands: readonly Command[], typed: string): Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = (command: Command) => {
    const title = command.title.toLowerCase();
    if (!words.every((word) => title.includes(word))) return Infinity;
    return words.reduce(
      (sum, word) => sum + (title.startsWith(word) ? 0 : title.includes(` ${word}`) ? 1 : 2),
      0,
    );
  };
  return commands
    .map((command) => ({ command, rank: rank(command) }))
    .filter((one) => one.rank !== Infinity)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, SHOWN)
    .map((one) => one.command);
}
