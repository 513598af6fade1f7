/** Markdown as people and agents write it, as blocks and spans; anything else is plain text. Pure: React makes elements of it. */

export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph' | 'quote' | 'code'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] };

export type Span =
  | { kind: 'text' | 'code' | 'strong' | 'emphasis' | 'mention'; text: string }
  | { kind: 'link'; text: string; href: string };

const item = /^\s*(?:[-*]|(\d+)[.)])\s+(.*)$/;

/** The blocks of a text. Lines of a paragraph stay lines: whoever does not want them draws them as spaces. */
export function blocks(source: string): Block[] {
  const found: Block[] = [];
  let fenced: string[] | null = null;
  let open = false;
  for (const line of source.replace(/\r\n?/g, '\n').split('\n')) {
    if (/^\s*```/.test(line)) {
      if (fenced) found.push({ kind: 'code', text: fenced.join('\n') });
      fenced = fenced ? null : [];
      open = false;
    } else if (fenced) fenced.push(line);
    else open = add(found, line, open);
  }
  if (fenced) found.push({ kind: 'code', text: fenced.join('\n') });
  return found;
}

/** Adds a line to the last block if that is still open, else as a block of its own; says whether it stays open. */
function add(found: Block[], line: string, open: boolean): boolean {
  const last = found.at(-1);
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (heading?.[1] && heading[2] !== undefined) {
    found.push({ kind: 'heading', level: heading[1].length, text: heading[2] });
    return false;
  }
  // Items may stand apart and still be one list.
  if (line.trim() === '') return last?.kind === 'list' && open;
  const listed = item.exec(line);
  if (listed) {
    const ordered = listed[1] !== undefined;
    const text = listed[2] ?? '';
    if (open && last?.kind === 'list' && last.ordered === ordered) last.items.push(text);
    else found.push({ kind: 'list', ordered, items: [text] });
    return true;
  }
  const quoted = /^>\s?(.*)$/.exec(line)?.[1];
  const kind = quoted === undefined ? 'paragraph' : 'quote';
  const text = (quoted ?? line).trim();
  if (open && last?.kind === kind) last.text += `\n${text}`;
  else if (open && last?.kind === 'list' && /^\s/.test(line))
    last.items.push(`${last.items.pop() ?? ''} ${text}`);
  else found.push({ kind, text });
  return true;
}

const marks =
  /(`[^`\n]+`|\*\*[^*\n]+\*\*|(?<!\w)\*[^*\s][^*\n]*\*(?!\w)|\[[^\]\n]+\]\([^\s)]+\)|https?:\/\/[^\s<>"')\]]+)/;

/** Code, stresses, links to http addresses, and the names that a text mentions. */
export function spans(text: string, names: readonly string[] = []): Span[] {
  return text.split(marks).flatMap((part): Span[] => {
    if (part === '') return [];
    const link = /^\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)$/i.exec(part);
    if (link?.[1] && link[2]) return [{ kind: 'link', text: link[1], href: link[2] }];
    if (/^https?:\/\//i.test(part)) {
      const href = part.replace(/[.,;:!?]+$/, '');
      const rest = part.slice(href.length);
      return [{ kind: 'link', text: href, href }, ...(rest ? [{ kind: 'text' as const, text: rest }] : [])];
    }
    if (part.length > 2 && part.startsWith('`') && part.endsWith('`'))
      return [{ kind: 'code', text: part.slice(1, -1) }];
    if (part.length > 4 && part.startsWith('**') && part.endsWith('**'))
      return [{ kind: 'strong', text: part.slice(2, -2) }];
    if (part.length > 2 && part.startsWith('*') && part.endsWith('*'))
      return [{ kind: 'emphasis', text: part.slice(1, -1) }];
    return mentioned(part, names);
  });
}

function mentioned(text: string, names: readonly string[]): Span[] {
  if (names.length === 0) return [{ kind: 'text', text }];
  const longest = [...names].sort((a, b) => b.length - a.length).map((name) => escaped(name));
  const parts = text.split(new RegExp(`(?<!\\w)(@(?:${longest.join('|')}))(?!\\w)`));
  return parts.flatMap((part, index): Span[] =>
    part === '' ? [] : [{ kind: index % 2 === 1 ? 'mention' : 'text', text: part }],
  );
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
