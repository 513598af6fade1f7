/** What can be said about an email and a password before the server is asked. */
export const SHORTEST_PASSWORD = 15;

export type FieldErrors = Record<string, string>;

export function checkEmail(email: string): FieldErrors {
  if (email === '') return { email: 'Enter your email address.' };
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return { email: 'This does not look like an email address.' };
  return {};
}

export function checkNewPassword(password: string): FieldErrors {
  const missing = SHORTEST_PASSWORD - [...password].length;
  if (missing <= 0) return {};
  if (password === '') return { password: 'Choose a password.' };
  return { password: missing === 1 ? 'One more character.' : `${missing} more characters.` };
}
