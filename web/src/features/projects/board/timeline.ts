/** Days and bars of the timeline. Pure. */
import type { Task } from '@/api/types';
import { plusDays } from './choice';

const DAY = 86_400_000;

export interface Bar {
  start: string;
  end: string;
}

/** Whole days from one to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** A task with one date is a day long. */
export function barOf(task: Task): Bar | null {
  const start = task.starts_on ?? task.due_on;
  const end = task.due_on ?? task.starts_on;
  return start && end ? { start, end: end < start ? start : end } : null;
}

export type Grip = 'start' | 'end' | 'whole';

/** The bar after one of its ends, or all of it, went some days; never shorter than a day. */
export function dragged(bar: Bar, grip: Grip, days: number): Bar {
  if (grip === 'whole') return { start: plusDays(bar.start, days), end: plusDays(bar.end, days) };
  if (grip === 'start') {
    const start = plusDays(bar.start, days);
    return { start: start > bar.end ? bar.end : start, end: bar.end };
  }
  const end = plusDays(bar.end, days);
  return { start: bar.start, end: end < bar.start ? bar.start : end };
}

export interface Span {
  first: string;
  days: number;
}

const BEFORE = 14;
const AFTER = 42;
const MOST = 1100;

/** From a little before the first bar to a good while after the last, today always among them. */
export function spanOf(bars: readonly Bar[], today: string): Span {
  let [first, last] = [today, today];
  for (const bar of bars) {
    if (bar.start < first) first = bar.start;
    if (bar.end > last) last = bar.end;
  }
  first = plusDays(first, -BEFORE);
  const earliest = plusDays(today, -MOST / 2);
  if (first < earliest) first = earliest;
  return { first, days: Math.min(MOST, daysBetween(first, last) + AFTER) };
}

/** The first days of the months in a span, as offsets. */
export function months(span: Span): { day: string; at: number }[] {
  const found: { day: string; at: number }[] = [];
  for (let at = 0; at < span.days; at += 1) {
    const day = plusDays(span.first, at);
    if (at === 0 || day.endsWith('-01')) found.push({ day, at });
  }
  return found;
}
