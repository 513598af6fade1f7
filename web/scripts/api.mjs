// Writes src/api/schema.d.ts from the server's OpenAPI document: `npm run api -- path/to/openapi.json`
// With --check it writes nothing and fails when the file is stale.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const args = process.argv.slice(2);
const source = args.find((arg) => !arg.startsWith('--'));
if (!source) {
  console.error('usage: npm run api -- path/to/openapi.json [--check]');
  process.exit(2);
}
const target = fileURLToPath(new URL('../src/api/schema.d.ts', import.meta.url));
const schema = astToString(
  await openapiTS(pathToFileURL(path.resolve(source)), { alphabetize: true, defaultNonNullable: false }),
);
const text = `// Generated from the server's OpenAPI document by \`make api\`. Do not edit.\n${schema}`;

if (args.includes('--check')) {
  const present = await readFile(target, 'utf8').catch(() => '');
  if (present !== text) {
    console.error('src/api/schema.d.ts is stale: run `make api`.');
    process.exit(1);
  }
} else {
  await writeFile(target, text);
  console.log(`wrote ${path.relative(process.cwd(), target)}`);
}
