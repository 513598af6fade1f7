/** Keys that do something: pages say theirs, `?` lists them all, and nothing fires while somebody types. */
import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** "c", "?", or one after the other: "g b". */
  keys: string;
  does: string;
  run: () => void;
}

export interface ShortcutGroup {
  title: string;
  shortcuts: readonly Shortcut[];
  /** Keys of the open page win over those that work everywhere. */
  page?: boolean;
}

/** How long the second key may take. */
const PAUSE = 1200;

let groups: readonly ShortcutGroup[] = [];
const listeners = new Set<() => void>();

function set(next: readonly ShortcutGroup[]): void {
  groups = next;
  for (const listener of listeners) listener();
}

/** Offers keys as long as the calling component is shown. A page's win, then what was offered last. */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[], page = false): void {
  const newest = useRef(shortcuts);
  useEffect(() => {
    newest.current = shortcuts;
  });
  const names = shortcuts.map((one) => `${one.keys}\t${one.does}`).join('\n');
  useEffect(() => {
    const group: ShortcutGroup = {
      title,
      page,
      shortcuts: names.split('\n').map((line, index) => {
        const [keys = '', does = ''] = line.split('\t');
        return { keys, does, run: () => newest.current[index]?.run() };
      }),
    };
    set([...groups, group]);
    return () => {
      set(groups.filter((one) => one !== group));
    };
  }, [title, names, page]);
}

export function useOfferedShortcuts(): readonly ShortcutGroup[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => groups,
  );
}

/** Which shortcut the keys pressed so far mean, and whether they may become a longer one. Pure. */
export function match(
  offered: readonly ShortcutGroup[],
  pressed: readonly string[],
): { run?: () => void; open: boolean } {
  const typed = pressed.join(' ');
  const latest = [...offered].reverse();
  const byRank = [...latest.filter((group) => group.page), ...latest.filter((group) => !group.page)];
  const all = byRank.flatMap((group) => group.shortcuts);
  const exact = all.find((one) => one.keys === typed);
  if (exact) return { run: exact.run, open: false };
  return { open: all.some((one) => one.keys.startsWith(`${typed} `)) };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Listens from now on; the shell does it once. */
export function watchShortcuts(): () => void {
  let pressed: string[] = [];
  let last = 0;
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key.length !== 1 || isTyping(event.target)) return;
    // Behind an open dialog or menu the page's keys rest.
    if (document.querySelector(':is([role=dialog], [role=menu]):not([popover]:not(:popover-open))')) return;
    const now = Date.now();
    pressed = now - last < PAUSE ? [...pressed, event.key] : [event.key];
    last = now;
    let found = match(groups, pressed);
    if (!found.run && !found.open && pressed.length > 1) {
      pressed = [event.key];
      found = match(groups, pressed);
    }
    if (found.run) {
      event.preventDefault();
      pressed = [];
      found.run();
    } else if (!found.open) pressed = [];
  };
  window.addEventListener('keydown', listen);
  return () => {
    window.removeEventListener('keydown', listen);
  };
}
