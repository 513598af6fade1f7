/** What was chosen in the palette last, kept in this browser, newest first. */
const KEY = 'coditect-recent';
const MOST = 12;

export function recentIds(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function remember(id: string): void {
  const ids = [id, ...recentIds().filter((one) => one !== id)].slice(0, MOST);
  localStorage.setItem(KEY, JSON.stringify(ids));
}
