import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';

export const onboardingOptions = queryOptions({
  queryKey: keys.onboarding,
  queryFn: ({ signal }) => data(client.GET('/api/v1/onboarding', { signal })),
  throwOnError: false,
});

export function useDismissOnboarding() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (dismissed: boolean) => data(client.PATCH('/api/v1/onboarding', { body: { dismissed } })),
    onSuccess: (answer) => {
      cache.setQueryData(keys.onboarding, answer);
    },
  });
}
