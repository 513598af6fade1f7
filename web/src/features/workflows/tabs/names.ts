import type { Analysis } from '@/api/types';

/** Names of actors and tasks by id; an id that is not known stands for itself. */
export function actorName(analysis: Analysis, id: string | null): string | null {
  if (id === null) return null;
  return analysis.actors.find((actor) => actor.id === id)?.name ?? id;
}

export function taskLabel(analysis: Analysis, id: string | null): string | null {
  if (id === null) return null;
  return analysis.tasks.find((task) => task.id === id)?.label ?? id;
}

export const actorFamily = {
  role: 'people',
  department: 'people',
  system: 'external',
  external: 'external',
} as const;
