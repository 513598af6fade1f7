import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { Agent, AgentSummary } from '@/api/types';
import { useMay } from '@/api/use-may';

const PAGE = 500;

export function agentsOptions(words: string, retired = false) {
  return queryOptions({
    queryKey: keys.agentList(words, retired),
    queryFn: async ({ signal }) => {
      const found: AgentSummary[] = [];
      let cursor: string | null = null;
      do {
        const query = { q: words, retired, limit: PAGE, ...(cursor === null ? {} : { cursor }) };
        const page: { items: AgentSummary[]; next_cursor: string | null } = await data(
          client.GET('/api/v1/agents', { params: { query }, signal }),
        );
        found.push(...page.items);
        cursor = page.next_cursor;
      } while (cursor !== null);
      return found;
    },
    placeholderData: keepPreviousData,
  });
}

export const familiesOptions = queryOptions({
  queryKey: keys.agentFamilies,
  queryFn: async ({ signal }) => (await data(client.GET('/api/v1/agent-families', { signal }))).items,
  staleTime: Infinity,
});

export function agentOptions(name: string, version?: number) {
  return queryOptions({
    queryKey: keys.agentVersion(name, version),
    queryFn: ({ signal }) =>
      data(
        client.GET('/api/v1/agents/{name}', {
          params: { path: { name }, query: version === undefined ? {} : { version } },
          signal,
        }),
      ),
  });
}

export function versionsOptions(name: string) {
  return queryOptions({
    queryKey: keys.agentVersions(name),
    queryFn: async ({ signal }) => {
      const params = { path: { name }, query: { limit: PAGE } };
      return (await data(client.GET('/api/v1/agents/{name}/versions', { params, signal }))).items;
    },
  });
}

/** Which agent is for a request in plain words. */
export function choiceOptions(request: string, wanted: boolean) {
  return queryOptions({
    queryKey: keys.agentChoice(request),
    queryFn: ({ signal }) => data(client.POST('/api/v1/agents/choose', { body: { request }, signal })),
    enabled: wanted,
    placeholderData: keepPreviousData,
  });
}

/** What is wrong with a text; `name` is the agent that is being changed. */
export function faultsOptions(text: string, name: string | undefined) {
  return queryOptions({
    queryKey: keys.agentFaults(name, text),
    queryFn: async ({ signal }) => {
      const body = { text, name: name ?? null };
      return (await data(client.POST('/api/v1/agents/validate', { body, signal }))).faults;
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

export function useSaveAgent() {
  return useChange(({ name, text, version }: { name?: string; text: string; version?: number }) =>
    name === undefined || version === undefined
      ? data(client.POST('/api/v1/agents', { body: { text } }))
      : data(client.PUT('/api/v1/agents/{name}', { params: { path: { name } }, body: { text, version } })),
  );
}

export function useRetireAgent() {
  return useChange((name: string) =>
    data(client.POST('/api/v1/agents/{name}/retire', { params: { path: { name } } })),
  );
}

export function useRestoreAgent() {
  return useChange((name: string) =>
    data(client.POST('/api/v1/agents/{name}/restore', { params: { path: { name } } })),
  );
}

/** Whether the person may write agents. */
export const useMayWrite = () => useMay('agent:write');

function useChange<Input>(change: (input: Input) => Promise<Agent>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (agent) => {
      cache.setQueryData(agentOptions(agent.name).queryKey, agent);
      return cache.invalidateQueries({ queryKey: keys.agents });
    },
  });
}
