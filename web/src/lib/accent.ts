/** An installation's own accent, worn in both schemes and kept readable whatever colour it is. */
import { mixed, readable } from './contrast';

interface Worn {
  accent: string;
  hover: string;
  on: string;
  soft: string;
  ink: string;
}

// The grounds of theme.css that accents stand on; accent.test.ts compares them.
export const grounds = {
  light: ['#ffffff', '#f7f8fa', '#f1f3f6'],
  dark: ['#0d1015', '#090b0f', '#141820', '#181d26'],
} as const;

const BLACK = '#000000';
const WHITE = '#ffffff';

/** Pure. */
export function accentOn(scheme: 'light' | 'dark', hex: string): Worn {
  const [page] = grounds[scheme];
  const end = scheme === 'light' ? BLACK : WHITE;
  const soft = mixed(page, hex, 0.12);
  const on = scheme === 'light' ? WHITE : mixed(BLACK, hex, 0.1);
  const accent = readable(hex, [page, on], end);
  return {
    accent,
    hover: mixed(accent, end, 0.16),
    on,
    soft,
    ink: readable(accent, [...grounds[scheme], soft], end),
  };
}

let sheet: CSSStyleSheet | null = null;

export function wearAccent(hex: string | null): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  sheet.replaceSync(hex ? `${rule('light', ':root, ', hex)} ${rule('dark', '', hex)}` : '');
}

function rule(scheme: 'light' | 'dark', also: string, hex: string): string {
  const { accent, hover, on, soft, ink } = accentOn(scheme, hex);
  // eslint-disable-next-line lingui/no-unlocalized-strings -- a rule of style
  return `${also}[data-mantine-color-scheme='${scheme}'] { --accent: ${accent}; --accent-hover: ${hover}; --on-accent: ${on}; --accent-soft: ${soft}; --accent-ink: ${ink}; }`;
}
