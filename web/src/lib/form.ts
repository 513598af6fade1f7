import type { SubmitEvent } from 'react';

/** What was typed, by field name; the browser's own submit is stopped. */
export function submitted(event: SubmitEvent<HTMLFormElement>): Record<string, string> {
  event.preventDefault();
  const entries = [...new FormData(event.currentTarget).entries()];
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'string' ? value : '']));
}
