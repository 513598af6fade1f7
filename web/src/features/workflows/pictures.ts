/** Which drawing of an analysis is shown, and where it comes from. */
import { queryOptions } from '@tanstack/react-query';
import { keys } from '@/api/keys';
import { problemFrom } from '@/api/problem';
import { sessionFetch } from '@/api/session';
import type { State } from './export-urls';
import type { VersionName } from './versions';

export type Picture = { of: State } | { version: VersionName };

/** The drawing itself, as text; it is cleaned before it is shown. */
export function diagramOptions(workflowId: string, picture: Picture, ready: boolean) {
  return queryOptions({
    queryKey: [...keys.diagram(workflowId), picture] as const,
    queryFn: async ({ signal }) => {
      const response = await sessionFetch(new Request(urlOf(workflowId, picture), { signal }));
      if (!response.ok) throw await problemFrom(response);
      return response.text();
    },
    enabled: ready,
    staleTime: Infinity,
    throwOnError: false,
  });
}

function urlOf(workflowId: string, picture: Picture): string {
  const base = `${window.location.origin}/api/v1/workflows/${workflowId}`;
  if ('of' in picture) return `${base}/export/svg?of=${picture.of}`;
  const { number, edited } = picture.version;
  return `${base}/versions/${number}/drawing?edited=${edited}`;
}
