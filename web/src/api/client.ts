/** The typed client. `await data(client.GET(...))` gives the answer or throws a `Problem`. */
import type { Client } from 'openapi-fetch';
import { problemOf } from './problem';
import { addressOf, ask } from './requests';
import type { paths } from './schema';
import { sessionFetch } from './session';

type Init = Parameters<typeof ask>[3];

function by(method: string) {
  return (path: string, init: Init = {}) =>
    ask(sessionFetch, method, addressOf(window.location.origin, path, init.params), init);
}

// The types are those of openapi-fetch, which knows the API's description; its code is not needed.
export const client = {
  GET: by('GET'),
  POST: by('POST'),
  PUT: by('PUT'),
  PATCH: by('PATCH'),
  DELETE: by('DELETE'),
} as unknown as Pick<Client<paths>, 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'>;

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
