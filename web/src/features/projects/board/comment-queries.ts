import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { t } from '@lingui/core/macro';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { Comment, TaskHistoryEntry } from '@/api/types';
import { toastError } from '@/components/toast-store';
import { commentsKey, historyKey } from './queries';

const PAGE = 500;

export function commentsOptions(taskId: string) {
  return queryOptions({
    queryKey: commentsKey(taskId),
    queryFn: async ({ signal }) => {
      const comments: Comment[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await data(
          client.GET('/api/v1/tasks/{task_id}/comments', {
            params: { path: { task_id: taskId }, query: { limit: PAGE, ...(cursor ? { cursor } : {}) } },
            signal,
          }),
        );
        comments.push(...page.items);
        cursor = page.next_cursor;
      } while (cursor);
      return comments;
    },
  });
}

export function historyOptions(taskId: string) {
  return queryOptions({
    queryKey: historyKey(taskId),
    queryFn: async ({ signal }): Promise<TaskHistoryEntry[]> => {
      const page = await data(
        client.GET('/api/v1/tasks/{task_id}/history', {
          params: { path: { task_id: taskId }, query: { limit: 100 } },
          signal,
        }),
      );
      return page.items;
    },
  });
}

export const meOptions = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => data(client.GET('/api/v1/me', { signal })),
  staleTime: Infinity,
});

export interface Written {
  text: string;
  mentions: string[];
}

export function useComments(taskId: string) {
  const cache = useQueryClient();
  const { queryKey } = commentsOptions(taskId);
  const put = (comment: Comment) => {
    cache.setQueryData(queryKey, (old) =>
      [...(old ?? []).filter((one) => one.id !== comment.id), comment].sort(byAge),
    );
    void cache.invalidateQueries({ queryKey: historyKey(taskId) });
  };
  const add = useMutation({
    mutationFn: ({ key, ...body }: Written & { key: string }) =>
      data(
        client.POST('/api/v1/tasks/{task_id}/comments', {
          params: { path: { task_id: taskId }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    onError: toastError,
    onSuccess: put,
  });
  const edit = useMutation({
    mutationFn: ({ id, ...body }: Written & { id: string }) =>
      data(client.PATCH('/api/v1/comments/{comment_id}', { params: { path: { comment_id: id } }, body })),
    onError: toastError,
    onSuccess: put,
  });
  const remove = useMutation({
    mutationFn: (id: string) =>
      data(client.DELETE('/api/v1/comments/{comment_id}', { params: { path: { comment_id: id } } })),
    onMutate: (id) => {
      const before = cache.getQueryData(queryKey);
      cache.setQueryData(queryKey, (old) => old?.filter((one) => one.id !== id));
      return { before };
    },
    onError: (error, _, context) => {
      if (context?.before) cache.setQueryData(queryKey, context.before);
      toastError(error);
    },
    onSuccess: () => void cache.invalidateQueries({ queryKey: historyKey(taskId) }),
  });
  return { add, edit, remove };
}

function byAge(a: Comment, b: Comment): number {
  return a.id < b.id ? -1 : 1;
}

export function authorName(comment: Comment): string {
  return comment.author.name || t`Somebody`;
}
