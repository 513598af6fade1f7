import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import { askedFor, type Story } from './story';

/** So many that a whole analysis sent to the board is told as one line. */
const PAGE = 200;

export function activityOptions(projectId: string, story: Story = {}) {
  return infiniteQueryOptions({
    queryKey: [...keys.activity(projectId), story] as const,
    queryFn: ({ pageParam, signal }) =>
      data(
        client.GET('/api/v1/projects/{project_id}/activity', {
          params: {
            path: { project_id: projectId },
            query: {
              limit: PAGE,
              ...askedFor(story, Date.now()),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

export function actorsOptions(projectId: string) {
  return queryOptions({
    queryKey: [...keys.project(projectId), 'actors'] as const,
    queryFn: ({ signal }) =>
      data(
        client.GET('/api/v1/projects/{project_id}/activity/actors', {
          params: { path: { project_id: projectId } },
          signal,
        }),
      ),
  });
}
