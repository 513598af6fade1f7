import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { components } from '@/api/schema';

export type Domain = components['schemas']['DomainRead'];

export const domainsOptions = queryOptions({
  queryKey: keys.domains,
  queryFn: ({ signal }) => data(client.GET('/api/v1/domains', { signal })),
});

export const joinableOptions = queryOptions({
  queryKey: keys.joinable,
  queryFn: ({ signal }) => data(client.GET('/api/v1/me/joinable', { signal })),
});

/** Something done to a domain; afterwards the list is asked for again. */
export function useDomainDeed<T, R>(act: (given: T) => Promise<R>, onSuccess?: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess,
    onSettled: () => cache.invalidateQueries({ queryKey: keys.domains }),
  });
}
