/** The beginning of a text for a preview: without the marks of headings, lists and tables. */
export function plainStart(text: string, length = 200): string {
  return text
    .slice(0, length * 3)
    .replace(/^[ \t]*(#{1,6}|[-*>]|\d+[.)])[ \t]+/gm, '')
    .replace(/\|[\s:|-]*\|/g, ' ')
    .replace(/[|*_`]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, length);
}
