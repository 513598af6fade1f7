/** Every request goes through here: one silent refresh of the sign-in session on a 401, shared by all who wait for it. */
import { notePosition } from '@/lib/stream/position';
import { offline } from './problem';

const REFRESH = '/api/v1/auth/refresh';
let refreshing: Promise<boolean> | null = null;
let renewals = 0;
let whenEnded: () => void = () => undefined;

/** What to do when the session is over and cannot be renewed; set once by the application. */
export function onSessionEnd(handler: () => void): void {
  whenEnded = handler;
}

/** Whether somebody has signed in here. The server marks it beside the session's own cookies, which pages cannot read. */
export function isSignedIn(): boolean {
  return /(^|; )coditect_signed_in=/.test(document.cookie);
}

export function refreshSession(): Promise<boolean> {
  refreshing ??= fetch(REFRESH, { method: 'POST' })
    .then((response) => {
      if (response.ok) renewals += 1;
      return response.ok;
    })
    .catch(() => {
      throw offline();
    })
    .finally(() => {
      refreshing = null;
    });
  return refreshing;
}

export async function sessionFetch(request: Request): Promise<Response> {
  const retry = request.clone();
  const known = renewals;
  const response = await reach(request);
  if (response.status !== 401 || isSignIn(request.url)) return response;
  // A refusal may arrive after another request has renewed the session; once is enough for both.
  if (known !== renewals || (await refreshSession())) return reach(retry);
  whenEnded();
  return response;
}

/** A 401 from these is an answer about the credentials just typed, not about the session. */
function isSignIn(url: string): boolean {
  return url.includes('/api/v1/auth/');
}

async function reach(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    notePosition(response);
    return response;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw offline();
  }
}
