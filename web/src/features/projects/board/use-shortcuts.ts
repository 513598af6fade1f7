import { t } from '@lingui/core/macro';
import { type RefObject, useEffect } from 'react';
import type { Task } from '@/api/types';
import { useShortcuts as useKeys } from '@/lib/shortcuts';
import type { BoardState, PickedField } from './board-context';

/** Keys that act on what is focused or chosen. They are silent while somebody types or a menu is open. */
export function useShortcuts(board: BoardState, adder: RefObject<() => void>): void {
  const pick = (field: PickedField) => () => {
    board.pick(field, subjects(board));
  };
  useKeys(
    t({ message: 'Board', context: 'view' }),
    [
      // Here the key for searching finds tasks; everywhere else it opens the search over everything.
      { keys: '/', does: t`Find tasks`, run: findTasks },
      {
        keys: 'c',
        does: t`New task`,
        run: () => {
          adder.current();
        },
      },
      { keys: 's', does: t`Set the status`, run: pick('status') },
      { keys: 'e', does: t`Assign`, run: pick('assignee') },
      { keys: 'p', does: t`Set the priority`, run: pick('priority') },
      { keys: 'l', does: t`Set labels`, run: pick('labels') },
      {
        keys: 'x',
        does: t`Select`,
        run: () => {
          const task = focusedTask(board);
          if (task) board.selection.toggle(task.id);
        },
      },
    ],
    true,
  );
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role=dialog], [role=menu]')) return;
      if (act(event, board)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [board]);
}

function findTasks(): void {
  document.querySelector<HTMLElement>('[data-board-filter]')?.focus();
}

/** The chosen tasks, else the one in focus. */
function subjects(board: BoardState): Task[] {
  const { ids } = board.selection;
  if (ids.size > 0) return board.shown.filter((task) => ids.has(task.id));
  const focused = focusedTask(board);
  return focused ? [focused] : [];
}

function focusedTask(board: BoardState): Task | undefined {
  const id = document.activeElement?.closest<HTMLElement>('[data-task]')?.dataset['task'];
  return board.all.find((task) => task.id === id);
}

/** Keys that are no letters. */
function act(event: KeyboardEvent, board: BoardState): boolean {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key !== 'a' || board.shown.length === 0) return false;
    board.selection.set(board.shown.map((task) => task.id));
    return true;
  }
  if (key === 'escape' && board.selection.ids.size > 0) {
    board.selection.clear();
    return true;
  }
  if (key !== 'delete' && key !== 'backspace') return false;
  const chosen = subjects(board);
  board.remove(chosen);
  return chosen.length > 0;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
