// The Vite plugin: macros become calls, and `texts:<bundle>/<language>` is a module of compiled messages.
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { bundles, catalogs, fileOf, idOf, read, translated } from './catalogs.mjs';
import { expand, USES_MACRO } from './macro.mjs';

const PREFIX = 'texts:';

export function texts() {
  return {
    name: 'texts',
    enforce: 'pre',
    resolveId: { filter: { id: /^texts:/ }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0texts:/ },
      handler(id) {
        const [bundle, language] = id.slice(PREFIX.length + 1).split('/');
        const chosen = catalogs().filter(bundles[bundle]);
        for (const catalog of chosen) this.addWatchFile(fileOf(catalog, translated[0]));
        // English is what the translations translate, so it needs no file of its own.
        const items = chosen.flatMap((catalog) =>
          read(catalog, language === 'en' ? translated[0] : language),
        );
        const messages = Object.fromEntries(items.map((item) => [idOf(item), compiled(item, language)]));
        return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(messages))});`;
      },
    },
    transform: {
      filter: { id: /\.tsx?$/, code: USES_MACRO },
      async handler(code, id) {
        const { code: out, map } = await expand(code, id);
        return { code: out, map };
      },
    },
  };
}

function compiled(item, language) {
  const translation = language === 'en' ? '' : item.msgstr[0];
  return compileMessageOrThrow(translation || item.msgid);
}
