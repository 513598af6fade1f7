import { expect, test } from 'vitest';
import { abilities } from './abilities';

const may = (tools: string[] | null, denied?: string[]) =>
  abilities(tools, denied)
    .filter((one) => one.may)
    .map((one) => one.what);

test('only what the tools allow', () => {
  expect(may(['Read', 'Grep'])).toEqual(['Read files', 'Search files']);
  expect(may([])).toEqual([]);
});

test('no list of tools allows all, except what is denied', () => {
  expect(may(null)).toHaveLength(6);
  expect(may(null, ['Bash', 'BashOutput', 'KillShell'])).not.toContain('Run commands');
});

test('limits are told', () => {
  const bash = abilities(['Bash(git log)', 'Agent(debugger, qa-reviewer)']).filter((one) => one.may);
  expect(bash.map((one) => one.only)).toEqual([['git log'], ['debugger, qa-reviewer']]);
});

test('tools of servers are named', () => {
  expect(may(['mcp__jira__search_issues'])).toEqual(['Use search_issues of jira']);
});
