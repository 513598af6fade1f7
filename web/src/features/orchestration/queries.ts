import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { RunStatus } from '@/api/types';

export function runsOptions(status: RunStatus | undefined) {
  return infiniteQueryOptions({
    queryKey: keys.runList(status),
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: 50,
        ...(status && { status: [status] }),
        ...(pageParam && { cursor: pageParam }),
      };
      return data(client.GET('/api/v1/runs', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

export function runOptions(runId: string) {
  return queryOptions({
    queryKey: keys.run(runId),
    queryFn: ({ signal }) =>
      data(client.GET('/api/v1/runs/{run_id}', { params: { path: { run_id: runId } }, signal })),
  });
}

export function stepOptions(runId: string, stepId: string) {
  return queryOptions({
    queryKey: keys.step(runId, stepId),
    queryFn: ({ signal }) =>
      data(
        client.GET('/api/v1/runs/{run_id}/steps/{step_id}', {
          params: { path: { run_id: runId, step_id: stepId } },
          signal,
        }),
      ),
  });
}

export type Control = 'pause' | 'resume' | 'cancel';

const controls = {
  pause: '/api/v1/runs/{run_id}/pause',
  resume: '/api/v1/runs/{run_id}/resume',
  cancel: '/api/v1/runs/{run_id}/cancel',
} as const;

/** Pause, resume or cancel; the answer is how the run stands now. */
export function useControl(runId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (control: Control) =>
      data(client.POST(controls[control], { params: { path: { run_id: runId } } })),
    onSuccess: (run) => {
      cache.setQueryData(keys.run(runId), run);
      return cache.invalidateQueries({ queryKey: keys.runs });
    },
  });
}

/** Run a step again, and all that rests on it. */
export function useRetry(runId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (stepId: string) =>
      data(
        client.POST('/api/v1/runs/{run_id}/steps/{step_id}/retry', {
          params: { path: { run_id: runId, step_id: stepId } },
        }),
      ),
    onSuccess: (run) => {
      cache.setQueryData(keys.run(runId), run);
      return cache.invalidateQueries({ queryKey: keys.runs });
    },
  });
}
