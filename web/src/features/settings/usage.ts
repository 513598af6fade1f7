import { queryOptions } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';

export const usageOptions = queryOptions({
  queryKey: keys.usage,
  queryFn: ({ signal }) => data(client.GET('/api/v1/usage', { signal })),
});
