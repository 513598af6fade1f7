/** Moving a picked-up card with the arrow keys. Pure. */
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
