/** How well a title fits what was typed. Pure. */

/** Lower is better; null does not fit. Every word must occur, whole or with its letters in order. */
export function rank(title: string, typed: string): number | null {
  const text = title.toLowerCase();
  let sum = 0;
  for (const word of typed.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = wordRank(text, word);
    if (at === null) return null;
    sum += at;
  }
  return sum;
}

const SCATTERED = 4;

function wordRank(text: string, word: string): number | null {
  if (text.startsWith(word)) return 0;
  if (new RegExp(`[^\\p{L}\\p{N}]${escaped(word)}`, 'u').test(text)) return 1;
  if (text.includes(word)) return 2;
  return word.length >= 3 ? scattered(text, word) : null;
}

/** The letters one after the other, the tighter the better; the first begins a word. */
function scattered(text: string, word: string): number | null {
  const starts = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => match.index);
  let best: number | null = null;
  for (const start of starts) {
    if (text[start] !== word[0]) continue;
    let at = start;
    for (const letter of word.slice(1)) {
      at = text.indexOf(letter, at + 1);
      if (at === -1) break;
    }
    if (at === -1) continue;
    const loose = (at - start + 1 - word.length) / text.length;
    if (loose <= 0.5) best = Math.min(best ?? Infinity, SCATTERED + loose);
  }
  return best;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
