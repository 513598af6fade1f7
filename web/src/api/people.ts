import { queryOptions } from '@tanstack/react-query';
import { client, data } from './client';
import { keys } from './keys';

export function peopleOptions(projectId: string) {
  return queryOptions({
    queryKey: [...keys.project(projectId), 'people'] as const,
    queryFn: ({ signal }) =>
      data(
        client.GET('/api/v1/projects/{project_id}/people', {
          params: { path: { project_id: projectId } },
          signal,
        }),
      ),
    staleTime: 60_000,
  });
}
