import { themed } from './diagram-colours';

/** Turns the server's drawing into nodes that are safe to put into the page: only shapes and words, no references. */
const elements = new Set([
  ...[
    'svg',
    'g',
    'path',
    'rect',
    'circle',
    'ellipse',
    'line',
    'polyline',
    'polygon',
    'text',
    'tspan',
    'title',
    'desc',
  ],
]);

const attributes = new Set([
  ...[
    'xmlns',
    'viewBox',
    'width',
    'height',
    'x',
    'y',
    'x1',
    'y1',
    'x2',
    'y2',
    'cx',
    'cy',
    'r',
    'rx',
    'ry',
    'd',
    'points',
  ],
  ...[
    'dx',
    'dy',
    'transform',
    'class',
    'role',
    'aria-label',
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
  ],
  ...['stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'stroke-opacity', 'opacity', 'paint-order'],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'xml:space'],
]);

export function allowedElement(name: string): boolean {
  return elements.has(name);
}

export function allowedAttribute(name: string, value: string): boolean {
  if (!attributes.has(name) && !/^data-[a-z-]+$/.test(name)) return false;
  return !/url\s*\(|javascript:|expression/i.test(value);
}

export function safeSvg(text: string): SVGSVGElement | null {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  const root = parsed.documentElement;
  if (root.localName !== 'svg' || parsed.querySelector('parsererror')) return null;
  clean(root);
  withoutTitle(root);
  return document.importNode(root, true) as unknown as SVGSVGElement;
}

function clean(element: Element): void {
  for (const child of [...element.children]) {
    if (allowedElement(child.localName) && child.namespaceURI === 'http://www.w3.org/2000/svg') clean(child);
    else child.remove();
  }
  for (const attribute of [...element.attributes]) {
    if (!allowedAttribute(attribute.name, attribute.value)) element.removeAttribute(attribute.name);
    else if (attribute.name === 'fill' || attribute.name === 'stroke')
      attribute.value = themed(attribute.value);
  }
}

/** The page has the title already; the drawing begins where its title would end. */
function withoutTitle(root: Element): void {
  const heading = [...root.children].find((child) => child.localName === 'text');
  const body = [...root.children].find((child) => child.localName === 'g');
  const [, left, top] =
    /^translate\(([\d.]+)[ ,]([\d.]+)\)$/.exec(body?.getAttribute('transform') ?? '') ?? [];
  if (!heading || !left || !top) return;
  const cut = Number(top) - Number(left);
  const height = Number(root.getAttribute('height')) - cut;
  heading.remove();
  root.setAttribute('viewBox', `0 ${cut} ${root.getAttribute('width')} ${height}`);
  root.setAttribute('height', String(height));
}
