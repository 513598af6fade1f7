/** The markdown that agents are written in, as blocks; anything else is a paragraph. Pure: React makes elements of it. */

export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] }
  | { kind: 'code'; text: string };

export type Span = { kind: 'text' | 'code' | 'strong' | 'emphasis'; text: string };

const item = /^\s*(?:[-*]|(\d+)[.)])\s+(.*)$/;

export function blocks(source: string): Block[] {
  const found: Block[] = [];
  let fenced: string[] | null = null;
  let open = false;
  for (const line of source.replace(/\r\n/g, '\n').split('\n')) {
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

/** Add a line to the last block if that is still open, else as a block of its own; say whether it stays open. */
function add(found: Block[], line: string, open: boolean): boolean {
  const last = found.at(-1);
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (heading?.[1] && heading[2] !== undefined) {
    found.push({ kind: 'heading', level: heading[1].length, text: heading[2] });
    return false;
  }
  if (line.trim() === '') return last?.kind === 'list' && open;
  const listed = item.exec(line);
  if (listed) {
    const ordered = listed[1] !== undefined;
    const text = listed[2] ?? '';
    if (last?.kind === 'list' && last.ordered === ordered) last.items.push(text);
    else found.push({ kind: 'list', ordered, items: [text] });
    return true;
  }
  if (open && last?.kind === 'paragraph') last.text += ` ${line.trim()}`;
  else if (open && last?.kind === 'list' && /^\s/.test(line))
    last.items.push(`${last.items.pop() ?? ''} ${line.trim()}`);
  else found.push({ kind: 'paragraph', text: line.trim() });
  return true;
}

/** Code, strong and emphasised words inside a text. */
export function spans(text: string): Span[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|(?<!\w)\*[^*\s][^*]*\*(?!\w))/).flatMap((part): Span[] => {
    if (part === '') return [];
    if (part.length > 2 && part.startsWith('`') && part.endsWith('`'))
      return [{ kind: 'code', text: part.slice(1, -1) }];
    if (part.length > 4 && part.startsWith('**') && part.endsWith('**'))
      return [{ kind: 'strong', text: part.slice(2, -2) }];
    if (part.length > 2 && part.startsWith('*') && part.endsWith('*'))
      return [{ kind: 'emphasis', text: part.slice(1, -1) }];
    return [{ kind: 'text', text: part }];
  });
}
