/** Reading files on the server, which stores nothing of them. */
import { useMutation } from '@tanstack/react-query';
import { problemFrom } from '@/api/problem';
import type { components } from '@/api/schema';
import { sessionFetch } from '@/api/session';

export type FileText = components['schemas']['FileText'];
export const MOST_FILE_BYTES = 2 * 1024 * 1024;

export function useReadFile() {
  return useMutation({
    mutationFn: async (file: File): Promise<FileText> => {
      const url = new URL('/api/v1/workflows/files', window.location.origin);
      url.searchParams.set('name', file.name);
      const headers = { 'content-type': 'application/octet-stream' };
      const response = await sessionFetch(new Request(url, { method: 'POST', body: file, headers }));
      if (!response.ok) throw await problemFrom(response);
      return (await response.json()) as FileText;
    },
  });
}
