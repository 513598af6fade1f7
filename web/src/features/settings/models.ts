import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { ModelSettings, ModelSettingsWrite } from '@/api/types';

export const modelSettingsOptions = queryOptions({
  queryKey: keys.modelSettings,
  queryFn: ({ signal }) => data(client.GET('/api/v1/model-settings', { signal })),
});

export function useWriteModel() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: ModelSettingsWrite) => data(client.PUT('/api/v1/model-settings', { body })),
    onSuccess: (answer: ModelSettings) => cache.setQueryData(keys.modelSettings, answer),
  });
}

export function useRemoveModel() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => data(client.DELETE('/api/v1/model-settings')),
    onSuccess: (answer: ModelSettings) => cache.setQueryData(keys.modelSettings, answer),
  });
}

export function useTryModel() {
  return useMutation({
    mutationFn: (body: ModelSettingsWrite) => data(client.POST('/api/v1/model-settings/test', { body })),
  });
}

/** What was typed, as the server takes it: what is empty is left out. */
export function writeOf(typed: Record<string, string>): ModelSettingsWrite {
  const [address, key] = [typed['base_url']?.trim(), typed['api_key']?.trim()];
  return {
    provider: typed['provider'] === 'anthropic' ? 'anthropic' : 'openai',
    model: (typed['model'] ?? '').trim(),
    ...(address ? { base_url: address } : {}),
    ...(key ? { api_key: key } : {}),
  };
}
