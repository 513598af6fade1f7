import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { Archive } from '@/api/types';

const REMEMBERED = 'coditect.archive';
const EVERY = 1500;

/** The archive asked for last in this browser. */
export function rememberedArchive(): string | null {
  return localStorage.getItem(REMEMBERED);
}

export function archiveOptions(id: string) {
  return queryOptions<Archive>({
    queryKey: keys.archive(id),
    queryFn: ({ signal }) =>
      data(client.GET('/api/v1/me/export/{export_id}', { params: { path: { export_id: id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.status === 'under_way' ? EVERY : false),
    // One of another organization, or of somebody else who used this browser.
    throwOnError: false,
  });
}

export function useRequestArchive(onReady: (id: string) => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => data(client.POST('/api/v1/me/export')),
    onSuccess: (archive: Archive) => {
      localStorage.setItem(REMEMBERED, archive.id);
      cache.setQueryData(keys.archive(archive.id), archive);
      onReady(archive.id);
    },
  });
}

export const deletionOptions = queryOptions({
  queryKey: keys.deletion,
  queryFn: ({ signal }) => data(client.GET('/api/v1/me/deletion', { signal })),
});

export function useDeleteAccount() {
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => data(client.DELETE('/api/v1/me', { body })),
    onSuccess: () => {
      localStorage.removeItem(REMEMBERED);
      // Nothing of the person may stay on the page, nor in its memory.
      window.location.assign('/login');
    },
  });
}
