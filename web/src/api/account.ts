import { queryOptions } from '@tanstack/react-query';
import { client, data } from './client';
import { keys } from './keys';

export const meOptions = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => data(client.GET('/api/v1/me', { signal })),
  staleTime: 5 * 60_000,
});

export const instanceOptions = queryOptions({
  queryKey: keys.instance,
  queryFn: ({ signal }) => data(client.GET('/api/v1/instance', { signal })),
  staleTime: Infinity,
});

export async function signOut(): Promise<void> {
  await data(client.POST('/api/v1/auth/logout'));
}
