import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { keys } from '@/api/keys';
import { onRefused } from '@/api/live';
import { Problem } from '@/api/problem';

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: look }),
  mutationCache: new MutationCache({ onError: look }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) =>
        count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500),
      throwOnError: (error, query) =>
        error instanceof Problem && error.status === 404 && query.state.data === undefined,
    },
    mutations: { retry: false },
  },
});

/** Whoever was removed while the page was open learns it from their own organizations. */
function lookWhereIBelong(): void {
  void queryClient.invalidateQueries({ queryKey: keys.me });
}

function look(error: unknown): void {
  if (error instanceof Problem && error.code === 'not_a_member') lookWhereIBelong();
}

onRefused(lookWhereIBelong);
