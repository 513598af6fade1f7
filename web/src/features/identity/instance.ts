/** What this server calls itself, for pages that are too small to carry a cache. */
import { useEffect, useState } from 'react';
import { client, data } from '@/api/client';
import type { Instance } from '@/api/types';

let asked: Promise<Instance> | null = null;

export function useInstance(): Instance | null {
  const [instance, setInstance] = useState<Instance | null>(null);
  useEffect(() => {
    let live = true;
    asked ??= data(client.GET('/api/v1/instance'));
    asked.then(
      (answer) => {
        if (live) setInstance(answer);
      },
      () => {
        // The page works without it; the next one asks again.
        asked = null;
      },
    );
    return () => {
      live = false;
    };
  }, []);
  return instance;
}
