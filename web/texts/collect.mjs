// `npm run texts [catalog…]` writes the texts of the source into the catalogs and keeps their translations;
// `--check` changes nothing and fails when a catalog is behind or a text has no translation.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import PO from 'pofile';
import { catalogs, fileOf, idOf, read, root, translated } from './catalogs.mjs';
import { messagesOf, USES_MACRO } from './macro.mjs';

const check = process.argv.includes('--check');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = catalogs().filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const faults = [];

for (const catalog of chosen) {
  const found = await collect(catalog);
  for (const language of translated) {
    const known = new Map(read(catalog, language).map((item) => [idOf(item), item]));
    if (check) inspect(catalog, language, found, known);
    else await write(fileOf(catalog, language), language, found, known);
  }
}
if (check) agree();
for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  console.error(
    `${faults.length} faults in the texts. \`npm --prefix web run texts\` collects them; then translate.`,
  );
  process.exit(1);
}

async function collect({ folders, except }) {
  const found = new Map();
  for (const folder of folders) {
    for (const file of await sources(folder, except)) {
      const code = await readFile(file, 'utf8');
      if (!USES_MACRO.test(code)) continue;
      for (const { message, context, comment } of await messagesOf(code, file)) {
        const item = new PO.Item();
        item.msgid = message;
        item.msgctxt = context ?? null;
        item.extractedComments = comment ? [comment] : [];
        found.set(idOf(item), item);
      }
    }
  }
  return found;
}

async function sources(folder, except) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !except.some((other) => relative(join(root, other), file).split('/')[0] !== '..'))
    .sort();
}

async function write(file, language, found, known) {
  if (found.size === 0) return rm(file, { force: true });
  const po = new PO();
  po.headers = { 'Content-Type': 'text/plain; charset=UTF-8', Language: language };
  po.items = [...found].sort(byMessage).map(([id, item]) => {
    item.msgstr = known.get(id)?.msgstr ?? [''];
    return item;
  });
  await writeFile(file, `${po.toString().trimEnd()}\n`);
  const open = po.items.filter((item) => item.msgstr[0] === '');
  console.log(`${relative(root, file)}: ${po.items.length} texts, ${open.length} to translate`);
  for (const item of open) console.log(`  ${item.msgid}`);
}

function byMessage([, one], [, other]) {
  return one.msgid < other.msgid
    ? -1
    : one.msgid > other.msgid
      ? 1
      : (one.msgctxt ?? '') < (other.msgctxt ?? '')
        ? -1
        : 1;
}

function inspect({ name }, language, found, known) {
  for (const [id, item] of found) {
    const translation = known.get(id)?.msgstr[0];
    if (translation === undefined) faults.push(`${name}: not collected: ${item.msgid}`);
    else if (translation === '') faults.push(`${name}: no ${language} for: ${item.msgid}`);
    else if (holes(translation) !== holes(item.msgid))
      faults.push(`${name}: other values or tags in ${language} than in: ${item.msgid}`);
  }
  for (const [id, item] of known)
    if (!found.has(id)) faults.push(`${name}: no longer in the source: ${item.msgid}`);
}

/** The values and tags that a message has, whatever their order. */
function holes(message) {
  const names = message.match(/(?<!(?:zero|one|two|few|many|other|=\d+) )\{\s*\w+\s*[,}]|<\/?\d+\/?>/g) ?? [];
  return [...new Set(names.map((one) => one.replace(/[\s,}]/g, '')))].sort().join(' ');
}

/** One text has one translation, else which of them is shown would be chance; a context tells two meanings apart. */
function agree() {
  for (const language of translated) {
    const all = new Map();
    for (const catalog of chosen) {
      for (const item of read(catalog, language)) {
        const other = all.get(idOf(item));
        if (other !== undefined && other !== item.msgstr[0])
          faults.push(`two ${language} for "${item.msgid}": "${other}" and "${item.msgstr[0]}"`);
        all.set(idOf(item), item.msgstr[0]);
      }
    }
  }
}
