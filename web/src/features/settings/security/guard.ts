import { createContext, useContext } from 'react';

export type Guard = <T>(act: () => Promise<T>) => Promise<T>;

export const ProofContext = createContext<Guard>((act) => act());

export function useGuard(): Guard {
  return useContext(ProofContext);
}
