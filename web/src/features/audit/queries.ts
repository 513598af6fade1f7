import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { AuditSearch } from './search';
import { questionOf } from './search';

export function entriesOptions(search: AuditSearch) {
  return infiniteQueryOptions({
    queryKey: keys.auditList(search),
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...questionOf(search), ...(pageParam && { cursor: Number(pageParam) }) };
      return data(client.GET('/api/v1/audit', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

export const filtersOptions = queryOptions({
  queryKey: keys.auditFilters,
  queryFn: ({ signal }) => data(client.GET('/api/v1/audit/filters', { signal })),
});

/** Asked for by a press, not by the page: every entry is hashed anew. */
export const verificationOptions = queryOptions({
  queryKey: keys.auditVerification,
  queryFn: ({ signal }) => data(client.GET('/api/v1/audit/verification', { signal })),
  enabled: false,
  staleTime: 0,
});
