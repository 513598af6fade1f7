/** What is lit: passages of the text and nodes of the diagram that belong together. One store, so that hovering redraws little. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Span } from '@/lib/spans';

export interface Light {
  spans: readonly Span[];
  refs: readonly string[];
  /** The text moves to the first passage only when the reader asked for it. */
  scroll: boolean;
}

const dark: Light = { spans: [], refs: [], scroll: false };

export class LightStore {
  private value = dark;
  private readonly listeners = new Set<() => void>();

  readonly get = () => this.value;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(spans: readonly Span[], refs: readonly string[], scroll = false): void {
    this.value = { spans, refs, scroll };
    for (const listener of this.listeners) listener();
  }

  clear(): void {
    if (this.value === dark) return;
    this.value = dark;
    for (const listener of this.listeners) listener();
  }
}

export const LightContext = createContext(new LightStore());

export function useLight(): Light {
  const store = useContext(LightContext);
  return useSyncExternalStore(store.subscribe, store.get);
}

/** Makes an element light up what it rests on: on hover and focus softly, on a press with the text moved to it. */
export function useLighting(spans: readonly Span[], refs: readonly string[] = []) {
  const store = useContext(LightContext);
  const light = () => {
    store.set(spans, refs);
  };
  const clear = () => {
    store.clear();
  };
  return {
    onPointerEnter: light,
    onPointerLeave: clear,
    onFocus: light,
    onBlur: clear,
    onClick: () => {
      store.set(spans, refs, true);
    },
  };
}
