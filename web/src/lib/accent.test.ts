import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accentOn, grounds } from './accent';
import { contrast, READABLE } from './contrast';

const css = readFileSync(new URL('../components/theme.css', import.meta.url), 'utf8');
const hostile = ['#ffff00', '#ffffff', '#000000', '#7f7f7f', '#ff0000', '#00ff88', '#1f6fd1', '#d9a514'];

describe.each(['light', 'dark'] as const)('an accent of one’s own, %s', (scheme) => {
  it.each(hostile)('%s can be read on every ground', (hex) => {
    const { accent, hover, on, soft, ink } = accentOn(scheme, hex);
    for (const ground of grounds[scheme]) {
      expect(contrast(ink, ground)).toBeGreaterThanOrEqual(READABLE);
    }
    expect(contrast(on, accent)).toBeGreaterThanOrEqual(READABLE);
    expect(contrast(on, hover)).toBeGreaterThanOrEqual(READABLE);
    expect(contrast(ink, soft)).toBeGreaterThanOrEqual(READABLE);
  });

  it('knows the grounds of the theme', () => {
    const block =
      new RegExp(`\\[data-mantine-color-scheme='${scheme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
    const names = ['bg', 'bg-rail', 'bg-raised', 'bg-hover'];
    const found = names.map((name) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block)?.[1]);
    expect(new Set(grounds[scheme])).toEqual(new Set(found));
  });
});

it('leaves a colour alone that can be read already', () => {
  expect(accentOn('light', '#1f6fd1').accent).toBe('#1f6fd1');
});
