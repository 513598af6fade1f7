/** How far the work on each task of the process is, from what became of its build tasks on the board. Pure. */
import type { Analysis, Workflow } from '@/api/types';

export type Work = 'planned' | 'begun' | 'done';

export function progressOf(analysis: Analysis | null, board: Workflow['board']): ReadonlyMap<string, Work> {
  const status = new Map(board.map((one) => [one.build_task_id, one.status]));
  const found = new Map<string, Work>();
  for (const task of analysis?.tasks ?? []) {
    const work = (analysis?.build_tasks ?? [])
      .filter((one) => one.source_task === task.id)
      .map((one) => status.get(one.id))
      .filter((one) => one !== undefined && one !== 'cancelled');
    if (work.length === 0) continue;
    if (work.every((one) => one === 'done')) found.set(task.id, 'done');
    else found.set(task.id, work.some((one) => one !== 'open') ? 'begun' : 'planned');
  }
  return found;
}
