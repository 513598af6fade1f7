import { createContext, useContext } from 'react';
import type { Task } from '@/api/types';
import type { Choice } from './choice';
import type { Selection } from './use-selection';

export type PickedField = 'status' | 'priority' | 'assignee' | 'labels';

/** What every view of a board shares. */
export interface BoardState {
  projectId: string;
  all: readonly Task[];
  shown: readonly Task[];
  choice: Choice;
  choose: (choice: Choice, replace?: boolean) => void;
  selection: Selection;
  /** Ids in the orderRef in which the view shows them, for choosing from one to another. */
  orderRef: { current: readonly string[] };
  pick: (field: PickedField, tasks: readonly Task[]) => void;
  remove: (tasks: readonly Task[]) => void;
  open: (task: Task) => void;
  /** Tells people who do not see the screen. */
  say: (text: string) => void;
}

export const BoardContext = createContext<BoardState | null>(null);

export function useBoard(): BoardState {
  const state = useContext(BoardContext);
  if (!state) throw new Error('useBoard outside of a board');
  return state;
}
