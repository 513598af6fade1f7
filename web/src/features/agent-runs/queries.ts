import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { AgentRun, BudgetGiven, NewAgentRun, Settlement } from '@/api/types';
import { useMay } from '@/api/use-may';

export function agentRunsOptions(projectId?: string) {
  return infiniteQueryOptions({
    queryKey: [...keys.agentRuns, projectId],
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

/** Whether the person may give agents work and answer them. */
export const useMayRun = () => useMay('agent:run');

interface Call {
  number: number;
}

const onCall = (id: string, { number }: Call) => ({ path: { agent_run_id: id, number } });

/** What a person does to an agent run; the answer is how it stands now. */
function useDeed<Input>(id: string, act: (input: Input) => Promise<AgentRun>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (run) => {
      cache.setQueryData(agentRunOptions(id).queryKey, run);
      return cache.invalidateQueries({ queryKey: keys.agentRuns });
    },
  });
}

export function useAnswer(id: string) {
  return useDeed(id, ({ text, ...call }: Call & { text: string }) =>
    data(
      client.POST('/api/v1/agent-runs/{agent_run_id}/calls/{number}/answer', {
        params: onCall(id, call),
        body: { text },
      }),
    ),
  );
}

/** Allow a call; with a mode, the agent goes on in it and asks less. */
export function useAllow(id: string) {
  return useDeed(id, ({ mode, ...call }: Call & { mode: AgentRun['mode'] | null }) =>
    data(
      client.POST('/api/v1/agent-runs/{agent_run_id}/calls/{number}/allow', {
        params: onCall(id, call),
        body: { from_now_on: mode },
      }),
    ),
  );
}

export function useRefuse(id: string) {
  return useDeed(id, ({ why, ...call }: Call & { why: string }) =>
    data(
      client.POST('/api/v1/agent-runs/{agent_run_id}/calls/{number}/refuse', {
        params: onCall(id, call),
        body: { why },
      }),
    ),
  );
}

export function useStop(id: string) {
  return useDeed(id, () =>
    data(client.POST('/api/v1/agent-runs/{agent_run_id}/stop', { params: { path: { agent_run_id: id } } })),
  );
}

export function useGoOn(id: string) {
  return useDeed(id, (budget: BudgetGiven) =>
    data(
      client.POST('/api/v1/agent-runs/{agent_run_id}/go-on', {
        params: { path: { agent_run_id: id } },
        body: { budget },
      }),
    ),
  );
}

/** Take back what a call did to a file. */
export function useUndo(id: string) {
  return useDeed(id, ({ path, ...call }: Call & { path: string }) =>
    data(
      client.POST('/api/v1/agent-runs/{agent_run_id}/calls/{number}/undo', {
        params: onCall(id, call),
        body: { path },
      }),
    ),
  );
}

export function conflictsOptions(id: string) {
  return queryOptions({
    queryKey: [...keys.agentRun(id), 'conflicts'],
    queryFn: async ({ signal }) => {
      const params = { path: { agent_run_id: id } };
      return (await data(client.GET('/api/v1/agent-runs/{agent_run_id}/conflicts', { params, signal })))
        .items;
    },
    gcTime: 0,
  });
}

export function useSettle(id: string) {
  return useDeed(id, (files: Settlement[]) =>
    data(
      client.POST('/api/v1/agent-runs/{agent_run_id}/settle', {
        params: { path: { agent_run_id: id } },
        body: { files },
      }),
    ),
  );
}

export function useBegin(name: string) {
  return useMutation({
    mutationFn: (work: NewAgentRun) =>
      data(client.POST('/api/v1/agents/{name}/runs', { params: { path: { name } }, body: work })),
  });
}

/** The projects to choose from. */
export const placesOptions = queryOptions({
  queryKey: keys.projects,
  queryFn: async ({ signal }) => {
    const page = await data(client.GET('/api/v1/projects', { params: { query: { limit: 500 } }, signal }));
    return page.items;
  },
});
