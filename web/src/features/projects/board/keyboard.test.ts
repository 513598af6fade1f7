import { expect, it } from 'vitest';
import type { Task } from '@/api/types';
import type { Columns } from './columns';
import { moved } from './keyboard';

const tasks = (...ids: string[]) => ids.map((id) => ({ id })) as Task[];
const columns: Columns = {
  open: tasks('a', 'b', 'c'),
  in_progress: tasks('d'),
  blocked: [],
  done: [],
  cancelled: [],
};
const drag = { taskId: 'c', status: 'open', index: 2, at: null } as const;

it('stays inside the column', () => {
  expect(moved(drag, 'ArrowDown', columns)?.index).toBe(2);
  expect(moved({ ...drag, index: 0 }, 'ArrowUp', columns)?.index).toBe(0);
  expect(moved(drag, 'ArrowUp', columns)?.index).toBe(1);
});

it('goes to the neighbouring column, no lower than its end', () => {
  expect(moved(drag, 'ArrowRight', columns)).toMatchObject({ status: 'in_progress', index: 1 });
  expect(moved(drag, 'ArrowLeft', columns)).toEqual(drag);
});

it('leaves other keys alone', () => {
  expect(moved(drag, 'x', columns)).toBeNull();
});
