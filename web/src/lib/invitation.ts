/** The invitation that somebody wanted to accept before they could sign in; they may sign in from another mail's tab. */
const KEY = 'coditect.invitation';

export function rememberInvitation(token: string | null): void {
  if (token === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, token);
}

/** Where to go after signing in if nothing else was asked for. It is asked for once. */
export function takeInvitation(): string | undefined {
  const token = localStorage.getItem(KEY);
  localStorage.removeItem(KEY);
  return token === null ? undefined : `/invitation?token=${encodeURIComponent(token)}`;
}
