/** What a verb says of itself, read with care: older activities may hold less. */
import { plural } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import type { Activity } from '@/api/types';

export type Data = Activity['data'];

export interface Said {
  who: ReactNode;
  /** The thing that it happened to, as a link where there is one. */
  thing: ReactNode;
}

export function tasksText(many: number): string {
  return plural(many, { one: '# task', other: '# tasks' });
}

export function count(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

export function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
