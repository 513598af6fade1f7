/** Edits that are shown at once and taken back when the server refuses them. */
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';

interface Options<Input, Cached, Answer> {
  /** What is edited in the cache; a function, when it depends on the input. */
  queryKey: QueryKey;
  send: (input: Input) => Promise<Answer>;
  /** How the cached data look once the edit is made. Pure. */
  edit: (cached: Cached, input: Input) => Cached;
  /** Puts the server's answer in place of what was guessed. Without it, the data are asked for again. */
  settle?: (cached: Cached, answer: Answer, input: Input) => Cached;
  onError?: (error: unknown, input: Input) => void;
}

/**
 * A mutation of one query's data. When several edits are under way, a refused one asks the server again
 * instead of bringing back a picture in which the others are missing.
 */
export function useOptimistic<Input, Cached, Answer>(options: Options<Input, Cached, Answer>) {
  const { queryKey, send, edit, settle, onError } = options;
  const cache = useQueryClient();
  const mutationKey = ['optimistic', ...queryKey];
  const others = () => cache.isMutating({ mutationKey }) > 1;
  return useMutation({
    mutationKey,
    mutationFn: send,
    onMutate: async (input: Input) => {
      // An answer to an older question would overwrite the edit.
      await cache.cancelQueries({ queryKey });
      const before = cache.getQueryData<Cached>(queryKey);
      if (before !== undefined) cache.setQueryData(queryKey, edit(before, input));
      return { before };
    },
    onError: (error, input, context) => {
      if (context && !others()) cache.setQueryData(queryKey, context.before);
      onError?.(error, input);
      return cache.invalidateQueries({ queryKey });
    },
    onSuccess: (answer, input) => {
      if (!settle) return others() ? undefined : cache.invalidateQueries({ queryKey });
      cache.setQueryData<Cached>(queryKey, (now) => (now === undefined ? now : settle(now, answer, input)));
      return undefined;
    },
  });
}
