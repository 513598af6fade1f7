import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';
import { toastError } from '@/components/toast-store';
import { wasDismissed } from '@/lib/passkeys';
import { useGuard } from './guard';

export type Security = components['schemas']['Security'];
export type SessionRead = components['schemas']['SessionRead'];

const securityKey = ['security'] as const;
const sessionsKey = ['sessions'] as const;

export const securityOptions = queryOptions({
  queryKey: securityKey,
  queryFn: ({ signal }) => data(client.GET('/api/v1/me/security', { signal })),
});

export const sessionsOptions = queryOptions({
  queryKey: sessionsKey,
  queryFn: ({ signal }) => data(client.GET('/api/v1/me/sessions', { signal })),
});

/** A sensitive change: the person proves themselves first if they have not for a while. */
export function useSensitive<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const guard = useGuard();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => guard(() => act(input)),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: securityKey });
      await cache.invalidateQueries({ queryKey: sessionsKey });
    },
    onError: (error) => {
      if (!wasDismissed(error)) toastError(error);
    },
  });
}
