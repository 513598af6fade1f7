/** Going from card to card, and moving a picked-up card, with the arrow keys. Pure. */
import type { Task } from '@/api/types';
import { type Columns, statuses } from './columns';
import type { Drag } from './use-board-drag';

export function moved(drag: Drag, key: string, columns: Columns): Drag | null {
  const column = statuses.indexOf(drag.status);
  const places = columns[drag.status].filter((task) => task.id !== drag.taskId).length;
  switch (key) {
    case 'ArrowUp':
      return { ...drag, index: Math.max(0, drag.index - 1) };
    case 'ArrowDown':
      return { ...drag, index: Math.min(places, drag.index + 1) };
    case 'ArrowLeft':
    case 'ArrowRight': {
      const status = statuses[column + (key === 'ArrowLeft' ? -1 : 1)];
      if (!status) return drag;
      const most = columns[status].filter((task) => task.id !== drag.taskId).length;
      return { ...drag, status, index: Math.min(drag.index, most) };
    }
    default:
      return null;
  }
}

/** The card that an arrow key leads to; sideways past columns that are empty. */
export function neighbour(task: Task, key: string, columns: Columns): Task | undefined {
  const column = columns[task.status];
  const index = column.indexOf(task);
  switch (key) {
    case 'ArrowUp':
      return column[index - 1];
    case 'ArrowDown':
      return column[index + 1];
    case 'Home':
      return column[0];
    case 'End':
      return column.at(-1);
    case 'ArrowLeft':
    case 'ArrowRight': {
      const place = statuses.indexOf(task.status);
      const ahead = key === 'ArrowRight' ? statuses.slice(place + 1) : statuses.slice(0, place).reverse();
      const next = ahead.map((status) => columns[status]).find((tasks) => tasks.length > 0);
      return next?.[Math.min(index, next.length - 1)];
    }
    default:
      return undefined;
  }
}
