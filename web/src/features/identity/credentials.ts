/** What can be said about an email and a password before the server is asked. */
import { plural, t } from '@lingui/core/macro';

export const SHORTEST_PASSWORD = 15;

export type FieldErrors = Record<string, string>;

export function checkEmail(email: string): FieldErrors {
  if (email === '') return { email: t`Enter your email address.` };
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return { email: t`This does not look like an email address.` };
  return {};
}

export function checkNewPassword(password: string): FieldErrors {
  const missing = SHORTEST_PASSWORD - [...password].length;
  if (missing <= 0) return {};
  if (password === '') return { password: t`Choose a password.` };
  return { password: plural(missing, { one: 'One more character.', other: '# more characters.' }) };
}
