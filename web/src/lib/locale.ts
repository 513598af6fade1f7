/** Numbers and moments as the reader writes them: in their language, their browser's flavour of it, and their time zone. */
import { i18n } from '@lingui/core';

let zone: string | undefined;
const formatters = new Map<string, unknown>();

/** The zone of all times from now on; none is the browser's own. */
export function setTimeZone(name: string | undefined): void {
  zone = name;
  formatters.clear();
}

export function timeZone(): string {
  return zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function locales(): string[] {
  return [i18n.locales ?? i18n.locale].flat();
}

/** One formatter for each use, made again when the language changes. */
function memo<T>(use: string, make: (locales: string[]) => T): T {
  const key = `${locales().join()} ${use}`;
  const known = formatters.get(key) as T | undefined;
  if (known !== undefined) return known;
  const made = make(locales());
  formatters.set(key, made);
  return made;
}

export function number(value: number, options: Intl.NumberFormatOptions = {}): string {
  return memo(`number ${JSON.stringify(options)}`, (of) => new Intl.NumberFormat(of, options)).format(value);
}

/** 42 as "42%" or "42 %". */
export function percent(value: number): string {
  return number(Math.round(value) / 100, { style: 'percent' });
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** 2516582 as "2.4 MB". */
export function bytes(value: number): string {
  const step = Math.min(Math.max(Math.floor(Math.log2(Math.max(value, 1)) / 10), 0), sizes.length - 1);
  return number(value / 1024 ** step, {
    style: 'unit',
    unit: sizes[step] ?? 'byte',
    maximumFractionDigits: step < 2 ? 0 : 1,
  });
}

export function moment(at: number, options: Intl.DateTimeFormatOptions): string {
  const timed = zone === undefined ? options : { ...options, timeZone: zone };
  return memo(`moment ${JSON.stringify(timed)}`, (of) => new Intl.DateTimeFormat(of, timed)).format(at);
}

export function relative(value: number, unit: Intl.RelativeTimeFormatUnit): string {
  const make = (of: string[]) => new Intl.RelativeTimeFormat(of, { numeric: 'auto', style: 'short' });
  return memo('relative', make).format(value, unit);
}

/** "one, two and three" */
export function listed(items: readonly string[]): string {
  return memo('list', (of) => new Intl.ListFormat(of, { type: 'conjunction' })).format(items);
}
