// Where texts are written and where their translations stand: one catalog per folder, so that two people seldom meet in one file.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateMessageId } from '@lingui/message-utils/generateMessageId';
import PO from 'pofile';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** English stands in the source; these are translated. */
export const translated = ['de'];
export const languages = ['en', ...translated];

/** What every page needs, so it is loaded before anybody has signed in. */
const shared = { name: 'shared', folders: ['src/components', 'src/lib', 'src/api', 'src/app/public'] };
const app = { name: 'app', folders: ['src/app'], except: ['src/app/public'] };

export function catalogs() {
  const features = readdirSync(join(root, 'src/features')).map((name) => ({
    name,
    folders: [`src/features/${name}`],
  }));
  return [shared, app, ...features].map((catalog) => ({ except: [], ...catalog }));
}

/** Catalogs travel to the browser in two bundles. */
export const bundles = {
  public: ({ name }) => name === 'shared' || name === 'identity',
  inside: ({ name }) => name !== 'shared' && name !== 'identity',
};

export function fileOf(catalog, language) {
  const home = catalog.name === 'shared' ? 'src/components' : catalog.folders[0];
  return join(root, home, `texts.${language}.po`);
}

export function read(catalog, language) {
  const file = fileOf(catalog, language);
  return existsSync(file) ? PO.parse(readFileSync(file, 'utf8')).items : [];
}

export function idOf(item) {
  return generateMessageId(item.msgid, item.msgctxt ?? '');
}
