import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { Task, TaskCreate, TaskUpdate } from '@/api/types';
import { toastError } from '@/components/toast-store';

const PAGE = 500;

export function tasksOptions(projectId: string) {
  return queryOptions({
    queryKey: keys.tasks(projectId),
    queryFn: async ({ signal }) => {
      const tasks: Task[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await data(
          client.GET('/api/v1/projects/{project_id}/tasks', {
            params: {
              path: { project_id: projectId },
              query: { limit: PAGE, ...(cursor ? { cursor: Number(cursor) } : {}) },
            },
            signal,
          }),
        );
        tasks.push(...page.items);
        cursor = page.next_cursor;
      } while (cursor);
      return tasks;
    },
  });
}

/** Shows the change at once and takes it back, with a word, if the server refuses. */
export function useUpdateTask(projectId: string) {
  const cache = useQueryClient();
  const { queryKey } = tasksOptions(projectId);
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: TaskUpdate }) =>
      data(client.PATCH('/api/v1/tasks/{task_id}', { params: { path: { task_id: id } }, body: change })),
    onMutate: async ({ id, change }) => {
      await cache.cancelQueries({ queryKey });
      const before = cache.getQueryData(queryKey)?.find((task) => task.id === id);
      cache.setQueryData(queryKey, (tasks) =>
        tasks?.map((task) => (task.id === id ? { ...task, ...change } : task)),
      );
      return { before };
    },
    onError: (error, { id }, context) => {
      const before = context?.before;
      if (before)
        cache.setQueryData(queryKey, (tasks) => tasks?.map((task) => (task.id === id ? before : task)));
      toastError(error);
    },
    onSuccess: (saved) => {
      cache.setQueryData(queryKey, (tasks) => tasks?.map((task) => (task.id === saved.id ? saved : task)));
      void cache.invalidateQueries({ queryKey: keys.project(projectId), exact: true });
    },
  });
}

export function useAddTask(projectId: string) {
  const cache = useQueryClient();
  const { queryKey } = tasksOptions(projectId);
  return useMutation({
    mutationFn: (task: TaskCreate) =>
      data(
        client.POST('/api/v1/projects/{project_id}/tasks', {
          params: { path: { project_id: projectId } },
          body: task,
        }),
      ),
    onError: toastError,
    onSuccess: (task) => {
      cache.setQueryData(queryKey, (tasks) => [...(tasks ?? []).filter((one) => one.id !== task.id), task]);
      void cache.invalidateQueries({ queryKey: keys.project(projectId), exact: true });
    },
  });
}
