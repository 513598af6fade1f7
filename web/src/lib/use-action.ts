import { useState } from 'react';

interface Action<Input> {
  run: (input: Input) => Promise<void>;
  busy: boolean;
  error: unknown;
}

/** One thing a page does once at a time: whether it is under way, and what went wrong. */
export function useAction<Input>(act: (input: Input) => Promise<void>): Action<Input> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (input: Input) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await act(input);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, error };
}
