import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { themed } from './diagram-colours';

const palette = new URL('../../../../src/coditect/workflows/diagrams/palette.py', import.meta.url);
const theme = readFileSync(new URL('../../components/theme.css', import.meta.url), 'utf8');

it.runIf(existsSync(palette))(
  'knows every colour of the light palette, each by a variable that the theme sets',
  () => {
    const light = /LIGHT = Palette\(([^]*?)\n\)/.exec(readFileSync(palette, 'utf8'))?.[1] ?? '';
    const colours = [...new Set(light.match(/#[0-9a-f]{6}/g))];
    expect(colours.length).toBeGreaterThan(20);
    for (const colour of colours) {
      const variable = /^var\((--[\w-]+), #/.exec(themed(colour))?.[1] ?? '(none)';
      expect(theme, colour).toContain(`${variable}: `);
    }
  },
);

it('leaves other colours alone', () => {
  expect(themed('none')).toBe('none');
  expect(themed('var(--diagram-text,#151a22)')).toBe('var(--diagram-text,#151a22)');
});
