import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { components } from '@/api/schema';

export type Server = components['schemas']['McpServerRead'];

export function serversOptions(projectId: string) {
  return queryOptions({
    queryKey: keys.mcpServers(projectId),
    queryFn: ({ signal }) =>
      data(
        client.GET('/api/v1/projects/{project_id}/mcp-servers', {
          params: { path: { project_id: projectId } },
          signal,
        }),
      ),
  });
}

/** Something done to a server; afterwards the list is asked for again. */
export function useServerDeed<T, R>(
  projectId: string,
  act: (given: T) => Promise<R>,
  onSuccess?: () => void,
) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess,
    onSettled: () => cache.invalidateQueries({ queryKey: keys.mcpServers(projectId) }),
  });
}

/** The words of a command line; quotes keep spaces together. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (found) => found[1] ?? found[2] ?? found[3] ?? '',
  );
}

/** Lines of NAME=value. */
export function secretsOf(lines: string): Record<string, string> {
  const pairs = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.includes('='))
    .map((line): [string, string] => [
      line.slice(0, line.indexOf('=')).trim(),
      line.slice(line.indexOf('=') + 1).trim(),
    ]);
  return Object.fromEntries(pairs);
}
