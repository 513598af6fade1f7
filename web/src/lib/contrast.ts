/** Colours measured as the accessibility guidelines do, and moved until they can be read. Pure. */
type Rgb = readonly [number, number, number];

export const READABLE = 4.5;

function parsed(hex: string): Rgb {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}

function written(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function luminance(hex: string): number {
  const [r, g, b] = parsed(hex).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

export function mixed(hex: string, other: string, share: number): string {
  const [a, b] = [parsed(hex), parsed(other)];
  return written(a.map((part, at) => part + ((b[at] ?? 0) - part) * share) as unknown as Rgb);
}

const STEPS = 50;

/** The colour nearest to `hex` on its way to `end` that can be read on all `grounds`. */
export function readable(hex: string, grounds: readonly string[], end: string): string {
  for (let step = 0; step <= STEPS; step += 1) {
    const tried = mixed(hex, end, step / STEPS);
    if (grounds.every((ground) => contrast(tried, ground) >= READABLE)) return tried;
  }
  return end;
}
