import { useEffect, useState } from 'react';

interface Polled<T> {
  value: T | null;
  error: unknown;
}

/** Loads once, or again and again every `interval` ms, for pages too small to need a cache. */
export function usePolled<T>(load: () => Promise<T>, interval: number | null): Polled<T> {
  const [state, setState] = useState<Polled<T>>({ value: null, error: null });
  useEffect(() => {
    let live = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = () => {
      load()
        .then(
          (value) => {
            if (live) setState({ value, error: null });
          },
          (error: unknown) => {
            if (live) setState((old) => ({ value: old.value, error }));
          },
        )
        .finally(() => {
          if (live && interval !== null) timer = setTimeout(turn, interval);
        });
    };
    turn();
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [load, interval]);
  return state;
}
