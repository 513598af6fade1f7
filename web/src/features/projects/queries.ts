import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';

export const projectsOptions = queryOptions({
  queryKey: keys.projects,
  queryFn: async ({ signal }) => {
    const page = await data(client.GET('/api/v1/projects', { params: { query: { limit: 500 } }, signal }));
    return page.items;
  },
});

export function projectOptions(projectId: string) {
  return queryOptions({
    queryKey: keys.project(projectId),
    queryFn: ({ signal }) =>
      data(
        client.GET('/api/v1/projects/{project_id}', { params: { path: { project_id: projectId } }, signal }),
      ),
  });
}

export function createProject(name: string) {
  return data(client.POST('/api/v1/projects', { body: { name } }));
}

export function useCreateProject() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: createProject,
    onSuccess: (project) => {
      cache.setQueryData(projectOptions(project.id).queryKey, project);
      return cache.invalidateQueries({ queryKey: keys.projects, exact: true });
    },
  });
}

export function useRenameProject(projectId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: { name?: string; description?: string }) =>
      data(
        client.PATCH('/api/v1/projects/{project_id}', {
          params: { path: { project_id: projectId } },
          body: change,
        }),
      ),
    onSuccess: (project) => {
      cache.setQueryData(projectOptions(projectId).queryKey, project);
      return cache.invalidateQueries({ queryKey: keys.projects, exact: true });
    },
  });
}
