import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { AccountChange, Me, NotificationKind } from '@/api/types';
import { useOptimistic } from '@/lib/use-optimistic';

export function useChangeAccount() {
  return useOptimistic<Partial<AccountChange>, Me, Me>({
    queryKey: keys.me,
    send: (change) => data(client.PATCH('/api/v1/me', { body: change })),
    edit: (me, change) => ({ ...me, account: { ...me.account, ...change } }),
    settle: (_, answer) => answer,
  });
}

export function useRenameOrganization(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      data(
        client.PATCH('/api/v1/organizations/{organization_id}', {
          params: { path: { organization_id: id } },
          body: { name },
        }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.me }),
  });
}

export const notificationSettingsOptions = queryOptions({
  queryKey: keys.notificationSettings,
  queryFn: ({ signal }) => data(client.GET('/api/v1/notifications/settings', { signal })),
});

interface Settings {
  kinds: { kind: NotificationKind; wanted: boolean }[];
}

export function useChangeNotification() {
  return useOptimistic<{ kind: NotificationKind; wanted: boolean }, Settings, Settings>({
    queryKey: keys.notificationSettings,
    send: ({ kind, wanted }) =>
      data(
        client.PUT('/api/v1/notifications/settings/{kind}', { params: { path: { kind } }, body: { wanted } }),
      ),
    edit: (settings, { kind, wanted }) => ({
      kinds: settings.kinds.map((one) => (one.kind === kind ? { kind, wanted } : one)),
    }),
    settle: (_, answer) => answer,
  });
}
