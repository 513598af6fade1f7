/** How much text may be pasted. The server counts bytes, so an accent counts for two. */
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
  const counted = `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}`;
  const bytes = bytesOf(text);
  if (bytes < 1024) return counted;
  return `${counted} · ${(bytes / 1024).toFixed(bytes < 10 * 1024 ? 1 : 0)} KB of 200 KB`;
}
