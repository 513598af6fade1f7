import type { SubmitEvent } from 'react';

/** What stands in a form now, by field name. */
export function formValues(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form).entries()];
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'string' ? value : '']));
}

/** What was typed, by field name; the browser's own submit is stopped. */
export function submitted(event: SubmitEvent<HTMLFormElement>): Record<string, string> {
  event.preventDefault();
  return formValues(event.currentTarget);
}
