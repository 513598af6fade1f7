/** What an agent may touch, in words, from the tools that its definition names. Pure. */

export interface Ability {
  what: string;
  may: boolean;
  /** What it is limited to, where the definition says so. */
  only: string[];
}

const groups: readonly { what: string; tools: readonly string[] }[] = [
  { what: 'Read files', tools: ['Read', 'NotebookRead', 'LSP'] },
  { what: 'Search files', tools: ['Grep', 'Glob', 'ToolSearch'] },
  { what: 'Change files', tools: ['Edit', 'Write', 'NotebookEdit'] },
  { what: 'Run commands', tools: ['Bash', 'BashOutput', 'KillShell'] },
  { what: 'Read the web', tools: ['WebFetch', 'WebSearch'] },
  { what: 'Hand work to other agents', tools: ['Agent', 'Task'] },
];

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
    return { what, may: allowed.length > 0, only: scopes(names) };
  });
  const servers = (tools ?? []).filter((tool) => tool.startsWith('mcp__') && mayUse(tool));
  return [...rows, ...servers.map((tool) => ({ what: `Use ${serverTool(tool)}`, may: true, only: [] }))];
}

function serverTool(tool: string): string {
  const [, server = '', ...rest] = tool.split('__');
  return rest.length > 0 ? `${rest.join('__')} of ${server}` : server;
}
