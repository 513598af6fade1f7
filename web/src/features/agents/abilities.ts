/** What an agent may touch, in words, from the tools that its definition names. Pure. */
import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';

export interface Ability {
  what: string;
  may: boolean;
  /** What it is limited to, where the definition says so. */
  only: string[];
}

/* eslint-disable lingui/no-unlocalized-strings -- tools are called by their own names */
const groups: readonly { what: MessageDescriptor; tools: readonly string[] }[] = [
  { what: msg`Read files`, tools: ['Read', 'NotebookRead', 'LSP'] },
  { what: msg`Search files`, tools: ['Grep', 'Glob', 'ToolSearch'] },
  { what: msg`Change files`, tools: ['Edit', 'Write', 'NotebookEdit'] },
  { what: msg`Run commands`, tools: ['Bash', 'BashOutput', 'KillShell'] },
  { what: msg`Read the web`, tools: ['WebFetch', 'WebSearch'] },
  { what: msg`Hand work to other agents`, tools: ['Agent', 'Task'] },
];
/* eslint-enable lingui/no-unlocalized-strings */

/** The six things that matter, in a fixed order, then tools of connected servers as they are named. */
export function abilities(tools: readonly string[] | null, denied: readonly string[] = []): Ability[] {
  const mayUse = (name: string) => !denied.includes(name);
  const scopes = (names: readonly string[]) =>
    (tools ?? []).flatMap((tool) => {
      const found = /^([A-Za-z]+)\(([^)]*)\)$/.exec(tool);
      return found?.[1] && found[2] && names.includes(found[1]) ? [found[2]] : [];
    });
  const rows = groups.map(({ what, tools: names }) => {
    const allowed = names.filter(
      (name) => mayUse(name) && (tools === null || tools.some((tool) => tool.split('(')[0] === name)),
    );
    return { what: i18n._(what), may: allowed.length > 0, only: scopes(names) };
  });
  const servers = (tools ?? []).filter((tool) => tool.startsWith('mcp__') && mayUse(tool));
  return [...rows, ...servers.map((tool) => ({ what: useOf(serverTool(tool)), may: true, only: [] }))];
}

function useOf(tool: string): string {
  return t`Use ${tool}`;
}

function serverTool(tool: string): string {
  const [, server = '', ...rest] = tool.split('__');
  const name = rest.join('__');
  return name ? t`${name} of ${server}` : server;
}
