/** How tasks stand in columns, and where a moved one lands. Pure. */
import { t } from '@lingui/core/macro';
import type { Priority, Task, TaskStatus } from '@/api/types';
import { priorities, statuses } from './values';

export { priorities, statuses };

/** Read when it is shown, so that it follows the language. */
export const statusLabel: Record<TaskStatus, string> = {
  get open() {
    return t({ message: 'Open', context: 'status of a task' });
  },
  get in_progress() {
    return t`In progress`;
  },
  get blocked() {
    return t`Blocked`;
  },
  get done() {
    return t({ message: 'Done', context: 'status of a task' });
  },
  get cancelled() {
    return t`Cancelled`;
  },
};

export const priorityLabel: Record<Priority, string> = {
  get high() {
    return t({ message: 'High', context: 'priority' });
  },
  get medium() {
    return t({ message: 'Medium', context: 'priority' });
  },
  get low() {
    return t({ message: 'Low', context: 'priority' });
  },
};

export type Columns = Record<TaskStatus, Task[]>;

export function columnsOf(tasks: readonly Task[]): Columns {
  const columns: Columns = { open: [], in_progress: [], blocked: [], done: [], cancelled: [] };
  for (const task of tasks) columns[task.status].push(task);
  for (const status of statuses)
    columns[status].sort((a, b) => a.position - b.position || a.number - b.number);
  return columns;
}

const GAP = 1024;

/** A sort key for place `index` of a column that the moved task is not part of. */
export function positionAt(column: readonly Task[], index: number): number {
  const before = column[index - 1]?.position;
  const after = column[index]?.position;
  if (before === undefined && after === undefined) return GAP;
  if (before === undefined) return (after ?? 0) - GAP;
  if (after === undefined) return before + GAP;
  return (before + after) / 2;
}

export interface Move {
  taskId: string;
  status: TaskStatus;
  index: number;
}

/** What to tell the server about a move, or null when nothing changes. */
export function changeFor(
  tasks: readonly Task[],
  move: Move,
): { status: TaskStatus; position: number } | null {
  const column = columnsOf(tasks)[move.status];
  const from = column.findIndex((task) => task.id === move.taskId);
  const rest = column.filter((task) => task.id !== move.taskId);
  const index = Math.max(0, Math.min(rest.length, move.index));
  if (from === index) return null;
  return { status: move.status, position: positionAt(rest, index) };
}

const texts = new WeakMap<Task, string>();

/** What a person would search a task by; made once for each state of a task. */
function textOf(task: Task): string {
  let text = texts.get(task);
  if (text === undefined) {
    text = [`#${task.number}`, task.title, task.description, task.assignee?.name, ...task.labels]
      .join('\n')
      .toLowerCase();
    texts.set(task, text);
  }
  return text;
}

/** Tasks that mention every word, in any field a person would search by. */
export function matching(tasks: readonly Task[], find: string): readonly Task[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return tasks;
  return tasks.filter((task) => {
    const text = textOf(task);
    return words.every((word) => text.includes(word));
  });
}
