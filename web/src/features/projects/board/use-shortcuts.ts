import { type RefObject, useEffect } from 'react';
import type { Task } from '@/api/types';
import type { BoardState, PickedField } from './board-context';

const fields: Record<string, PickedField> = { s: 'status', e: 'assignee', l: 'labels', p: 'priority' };

/** Single keys that act on what is focused or chosen. They are silent while somebody types or a menu is open. */
export function useShortcuts(board: BoardState, adder: RefObject<() => void>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role=dialog], [role=menu]')) return;
      if (act(event, board, adder)) event.preventDefault();
    };
    // Here the key for searching finds tasks; everywhere else it opens the search over everything.
    const slash = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target) || document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      document.querySelector<HTMLElement>('[data-board-filter]')?.focus();
    };
    window.addEventListener('keydown', slash, { capture: true });
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', slash, { capture: true });
      window.removeEventListener('keydown', listen);
    };
  }, [board, adder]);
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

function act(event: KeyboardEvent, board: BoardState, adder: RefObject<() => void>): boolean {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key !== 'a' || board.shown.length === 0) return false;
    board.selection.set(board.shown.map((task) => task.id));
    return true;
  }
  if (key === 'c') {
    adder.current();
    return true;
  }
  if (key === 'escape' && board.selection.ids.size > 0) {
    board.selection.clear();
    return true;
  }
  if (key === 'x') {
    const task = focusedTask(board);
    if (task) board.selection.toggle(task.id);
    return task !== undefined;
  }
  const chosen = subjects(board);
  if (chosen.length === 0) return false;
  const field = fields[key];
  if (field) board.pick(field, chosen);
  else if (key === 'delete' || key === 'backspace') board.remove(chosen);
  else return false;
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
