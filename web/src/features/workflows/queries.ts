import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import { problemFrom } from '@/api/problem';
import { sessionFetch } from '@/api/session';

export function workflowsOptions(projectId: string, q = '') {
  return queryOptions({
    queryKey: [...keys.workflows(projectId), q] as const,
    queryFn: async ({ signal }) => {
      const query = { project_id: projectId, limit: 200, q };
      const page = await data(client.GET('/api/v1/workflows', { params: { query }, signal }));
      return page.items;
    },
  });
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

/** The drawing itself, as text; it is cleaned before it is shown. */
export function diagramOptions(workflowId: string, ready: boolean) {
  return queryOptions({
    queryKey: keys.diagram(workflowId),
    queryFn: async ({ signal }) => {
      const response = await sessionFetch(new Request(exportUrl(workflowId, 'svg'), { signal }));
      if (!response.ok) throw await problemFrom(response);
      return response.text();
    },
    enabled: ready,
    staleTime: Infinity,
    throwOnError: false,
  });
}

export function exportUrl(workflowId: string, format: string, download = false): string {
  return `${window.location.origin}/api/v1/workflows/${workflowId}/export/${format}${download ? '?download=1' : ''}`;
}

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

export function useSendToBoard(workflowId: string, projectId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[] | undefined) =>
      data(
        client.POST('/api/v1/workflows/{workflow_id}/tasks', {
          params: { path: { workflow_id: workflowId } },
          body: ids ? { ids } : {},
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

export function useRegenerate(workflowId: string, projectId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () =>
      data(
        client.POST('/api/v1/workflows/{workflow_id}/regenerate', {
          params: { path: { workflow_id: workflowId } },
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
