/** What this server calls itself: asked once, remembered for the first paint of the next visit. */
import { useEffect, useSyncExternalStore } from 'react';
import { untilThere } from '@/lib/again';
import { nameProduct } from '@/lib/product';
import { client, data } from './client';
import type { Instance } from './types';

const KEY = 'coditect-instance';
const listeners = new Set<() => void>();
let known: Instance | null = remembered();
let asked: Promise<void> | null = null;

function remembered(): Instance | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Instance | null;
  } catch {
    return null;
  }
}

function learn(instance: Instance): void {
  const text = JSON.stringify(instance);
  if (text === JSON.stringify(known)) return;
  localStorage.setItem(KEY, text);
  known = instance;
  wear(instance.accent);
  nameProduct(instance.name);
  for (const listener of listeners) listener();
}

// Few installations have an accent of their own; the others need not know how to wear one.
let wears = false;

function wear(accent: string | null): void {
  if (accent === null && !wears) return;
  wears = true;
  untilThere(() => import('@/lib/accent'))().then(
    ({ wearAccent }) => {
      wearAccent(accent);
    },
    () => undefined, // it decorates
  );
}

/** Puts on what the last visit knew; called before the first paint. */
export function wearRemembered(): void {
  if (!known) return;
  nameProduct(known.name);
  wear(known.accent);
}

export function useInstance(): Instance | null {
  useEffect(() => {
    asked ??= data(client.GET('/api/v1/instance')).then(learn, () => {
      // The page works without it; the next one asks again.
      asked = null;
    });
  }, []);
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => known,
  );
}
