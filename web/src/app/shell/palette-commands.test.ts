import { expect, it } from 'vitest';
import { best, type Command, commandsFor, foundCommands } from './palette-commands';

const commands: Command[] = ['Approve the invoice', 'Invoice approval', 'Board', 'Reinvoice'].map(
  (title) => ({ id: title, title, kind: 'Page', path: '/' }),
);
const titles = (found: Command[]) => found.map((one) => one.title);

it('puts beginnings of titles before beginnings of words before the rest', () => {
  expect(titles(best(commands, 'inv'))).toEqual(['Invoice approval', 'Approve the invoice', 'Reinvoice']);
});

it('wants every word, in any order', () => {
  expect(titles(best(commands, 'appro invoice')).sort()).toEqual(['Approve the invoice', 'Invoice approval']);
  expect(best(commands, 'invoice zebra')).toEqual([]);
});

it('forgives letters that were left out', () => {
  expect(titles(best(commands, 'brd'))).toEqual(['Board']);
  expect(best(commands, 'bd')).toEqual([]);
  expect(best(commands, 'bxd')).toEqual([]);
});

it('shows everything while nothing is typed, what was used last first', () => {
  expect(titles(best(commands, ' ', ['Board']))).toEqual([
    'Board',
    'Approve the invoice',
    'Invoice approval',
    'Reinvoice',
  ]);
});

it('keeps what the server found by other words, and shows nothing twice', () => {
  const found = foundCommands([
    {
      kind: 'task',
      id: 'Board',
      title: 'Pay the bill',
      path: '/projects/p/tasks/t',
      project_id: 'p',
      project_name: 'Bills',
      number: 4,
      state: 'open',
    },
  ]);
  expect(titles(best(found, 'invoice'))).toEqual(['#4 Pay the bill']);
  expect(best([...commands, ...found], 'a')).toHaveLength(3);
});

it('changes the task that is open', () => {
  const ids = commandsFor({
    projectId: 'p',
    taskId: 't',
    projects: [],
    workflows: [],
    organizations: [],
  }).map((one) => one.id);
  expect(ids).toContain('task-done');
  expect(commandsFor({ projects: [], workflows: [], organizations: [] }).map((one) => one.id)).not.toContain(
    'task-done',
  );
});
