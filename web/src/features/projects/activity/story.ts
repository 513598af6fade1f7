/** Which part of the feed a person wants to read, as it stands in the address. Pure. */
import { msg } from '@lingui/core/macro';

export const periods = ['day', 'week', 'month'] as const;
export type Period = (typeof periods)[number];
export const themes = ['tasks', 'comments', 'analyses', 'project'] as const;
export type Theme = (typeof themes)[number];

export interface Story {
  actor?: string | undefined;
  theme?: Theme | undefined;
  since?: Period | undefined;
}

type Raw = Record<string, unknown>;

export function storyOf(raw: Raw): Story {
  const { actor } = raw;
  return {
    actor: typeof actor === 'string' && actor ? actor : undefined,
    theme: themes.find((one) => one === raw['theme']),
    since: periods.find((one) => one === raw['since']),
  };
}

const TASK_VERBS = ['created', 'moved', 'edited', 'assigned', 'deleted', 'restored'];
const COMMENT_VERBS = ['commented', 'comment_edited', 'comment_deleted'];

/** What to ask the server for. */
export function askedFor(
  story: Story,
  now: number,
): { actor?: string[]; verb?: string[]; kind?: string[]; since?: string } {
  const days = { day: 1, week: 7, month: 31 };
  return {
    ...(story.actor ? { actor: [story.actor] } : {}),
    ...(story.since ? { since: new Date(now - days[story.since] * 86_400_000).toISOString() } : {}),
    ...ofTheme(story.theme),
  };
}

function ofTheme(theme: Theme | undefined): { verb?: string[]; kind?: string[] } {
  switch (theme) {
    case 'tasks':
      return {
        verb: [...TASK_VERBS.map((verb) => `task.${verb}`), ...TASK_VERBS.map((verb) => `tasks.${verb}`)],
      };
    case 'comments':
      return { verb: COMMENT_VERBS.map((verb) => `task.${verb}`) };
    case 'analyses':
      return { kind: ['workflow'] };
    case 'project':
      return { kind: ['project', 'repository'] };
    case undefined:
      return {};
  }
}

export const themeLabel = {
  tasks: msg`Tasks`,
  comments: msg`Comments`,
  analyses: msg`Analyses`,
  project: msg`Project`,
};

export const periodLabel = { day: msg`Last 24 hours`, week: msg`Last 7 days`, month: msg`Last 31 days` };
