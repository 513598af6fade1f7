import { useCallback, useMemo, useState } from 'react';

export interface Selection {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  /** Everything from the last chosen one up to this one, in the order shown. */
  extend: (id: string, order: readonly string[]) => void;
  set: (ids: Iterable<string>) => void;
  clear: () => void;
}

const NONE: ReadonlySet<string> = new Set<string>();

/** Which of the shown tasks are chosen. What is no longer shown is not chosen any more. */
export function useSelection(shown: ReadonlySet<string>): Selection {
  const [{ chosen, anchor }, setState] = useState<{ chosen: ReadonlySet<string>; anchor: string | null }>({
    chosen: NONE,
    anchor: null,
  });
  const ids = useMemo(() => {
    if (chosen.size === 0) return NONE;
    return new Set([...chosen].filter((id) => shown.has(id)));
  }, [chosen, shown]);

  const toggle = useCallback((id: string) => {
    setState(({ chosen: before }) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return { chosen: next, anchor: id };
    });
  }, []);
  const extend = useCallback(
    (id: string, order: readonly string[]) => {
      const from = anchor === null ? -1 : order.indexOf(anchor);
      const to = order.indexOf(id);
      if (to === -1) return;
      const [first, last] = from === -1 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
      setState(({ chosen: before, anchor: kept }) => ({
        chosen: new Set([...before, ...order.slice(first, last + 1)]),
        anchor: kept ?? id,
      }));
    },
    [anchor],
  );
  const set = useCallback((next: Iterable<string>) => {
    setState({ chosen: new Set(next), anchor: null });
  }, []);
  const clear = useCallback(() => {
    setState({ chosen: NONE, anchor: null });
  }, []);
  return useMemo(() => ({ ids, toggle, extend, set, clear }), [ids, toggle, extend, set, clear]);
}
