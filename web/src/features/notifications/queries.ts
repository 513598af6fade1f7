import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { NotificationKind } from '@/api/types';

const PAGE = 50;

export const unreadOptions = queryOptions({
  queryKey: keys.unread,
  queryFn: async ({ signal }) => {
    const page = await data(
      client.GET('/api/v1/notifications', { params: { query: { limit: 1, unread: true } }, signal }),
    );
    return page.unread;
  },
  staleTime: 60_000,
});

export function notificationsOptions(kind: NotificationKind | undefined, unread: boolean) {
  return infiniteQueryOptions({
    queryKey: keys.notificationList(kind, unread),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      data(
        client.GET('/api/v1/notifications', {
          params: {
            query: {
              limit: PAGE,
              unread,
              ...(kind ? { kind: [kind] } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

export function useMarkRead() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { ids?: string[]; unread?: boolean }) =>
      data(
        client.POST('/api/v1/notifications/read', {
          body: { ids: body.ids ?? null, unread: body.unread ?? false },
        }),
      ),
    onSuccess: ({ unread }) => {
      cache.setQueryData(keys.unread, unread);
      return cache.invalidateQueries({ queryKey: [...keys.notifications, 'list'] });
    },
  });
}
