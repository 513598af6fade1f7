import { queryOptions } from '@tanstack/react-query';
import { client, data } from '@/api/client';

export const apiKeysOptions = queryOptions({
  queryKey: ['api-keys'],
  queryFn: ({ signal }) => data(client.GET('/api/v1/api-keys', { signal })),
});

export const identitiesOptions = queryOptions({
  queryKey: ['identities'],
  queryFn: ({ signal }) => data(client.GET('/api/v1/auth/identities', { signal })),
});

export const providersOptions = queryOptions({
  queryKey: ['providers'],
  queryFn: ({ signal }) => data(client.GET('/api/v1/auth/oauth/providers', { signal })),
});

export const consentsOptions = queryOptions({
  queryKey: ['consents'],
  queryFn: ({ signal }) => data(client.GET('/api/v1/oauth/consents', { signal })),
});
