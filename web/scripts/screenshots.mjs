// Looks at pages of a running server, as people will: at three widths, light and dark.
//   npm run screenshots -- --url http://127.0.0.1:8000 --out /tmp/shots [--storage state.json] [--only name,name] [--axe] /path[::name] …
// With --axe it also runs axe-core on each page and fails on any violation, console error or request to another host.
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8000' },
    out: { type: 'string', default: 'screenshots' },
    storage: { type: 'string' },
    widths: { type: 'string', default: '1440,1024,390' },
    schemes: { type: 'string', default: 'light,dark' },
    axe: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    wait: { type: 'string', default: '700' },
  },
});

const heights = { 1440: 900, 1024: 768, 390: 844 };
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
await mkdir(values.out, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    ...['--disable-component-update', '--disable-sync'],
  ],
});
let problems = 0;

function complain(where, what) {
  problems += 1;
  console.log(`${where}: ${what}`);
}

async function look(page, target, width, scheme) {
  const [route, given] = target.split('::');
  const name = given ?? (route.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home');
  const where = `${name} ${width} ${scheme}`;
  const noted = (message) => message.type() === 'error' && complain(where, `console: ${message.text()}`);
  const asked = (request) =>
    /^https?:/.test(request.url()) &&
    !request.url().startsWith(values.url) &&
    complain(where, `left for ${request.url()}`);
  const threw = (error) => complain(where, `error: ${error.message}`);
  page.on('console', noted).on('request', asked).on('pageerror', threw);
  await page.goto(values.url + route, { waitUntil: 'load' });
  await page.waitForTimeout(Number(values.wait));
  await page.screenshot({
    path: path.join(values.out, `${name}-${width}-${scheme}.png`),
    fullPage: values.full,
  });
  if (values.axe) {
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    for (const violation of result.violations) {
      complain(
        where,
        `axe ${violation.id}: ${violation.nodes
          .map((node) => node.target.join(' '))
          .slice(0, 4)
          .join(' | ')}`,
      );
    }
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) complain(where, `scrolls sideways by ${wide} px`);
  page.off('console', noted).off('request', asked).off('pageerror', threw);
}

for (const width of values.widths.split(',').map(Number)) {
  for (const scheme of values.schemes.split(',')) {
    const context = await browser.newContext({
      viewport: { width, height: heights[width] ?? 900 },
      colorScheme: scheme,
      // The policy forbids inline scripts; axe is evaluated by the debugger, so nothing has to be loosened.
      ...(values.storage ? { storageState: values.storage } : {}),
    });
    const page = await context.newPage();
    for (const target of positionals) await look(page, target, width, scheme);
    await context.close();
  }
}
await browser.close();
console.log(problems === 0 ? 'no problems' : `${problems} problems`);
process.exit(problems === 0 ? 0 : 1);
