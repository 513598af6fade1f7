/** Calendar days as the board shows them; they have no time and no zone. */
import type { Task } from '@/api/types';
import { moment } from '@/lib/locale';
import { isOver, todayOf } from './choice';

const NOON = 'T12:00:00';

export function dayText(day: string): string {
  const date = new Date(`${day}${NOON}`);
  const sameYear = date.getFullYear() === new Date().getFullYear();
  return moment(date.getTime(), {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

export function lateness(task: Task): boolean {
  return task.due_on !== null && !isOver(task) && task.due_on < todayOf(new Date());
}
