/** What an agent said and did, in the order in which it happened. Pure. */
import type { AgentCall, AgentRun } from '@/api/types';

export type Entry =
  | { kind: 'said'; key: string; turn: number; text: string }
  | { kind: 'call'; key: string; turn: number; call: AgentCall };

/** In each turn it speaks first and acts then. An answer in text stands apart, so it is left out here. */
export function journalOf(run: Pick<AgentRun, 'said' | 'calls' | 'answer'>): Entry[] {
  const last = run.said.at(-1);
  const spoken =
    last && typeof run.answer === 'string' && last.text.trim() === run.answer.trim()
      ? run.said.slice(0, -1)
      : run.said;
  const said = spoken.map(({ turn, text }): Entry => ({ kind: 'said', key: `said-${turn}`, turn, text }));
  const calls = run.calls.map((call): Entry => ({
    kind: 'call',
    key: `call-${call.number}`,
    turn: call.turn,
    call,
  }));
  return [...said, ...calls].sort((one, other) => one.turn - other.turn || rank(one) - rank(other));
}

function rank(entry: Entry): number {
  return entry.kind === 'said' ? 0 : entry.call.number;
}

const telling = [
  'command',
  'file_path',
  'path',
  'pattern',
  'url',
  'question',
  'agent',
  'query',
  'description',
];

/** The arguments of a call in a line. */
export function brief(given: AgentCall['arguments']): string {
  const found = telling.map((name) => given[name]).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? found.trim().replace(/\s+/g, ' ') : '';
}

export interface DiffLine {
  kind: 'more' | 'less' | 'same' | 'place' | 'note';
  text: string;
}

/** A unified diff as lines; the names of the files are left out. */
export function diffLines(diff: string): DiffLine[] {
  const found: DiffLine[] = [];
  let inside = false;
  for (const line of diff.replace(/\n$/, '').split('\n')) {
    if (!inside && (line.startsWith('--- ') || line.startsWith('+++ '))) continue;
    if (line.startsWith('@@')) {
      inside = true;
      found.push({ kind: 'place', text: line });
    } else if (line.startsWith('+')) found.push({ kind: 'more', text: line.slice(1) });
    else if (line.startsWith('-')) found.push({ kind: 'less', text: line.slice(1) });
    else if (line.startsWith(' ')) found.push({ kind: 'same', text: line.slice(1) });
    else found.push({ kind: 'note', text: line });
  }
  return found;
}

/** How many lines a diff adds and takes away. */
export function sizeOf(diff: string): { more: number; less: number } {
  const lines = diffLines(diff);
  return {
    more: lines.filter(({ kind }) => kind === 'more').length,
    less: lines.filter(({ kind }) => kind === 'less').length,
  };
}

/** What a write would change, as far as its arguments tell; null for other calls. */
export function planned(given: AgentCall['arguments']): DiffLine[] | null {
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : null);
  const before = text('old_string');
  const after = before === null ? text('content') : text('new_string');
  if (after === null || text('file_path') === null) return null;
  const lines = (kind: DiffLine['kind'], part: string): DiffLine[] =>
    part === ''
      ? []
      : part
          .replace(/\n$/, '')
          .split('\n')
          .map((line) => ({ kind, text: line }));
  return [...lines('less', before ?? ''), ...lines('more', after)];
}
