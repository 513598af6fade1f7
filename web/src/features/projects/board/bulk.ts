/** Many tasks at a time: edited, deleted and brought back, each stroke with a way back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { plural, t } from '@lingui/core/macro';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import { Problem } from '@/api/problem';
import type { BulkChange, Task } from '@/api/types';
import { toast, toastError } from '@/components/toast-store';
import { keepTasks, tasksOptions } from './queries';

interface Bulk {
  ids: string[];
  change: BulkChange;
  /** Whatever the tasks have become meanwhile. */
  anyway?: boolean;
}

export function useBulkEdit(projectId: string) {
  const cache = useQueryClient();
  const { queryKey } = tasksOptions(projectId);
  const undo = useUndo(projectId);
  const mutation = useMutation({
    // After one's own edits that are still on their way: their versions are not somebody else's.
    scope: { id: `tasks-${projectId}` },
    mutationFn: ({ ids, change, anyway }: Bulk) => {
      const known = new Map(cache.getQueryData(queryKey)?.map((task) => [task.id, task.version]));
      const versions = ids.flatMap((id) => (known.has(id) ? [[id, known.get(id)] as const] : []));
      return data(
        client.PATCH('/api/v1/projects/{project_id}/tasks', {
          params: { path: { project_id: projectId } },
          body: {
            ids,
            change: { add_labels: [], remove_labels: [], ...change },
            versions: anyway ? {} : (Object.fromEntries(versions) as Record<string, number>),
          },
        }),
      );
    },
    onMutate: async ({ ids, change }) => {
      await cache.cancelQueries({ queryKey });
      const before = cache.getQueryData(queryKey);
      const chosen = new Set(ids);
      cache.setQueryData(queryKey, (old) =>
        old?.map((one) => (chosen.has(one.id) ? changed(one, change) : one)),
      );
      return { before };
    },
    onError: (error, bulk, context) => {
      const chosen = new Set(bulk.ids);
      const before = context?.before?.filter((task) => chosen.has(task.id)) ?? [];
      const others = changedByOthers(error);
      keepTasks(cache, projectId, [...before, ...others]);
      void cache.invalidateQueries({ queryKey });
      if (others.length === 0) {
        toastError(error);
        return;
      }
      const many = bulk.ids.length;
      const count = others.length;
      toast(
        t`Somebody else has just changed ${count} of these ${many} tasks. None was changed.`,
        {
          label: t`Change anyway`,
          run: () => {
            mutation.mutate({ ...bulk, anyway: true });
          },
        },
        'bad',
      );
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
  return mutation;
}

/** The tasks as others have made them, if that is why the server refused. */
function changedByOthers(error: unknown): Task[] {
  if (!(error instanceof Problem) || error.code !== 'tasks_changed_meanwhile') return [];
  return (error.members['tasks'] as Task[] | undefined) ?? [];
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
