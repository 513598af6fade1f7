/** How much text may be pasted. The server counts bytes, so an accent counts for two. */
import { plural, t } from '@lingui/core/macro';
import { number } from '@/lib/locale';

export const LIMIT_BYTES = 200 * 1024;

const encoder = new TextEncoder();

export function bytesOf(text: string): number {
  return encoder.encode(text).length;
}

export function wordsOf(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/u).length;
}

/** "0 words", "812 words · 4.6 KB of 200 KB" once it is worth knowing. */
export function sizeText(text: string): string {
  const words = wordsOf(text);
  const counted = plural(words, { one: '# word', other: '# words' });
  const bytes = bytesOf(text);
  if (bytes < 1024) return counted;
  const digits = bytes < 10 * 1024 ? 1 : 0;
  const size = number(bytes / 1024, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return t`${counted} · ${size} KB of 200 KB`;
}
