import { QueryClient } from '@tanstack/react-query';
import { Problem } from '@/api/problem';

export const queryClient = new QueryClient({
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
