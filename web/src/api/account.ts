import { queryOptions } from '@tanstack/react-query';
import { client, data } from './client';
import { keys } from './keys';

export const meOptions = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => data(client.GET('/api/v1/me', { signal })),
  staleTime: 5 * 60_000,
});

export async function signOut(): Promise<void> {
  await data(client.POST('/api/v1/auth/logout'));
}

/** Work in another organization from now on: everything on the page belongs to the one before, so it begins anew. */
export async function switchOrganization(id: string): Promise<void> {
  await data(client.POST('/api/v1/me/organization', { body: { organization_id: id } }));
  window.location.assign('/');
}
