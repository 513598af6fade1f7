import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { Me } from '@/api/types';
import type { AgentRun } from '@/api/types';

export function agentRunsOptions(projectId?: string) {
  return infiniteQueryOptions({
    queryKey: keys.agentRunList(projectId),
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: 50,
        ...(projectId && { project_id: projectId }),
        ...(pageParam && { cursor: pageParam }),
      };
      return data(client.GET('/api/v1/agent-runs', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

export function agentRunOptions(id: string) {
  return queryOptions({
    queryKey: keys.agentRun(id),
    queryFn: ({ signal }) =>
      data(
        client.GET('/api/v1/agent-runs/{agent_run_id}', { params: { path: { agent_run_id: id } }, signal }),
      ),
  });
}

/** Whether the person may give agents work and answer them, by the role that the server told. */
export function useMayRun(): boolean {
  const me = useQueryClient().getQueryData<Me>(keys.me);
  const here = me?.organizations.find((one) => one.id === me.active_organization_id);
  return here !== undefined && ['owner', 'admin', 'developer'].includes(here.role);
}

/** What a person does to an agent run; the answer is how it stands now. */
export function useDeed<Input>(id: string, act: (input: Input) => Promise<AgentRun>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (run) => {
      cache.setQueryData(agentRunOptions(id).queryKey, run);
      return cache.invalidateQueries({ queryKey: keys.agentRuns });
    },
  });
}
