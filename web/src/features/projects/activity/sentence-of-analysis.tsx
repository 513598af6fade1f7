/** What happened to an analysis, said in the reader's language. */
import { plural } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { listed } from '@/lib/locale';
import { count, type Data, type Said, tasksText, text } from './data';

export function ofAnalysis(verb: string, data: Data, { who, thing }: Said): ReactNode {
  switch (verb) {
    case 'workflow.requested':
      if (count(data['version']) > 1)
        return (
          <Trans>
            {who} had {thing} analysed again
          </Trans>
        );
      return (
        <Trans>
          {who} asked for an analysis of {thing}
        </Trans>
      );
    case 'workflow.removed':
      return (
        <Trans>
          {who} removed the analysis {thing}
        </Trans>
      );
    case 'workflow.edited': {
      const changes = changesText(count(data['count']));
      return (
        <Trans>
          {who} made {changes} in the analysis {thing}
        </Trans>
      );
    }
    case 'workflow.edit_undone':
      return (
        <Trans>
          {who} took an edit of the analysis {thing} back
        </Trans>
      );
    case 'workflow.edit_redone':
      return (
        <Trans>
          {who} made an edit of the analysis {thing} again
        </Trans>
      );
    case 'workflow.analysed': {
      const tasks = tasksText(count(data['tasks']));
      const actors = actorsText(count(data['actors']));
      const planned = buildTasksText(count(data['build_tasks']));
      const missing = Array.isArray(data['missing']) ? listed(data['missing'].map(text)) : '';
      if (missing)
        return (
          <Trans>
            {who} found {tasks} and {actors} in {thing} and planned {planned}, without {missing}
          </Trans>
        );
      return (
        <Trans>
          {who} found {tasks} and {actors} in {thing} and planned {planned}
        </Trans>
      );
    }
    case 'workflow.sent_to_board': {
      const sent = buildTasksText(count(data['count']));
      return (
        <Trans>
          {who} sent {sent} of {thing} to the board
        </Trans>
      );
    }
    default:
      return undefined;
  }
}

function actorsText(many: number): string {
  return plural(many, { one: '# actor', other: '# actors' });
}

function buildTasksText(many: number): string {
  return plural(many, { one: '# build task', other: '# build tasks' });
}

function changesText(many: number): string {
  return plural(many, { one: 'an edit', other: '# edits' });
}
