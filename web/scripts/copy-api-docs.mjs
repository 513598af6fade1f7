// Puts the parts of Swagger UI that /api/docs needs beside the built page.
import { copyFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const from = new URL('../node_modules/swagger-ui-dist/', import.meta.url);
const to = new URL('../dist/api-docs/', import.meta.url);
await mkdir(to, { recursive: true });
for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE']) {
  await copyFile(fileURLToPath(new URL(name, from)), fileURLToPath(new URL(name, to)));
}
