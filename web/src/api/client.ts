/** The typed client. `await data(client.GET(...))` gives the answer or throws a `Problem`. */
import createClient from 'openapi-fetch';
import { problemOf } from './problem';
import type { paths } from './schema';
import { sessionFetch } from './session';

export const client = createClient<paths>({ baseUrl: window.location.origin, fetch: sessionFetch });

interface Answer<T> {
  data?: T;
  /** The body of a refusal, read already. */
  error?: unknown;
  response: Response;
}

export async function data<T>(pending: Promise<Answer<T>>): Promise<T> {
  const answer = await pending;
  if (!answer.response.ok) throw problemOf(answer.response, answer.error);
  return answer.data as T;
}
