// Fails when a page loads more JavaScript than it may: gzipped, from the entry through all static imports.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const PUBLIC_LIMIT = 110 * 1024;
const SHELL_LIMIT = 200 * 1024;
const publicPages = ['SignUpPage', 'LoginPage', 'CheckMailPage', 'VerifyEmailPage', 'MailboxPage'].map(
  (name) => `src/features/identity/${name}.tsx`,
);

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'));
const sizes = new Map();

async function size(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(await readFile(new URL(file, dist)), { level: 9 }).length);
  return sizes.get(file);
}

function closure(keys, seen = new Set()) {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    closure(manifest[key].imports ?? [], seen);
  }
  return seen;
}

async function total(...keys) {
  const files = [...closure(keys)].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'));
  return (await Promise.all(files.map(size))).reduce((sum, one) => sum + one, 0);
}

const shell = ['index.html', 'src/app/shell/Shell.tsx'];
const rows = [
  ...(await Promise.all(
    publicPages.map(async (page) => [page, await total('index.html', page), PUBLIC_LIMIT]),
  )),
  ['app shell', await total(...shell), SHELL_LIMIT],
];
const pages = Object.keys(manifest).filter(
  (key) => manifest[key].isDynamicEntry && !publicPages.includes(key),
);
for (const page of pages) rows.push([page, await total(...shell, page), null]);

let over = 0;
for (const [name, bytes, limit] of rows) {
  const bad = limit !== null && bytes > limit;
  over += bad ? 1 : 0;
  const allowed = limit === null ? '' : `of ${(limit / 1024).toFixed(0)} KB`;
  console.log(
    `${bad ? 'OVER ' : '     '}${(bytes / 1024).toFixed(1).padStart(6)} KB ${allowed.padEnd(10)} ${name}`,
  );
}
process.exit(over > 0 ? 1 : 0);
