/** What happened, said in the reader's language from the verb and its data; the interface has an English sentence too. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Activity, TaskStatus } from '@/api/types';
import { listed } from '@/lib/locale';
import { statusLabel } from '../board/columns';
import { fieldLabel } from '../board/field-label';
import { count, type Data, type Said, tasksText, text } from './data';
import { ofAgent } from './sentence-of-agents';
import { ofAnalysis } from './sentence-of-analysis';

/** The sentence of an activity; of a verb that this page does not know, the server's own. */
export function sentenceOf(activity: Activity, said: Said): ReactNode {
  const { verb, data } = activity;
  const known = ofTask(verb, data, said) ?? ofTasks(verb, data, said) ?? ofProject(verb, data, said);
  return known ?? ofAnalysis(verb, data, said) ?? ofAgent(verb, data, said) ?? activity.sentence;
}

function ofTask(verb: string, data: Data, { who, thing }: Said): ReactNode {
  const nr = `#${text(data['number'])}`;
  switch (verb) {
    case 'task.created':
      return (
        <Trans>
          {who} created task {nr} {thing}
        </Trans>
      );
    case 'task.edited': {
      const fields = fieldsOf(data);
      return (
        <Trans>
          {who} changed {fields} of task {nr} {thing}
        </Trans>
      );
    }
    case 'task.assigned': {
      const name = text(data['after']);
      const before = text(data['before']);
      if (name)
        return (
          <Trans>
            {who} gave task {nr} {thing} to {name}
          </Trans>
        );
      return (
        <Trans>
          {who} took task {nr} {thing} from {before}
        </Trans>
      );
    }
    case 'task.moved': {
      const from = status(data['before']);
      const to = status(data['after']);
      return (
        <Trans>
          {who} moved task {nr} {thing} from {from} to {to}
        </Trans>
      );
    }
    case 'task.deleted':
      return (
        <Trans>
          {who} deleted task {nr} {thing}
        </Trans>
      );
    case 'task.restored':
      return (
        <Trans>
          {who} brought back task {nr} {thing}
        </Trans>
      );
    case 'task.commented':
      return (
        <Trans>
          {who} commented on task {nr} {thing}
        </Trans>
      );
    case 'task.comment_edited':
      return (
        <Trans>
          {who} edited a comment on task {nr} {thing}
        </Trans>
      );
    case 'task.comment_deleted':
      return (
        <Trans>
          {who} deleted a comment on task {nr} {thing}
        </Trans>
      );
    default:
      return undefined;
  }
}

function ofTasks(verb: string, data: Data, { who }: Said): ReactNode {
  const tasks = tasksText(count(data['count']));
  switch (verb) {
    case 'tasks.edited': {
      const fields = fieldsOf(data);
      return (
        <Trans>
          {who} changed {fields} of {tasks}
        </Trans>
      );
    }
    case 'tasks.assigned': {
      const name = text(data['after']);
      if (name)
        return (
          <Trans>
            {who} gave {tasks} to {name}
          </Trans>
        );
      return (
        <Trans>
          {who} took {tasks} from whoever had them
        </Trans>
      );
    }
    case 'tasks.moved': {
      const to = status(data['after']);
      if (to)
        return (
          <Trans>
            {who} moved {tasks} to {to}
          </Trans>
        );
      return (
        <Trans>
          {who} moved {tasks} back to where they were
        </Trans>
      );
    }
    case 'tasks.deleted':
      return (
        <Trans>
          {who} deleted {tasks}
        </Trans>
      );
    case 'tasks.restored':
      return (
        <Trans>
          {who} brought back {tasks}
        </Trans>
      );
    default:
      return undefined;
  }
}

function ofProject(verb: string, data: Data, { who, thing }: Said): ReactNode {
  switch (verb) {
    case 'project.created':
      return (
        <Trans>
          {who} created the project {thing}
        </Trans>
      );
    case 'project.renamed': {
      const before = text(data['before']);
      return (
        <Trans>
          {who} renamed the project “{before}” to {thing}
        </Trans>
      );
    }
    case 'project.described':
      return (
        <Trans>
          {who} changed the description of {thing}
        </Trans>
      );
    case 'repository.created':
      return (
        <Trans>
          {who} created the git repository of {thing}
        </Trans>
      );
    default:
      return undefined;
  }
}

function fieldsOf(data: Data): string {
  const fields = Array.isArray(data['fields']) ? data['fields'].map(text) : [];
  return listed(fields.map(fieldLabel)) || t`something`;
}

function status(value: unknown): string {
  const name = text(value);
  return name in statusLabel ? statusLabel[name as TaskStatus] : '';
}
