import { queryOptions, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { t } from '@lingui/core/macro';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import { Problem } from '@/api/problem';
import type { Task, TaskCreate, TaskUpdate } from '@/api/types';
import { toast, toastError } from '@/components/toast-store';

const PAGE = 500;
/** From so many on it is cheaper to read the whole board again. */
const FEW = 100;

async function readTasks(
  projectId: string,
  signal: AbortSignal | undefined,
  id: string[] | null = null,
): Promise<Task[]> {
  const tasks: Task[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await data(
      client.GET('/api/v1/projects/{project_id}/tasks', {
        params: {
          path: { project_id: projectId },
          query: { limit: PAGE, ...(id ? { id } : {}), ...(cursor ? { cursor } : {}) },
        },
        ...(signal ? { signal } : {}),
      }),
    );
    tasks.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return tasks;
}

export function tasksOptions(projectId: string) {
  return queryOptions({
    queryKey: keys.tasks(projectId),
    queryFn: ({ signal }) => readTasks(projectId, signal),
  });
}

/** Reads some tasks again, or the whole board when they are many or not named. */
export async function refreshTasks(
  cache: QueryClient,
  projectId: string,
  ids: ReadonlySet<string>,
): Promise<void> {
  const { queryKey } = tasksOptions(projectId);
  if (ids.size === 0 || ids.size > FEW || !cache.getQueryData(queryKey)) {
    await cache.invalidateQueries({ queryKey });
    return;
  }
  const fresh = await readTasks(projectId, undefined, [...ids]);
  cache.setQueryData(queryKey, (old) => merged(old, fresh, ids));
}

/** The old list with what is known better: tasks that were asked for and not found are gone. */
export function merged(
  old: readonly Task[] | undefined,
  fresh: readonly Task[],
  asked: ReadonlySet<string>,
): Task[] | undefined {
  if (!old) return undefined;
  const byId = new Map(fresh.map((task) => [task.id, task]));
  const kept = old.flatMap((task) => {
    if (!asked.has(task.id)) return [task];
    const found = byId.get(task.id);
    byId.delete(task.id);
    // What a slower answer says must not take back what is known already.
    return found ? [found.version >= task.version ? found : task] : [];
  });
  return [...kept, ...byId.values()];
}

/** Puts tasks that the server has just answered with into what is shown. */
export function keepTasks(cache: QueryClient, projectId: string, tasks: readonly Task[]): void {
  const asked = new Set(tasks.map((task) => task.id));
  cache.setQueryData(tasksOptions(projectId).queryKey, (old) => merged(old, tasks, asked));
  void cache.invalidateQueries({ queryKey: keys.project(projectId), exact: true });
}

export interface Edit {
  /** The task as the person saw it when they began to edit. */
  task: Task;
  change: TaskUpdate;
  /** Words for what can be undone; without them the edit is too small to speak of. */
  said?: string;
}

/** Shows the change at once; takes it back, with an honest word, if somebody else was faster or the server refuses. */
export function useUpdateTask(projectId: string) {
  const cache = useQueryClient();
  const { queryKey } = tasksOptions(projectId);
  const put = (task: Task) => {
    cache.setQueryData(queryKey, (old) => old?.map((one) => (one.id === task.id ? task : one)));
  };
  const mutation = useMutation({
    scope: { id: `tasks-${projectId}` },
    mutationFn: (edit: Edit) => save(edit, befores.get(edit), known(cache, projectId, edit.task.id)),
    onMutate: async (edit: Edit) => {
      const { task, change } = edit;
      await cache.cancelQueries({ queryKey });
      const before = known(cache, projectId, task.id) ?? task;
      befores.set(edit, before);
      put({ ...before, ...change });
      return { before };
    },
    onError: (error, { task }, context) => {
      const now = taskOf(error);
      put(now ?? context?.before ?? task);
      if (now) {
        const name = `#${now.number} “${now.title}”`;
        toast(t`Somebody else has just changed ${name}. Your change was not saved.`, undefined, 'bad');
      } else toastError(error);
    },
    onSuccess: (saved, { said, change }, { before }) => {
      put(saved);
      void cache.invalidateQueries({ queryKey: keys.project(projectId), exact: true });
      void cache.invalidateQueries({ queryKey: historyKey(saved.id) });
      if (!said) return;
      const run = () => {
        mutation.mutate({ task: saved, change: inverse(before, change) });
      };
      toast(said, { label: t`Undo`, run });
    },
  });
  return mutation;
}

/** What was shown when an edit was made. */
const befores = new WeakMap<Edit, Task>();

/** Words are guarded by the version that their writer saw; who moves a card may be the second to do so. */
const words = ['title', 'description', 'acceptance', 'depends_on'] as const;

async function save({ task, change }: Edit, shown: Task | undefined, now: Task | undefined): Promise<Task> {
  const guarded = words.filter((field) => field in change);
  const send = (version: number | undefined) =>
    data(
      client.PATCH('/api/v1/tasks/{task_id}', {
        params: { path: { task_id: task.id } },
        body: version === undefined ? change : { ...change, version },
      }),
    );
  if (guarded.length === 0) return send(undefined);
  const same = (one: Task) => guarded.every((field) => String(one[field]) === String(task[field]));
  const ours = (one: Task) => guarded.every((field) => String(one[field]) === String(change[field]));
  try {
    // What is shown may be newer than what was edited, but not in these words: then it is what they are based on.
    return await send(shown && now && same(shown) && (same(now) || ours(now)) ? now.version : task.version);
  } catch (error) {
    const latest = taskOf(error);
    // Another part of the task has changed: what is written here is still based on what is there.
    if (latest && same(latest)) return send(latest.version);
    throw error;
  }
}

/** The task as it is now, if that is what the refusal says. */
function taskOf(error: unknown): Task | null {
  if (!(error instanceof Problem) || error.code !== 'task_changed_meanwhile') return null;
  return (error.members['task'] as Task | undefined) ?? null;
}

function known(cache: QueryClient, projectId: string, id: string): Task | undefined {
  return cache.getQueryData(tasksOptions(projectId).queryKey)?.find((task) => task.id === id);
}

/** The change that takes `change` back. */
export function inverse(before: Task, change: TaskUpdate): TaskUpdate {
  const fields = Object.keys(change).filter((field) => field in before) as (keyof Task & keyof TaskUpdate)[];
  const back = Object.fromEntries(fields.map((field) => [field, before[field]]));
  return 'status' in change ? { ...back, position: before.position } : back;
}

export const historyKey = (taskId: string) => ['task', taskId, 'history'] as const;
export const commentsKey = (taskId: string) => ['task', taskId, 'comments'] as const;

export function useAddTask(projectId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (task: TaskCreate) =>
      data(
        client.POST('/api/v1/projects/{project_id}/tasks', {
          params: { path: { project_id: projectId }, header: { 'idempotency-key': crypto.randomUUID() } },
          body: task,
        }),
      ),
    onError: toastError,
    onSuccess: (task) => {
      keepTasks(cache, projectId, [task]);
    },
  });
}
