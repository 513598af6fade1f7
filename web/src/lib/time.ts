/** Times in words. All functions take the present as a value, so that they can be tested. */
import { t } from '@lingui/core/macro';
import { moment, number, relative } from './locale';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const thisYear = { day: 'numeric', month: 'short' } as const;
const otherYear = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const exact = { dateStyle: 'medium', timeStyle: 'short' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const calendarDay = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;

/** "now", "5 min. ago", "3 hr. ago", "yesterday", then a date. */
export function ago(iso: string, now: number): string {
  const at = Date.parse(iso);
  const past = Math.max(0, now - at);
  if (past < MINUTE) return t`just now`;
  if (past < HOUR) return relative(-Math.floor(past / MINUTE), 'minute');
  if (past < DAY) return relative(-Math.floor(past / HOUR), 'hour');
  if (past < 7 * DAY) return relative(-Math.floor(past / DAY), 'day');
  return date(at, now);
}

export function exactly(iso: string): string {
  return moment(Date.parse(iso), exact);
}

export function clockTime(iso: string): string {
  return moment(Date.parse(iso), clock);
}

/** "Today", "Yesterday" or the date, by the reader's calendar. */
export function dayName(iso: string, now: number): string {
  const at = Date.parse(iso);
  const day = moment(at, calendarDay);
  if (day === moment(now, calendarDay)) return t`Today`;
  if (day === moment(dayBefore(now), calendarDay)) return t`Yesterday`;
  return date(at, now);
}

/** Some moment of the day before: days around a clock change have 23 or 25 hours. */
function dayBefore(now: number): number {
  const today = moment(now, calendarDay);
  let at = now - 20 * HOUR;
  while (moment(at, calendarDay) === today) at -= HOUR;
  return at;
}

function date(at: number, now: number): string {
  const year = (when: number) => moment(when, { year: 'numeric' });
  return moment(at, year(at) === year(now) ? thisYear : otherYear);
}

/** How long something took: "40 ms", "0.4 s", "12 s", "3 min 5 s". */
export function duration(milliseconds: number): string {
  if (milliseconds < 100) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${number(seconds, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds - minutes * 60);
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
