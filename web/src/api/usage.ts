import { queryOptions } from '@tanstack/react-query';
import { client, data } from './client';
import { keys } from './keys';

export const usageOptions = queryOptions({
  queryKey: keys.usage,
  queryFn: ({ signal }) => data(client.GET('/api/v1/usage', { signal })),
});
