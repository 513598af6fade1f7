import { useSyncExternalStore } from 'react';
import { describe } from '@/api/problem';

export interface Toast {
  id: number;
  text: string;
  kind: 'plain' | 'bad';
  action?: { label: string; run: () => void };
}

const SHOWN_FOR = 6000;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says something briefly at the edge of the page, with at most one thing to do about it. */
export function toast(text: string, action?: Toast['action'], kind: Toast['kind'] = 'plain'): void {
  const id = ++last;
  set([...toasts.slice(-2), { id, text, kind, ...(action ? { action } : {}) }]);
  setTimeout(() => {
    dismiss(id);
  }, SHOWN_FOR);
}

export function toastError(error: unknown): void {
  toast(describe(error), undefined, 'bad');
}

export function dismiss(id: number): void {
  set(toasts.filter((one) => one.id !== id));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
