import { infiniteQueryOptions } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';

/** So many that a whole analysis sent to the board is told as one line. */
const PAGE = 200;

export function activityOptions(projectId: string) {
  return infiniteQueryOptions({
    queryKey: keys.activity(projectId),
    queryFn: ({ pageParam, signal }) =>
      data(
        client.GET('/api/v1/projects/{project_id}/activity', {
          params: {
            path: { project_id: projectId },
            query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}
