import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { components } from '@/api/schema';
import type { Analyst, WorkflowStatus } from '@/api/types';

export interface Filters {
  q?: string;
  status?: WorkflowStatus;
  domain?: string;
  /** Days of the reader's calendar, both counted in. */
  from?: string;
  to?: string;
}

const PAGE = 100;

/** The newest analyses of a project, for a glance. */
export function workflowsOptions(projectId: string) {
  return queryOptions({
    queryKey: [...keys.workflows(projectId), 'newest'] as const,
    queryFn: async ({ signal }) => {
      const query = { project_id: projectId, limit: PAGE };
      return (await data(client.GET('/api/v1/workflows', { params: { query }, signal }))).items;
    },
  });
}

export function historyOptions(projectId: string, filters: Filters) {
  return infiniteQueryOptions({
    queryKey: [...keys.workflows(projectId), 'history', filters] as const,
    queryFn: ({ signal, pageParam }) => {
      const { q, status } = filters;
      const domain = domains.find((one) => one === filters.domain);
      const query = {
        project_id: projectId,
        limit: PAGE,
        q,
        domain,
        status: status && [status],
        since: beginning(filters.from, 0),
        until: beginning(filters.to, 1),
        cursor: pageParam,
      };
      return data(client.GET('/api/v1/workflows', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

/** The moment at which a day begins for the reader, or the day that many later. */
function beginning(day: string | undefined, later: number): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day ?? '')) return undefined;
  const [year = 0, month = 1, date = 1] = (day ?? '').split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

export function workflowOptions(workflowId: string) {
  return queryOptions({
    queryKey: keys.workflow(workflowId),
    queryFn: ({ signal }) =>
      data(
        client.GET('/api/v1/workflows/{workflow_id}', {
          params: { path: { workflow_id: workflowId } },
          signal,
        }),
      ),
  });
}

export const samplesOptions = queryOptions({
  queryKey: keys.samples,
  queryFn: async ({ signal }) => (await data(client.GET('/api/v1/workflows/samples', { signal }))).items,
  staleTime: Infinity,
});

export interface NewWorkflow {
  project_id: string;
  description: string;
  title?: string;
  domain?: Domain;
}

export const domains = ['general', 'software', 'manufacturing', 'healthcare', 'finance'] as const;
export type Domain = (typeof domains)[number];

export function startAnalysis(body: NewWorkflow) {
  return data(client.POST('/api/v1/workflows', { body }));
}

export function useStartAnalysis() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: startAnalysis,
    onSuccess: (_, { project_id }) => cache.invalidateQueries({ queryKey: keys.workflows(project_id) }),
  });
}

export type SendTasks = components['schemas']['SendTasks'];

/** Puts build tasks on the board: all that are not there yet, or those chosen, with what was chosen for them. */
export function useSendToBoard(workflowId: string, projectId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (chosen: SendTasks) =>
      data(
        client.POST('/api/v1/workflows/{workflow_id}/tasks', {
          params: { path: { workflow_id: workflowId } },
          body: chosen,
        }),
      ),
    onSuccess: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.workflow(workflowId) }),
        cache.invalidateQueries({ queryKey: keys.tasks(projectId) }),
        cache.invalidateQueries({ queryKey: keys.project(projectId), exact: true }),
      ]),
  });
}

export function useDelete(workflowId: string, projectId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () =>
      data(
        client.DELETE('/api/v1/workflows/{workflow_id}', {
          params: { path: { workflow_id: workflowId } },
        }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.workflows(projectId) }),
  });
}

/** Analyzes again: everything, or from one analyst on with what stands before it. */
export function useRegenerate(workflowId: string, projectId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (startAt: Analyst['name'] | undefined) =>
      data(
        client.POST('/api/v1/workflows/{workflow_id}/regenerate', {
          params: { path: { workflow_id: workflowId } },
          body: startAt ? { start_at: startAt } : {},
        }),
      ),
    onSuccess: () => {
      cache.removeQueries({ queryKey: keys.diagram(workflowId) });
      return Promise.all([
        cache.invalidateQueries({ queryKey: keys.workflow(workflowId) }),
        cache.invalidateQueries({ queryKey: keys.workflows(projectId) }),
      ]);
    },
  });
}
