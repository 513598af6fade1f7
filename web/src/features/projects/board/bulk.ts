/** Many tasks at a time: edited, deleted and brought back, each stroke with a way back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { plural, t } from '@lingui/core/macro';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { BulkChange, Task } from '@/api/types';
import { toast, toastError } from '@/components/toast-store';
import { keepTasks, tasksOptions } from './queries';

export function useBulkEdit(projectId: string) {
  const cache = useQueryClient();
  const { queryKey } = tasksOptions(projectId);
  const undo = useUndo(projectId);
  return useMutation({
    mutationFn: ({ ids, change }: { ids: string[]; change: BulkChange }) =>
      data(
        client.PATCH('/api/v1/projects/{project_id}/tasks', {
          params: { path: { project_id: projectId } },
          body: { ids, change: { add_labels: [], remove_labels: [], ...change } },
        }),
      ),
    onMutate: async ({ ids, change }) => {
      await cache.cancelQueries({ queryKey });
      const before = cache.getQueryData(queryKey);
      const chosen = new Set(ids);
      cache.setQueryData(queryKey, (old) =>
        old?.map((one) => (chosen.has(one.id) ? changed(one, change) : one)),
      );
      return { before };
    },
    onError: (error, _, context) => {
      if (context?.before) cache.setQueryData(queryKey, context.before);
      void cache.invalidateQueries({ queryKey });
      toastError(error);
    },
    onSuccess: ({ items, activity_id: activityId }) => {
      keepTasks(cache, projectId, items);
      if (!activityId) return;
      toast(
        plural(items.length, { one: '# task changed.', other: '# tasks changed.' }),
        undoing(() => {
          undo.mutate(activityId);
        }),
      );
    },
  });
}

function changed(task: Task, change: BulkChange): Task {
  const { add_labels: more = [], remove_labels: less = [], ...fields } = change;
  const kept = task.labels.filter((label) => !less.includes(label));
  const labels = [...kept, ...more.filter((label) => !kept.includes(label))];
  return { ...task, ...(fields as Partial<Task>), labels };
}

export function useDeleteTasks(projectId: string) {
  const cache = useQueryClient();
  const { queryKey } = tasksOptions(projectId);
  const restore = useRestoreTasks(projectId);
  return useMutation({
    mutationFn: (ids: string[]) =>
      data(
        client.POST('/api/v1/projects/{project_id}/tasks/delete', {
          params: { path: { project_id: projectId } },
          body: { ids },
        }),
      ),
    onMutate: async (ids) => {
      await cache.cancelQueries({ queryKey });
      const before = cache.getQueryData(queryKey);
      const gone = new Set(ids);
      cache.setQueryData(queryKey, (old) => old?.filter((one) => !gone.has(one.id)));
      return { before };
    },
    onError: (error, _, context) => {
      if (context?.before) cache.setQueryData(queryKey, context.before);
      toastError(error);
    },
    onSuccess: ({ items }, ids) => {
      void cache.invalidateQueries({ queryKey: keys.project(projectId), exact: true });
      toast(
        plural(items.length, { one: '# task deleted.', other: '# tasks deleted.' }),
        undoing(() => {
          restore.mutate(ids);
        }),
      );
    },
  });
}

function useRestoreTasks(projectId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) =>
      data(
        client.POST('/api/v1/projects/{project_id}/tasks/restore', {
          params: { path: { project_id: projectId } },
          body: { ids },
        }),
      ),
    onError: toastError,
    onSuccess: ({ items }) => {
      keepTasks(cache, projectId, items);
    },
  });
}

function useUndo(projectId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (activityId: string) =>
      data(
        client.POST('/api/v1/projects/{project_id}/activity/{activity_id}/undo', {
          params: { path: { project_id: projectId, activity_id: activityId } },
        }),
      ),
    onError: toastError,
    onSuccess: ({ items }) => {
      keepTasks(cache, projectId, items);
    },
  });
}

function undoing(run: () => void) {
  return { label: t`Undo`, run };
}
