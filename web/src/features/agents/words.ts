/** Small readings of an agent's text. Pure. */

/** The first sentence of a description. */
export function gist(description: string): string {
  const text = description.replace(/\s+/g, ' ').trim();
  return /^.*?[.?!](?=\s|$)/.exec(text)?.[0] ?? text;
}

export interface Turn {
  who: string;
  says: string;
}

/** An example as a dialogue; one that is written otherwise is a single turn of nobody. */
export function dialogue(example: string): Turn[] {
  const turns: Turn[] = [];
  for (const line of example.split('\n')) {
    const found = /^\s*(?:context|user|assistant)\s*:/i.exec(line);
    const last = turns.at(-1);
    if (found) {
      const who = found[0].replace(':', '').trim().toLowerCase();
      turns.push({ who, says: line.slice(found[0].length).trim() });
    } else if (last) last.says = `${last.says} ${line.trim()}`.trim();
    else turns.push({ who: '', says: line.trim() });
  }
  return turns
    .map(({ who, says }) => ({ who, says: says.replace(/^"(.*)"$/s, '$1') }))
    .filter((turn) => turn.says !== '');
}

/** How to call an agent where the dispatch phrase is understood. */
export function callFor(name: string, task: string): string {
  const wanted = task.trim().replace(/\s+/g, ' ');
  // eslint-disable-next-line lingui/no-unlocalized-strings -- what is pasted speaks to a program
  return `Use the ${name} subagent to ${wanted === '' ? '…' : wanted}`;
}

/** The definition that a new agent begins with. */
// eslint-disable-next-line lingui/no-unlocalized-strings -- definitions are written in English
export const template = `---
name: my-agent
description: |
  FILL IN: what they do, in one sentence. Use it when … Not for … (\`code-reviewer\`).

  <example>
  user: "A request that this agent is for."
  assistant: "I'll use the my-agent subagent."
  </example>
tools: Read, Grep, Glob
---

FILL IN: who they are and what they answer for, in the second person.

## Way of working

1. FILL IN: the first thing they look at, and why.
2. FILL IN: what they do then, with numbers and limits where they matter.

## Report

FILL IN: what the answer holds, and what is said when something could not be checked.
`;

/** A text of another agent as the beginning of one's own. */
export function derived(text: string, name: string): string {
  return text.replace(/^name:.*$/m, `name: ${name}`);
}
