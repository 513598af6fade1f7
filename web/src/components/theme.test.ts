import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');

function variables(scheme: 'light' | 'dark'): Map<string, string> {
  const block = new RegExp(`\\[data-mantine-color-scheme='${scheme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const families = ['people', 'agent', 'external', 'coordination', 'done', 'error'];
const grounds = ['bg', 'bg-rail', 'bg-raised', 'bg-hover'];
const pairs = [
  ...['ink', 'ink-2', 'ink-3', 'accent-ink', ...families.map((f) => `${f}-ink`)].flatMap((ink) =>
    grounds.map((ground) => [ink, ground] as const),
  ),
  ...families.map((family) => [`${family}-ink`, `${family}-bg`] as const),
  ['on-accent', 'accent'] as const,
  ['on-accent', 'accent-hover'] as const,
  ['accent-ink', 'accent-soft'] as const,
  ['ink', 'mark'] as const,
  ['ink', 'mark-strong'] as const,
  ['ink-2', 'bg-active'] as const,
];

describe.each(['light', 'dark'] as const)('%s theme', (scheme) => {
  const colours = variables(scheme);
  it.each(pairs)('%s on %s can be read', (ink, ground) => {
    expect(contrast(colours.get(ink) ?? '#000000', colours.get(ground) ?? '#000000')).toBeGreaterThanOrEqual(
      4.5,
    );
  });
});
