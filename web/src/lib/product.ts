/** What this installation is called; ours until it is known. */
import { useSyncExternalStore } from 'react';

let product = 'CODITECT';
const listeners = new Set<() => void>();

export function nameProduct(name: string): void {
  product = name;
  for (const listener of listeners) listener();
}

export function useProduct(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => product,
  );
}
