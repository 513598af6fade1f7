// Lingui's macro, run by Babel on those files only that use it.
import { transformAsync } from '@babel/core';
import macro from '@lingui/babel-plugin-lingui-macro';

export const USES_MACRO = /@lingui\/(core|react)\/macro/;

const parserOpts = { plugins: ['typescript', 'jsx'] };
const plain = { babelrc: false, configFile: false, browserslistConfigFile: false };
// Given here, so that nothing looks for a configuration file.
const linguiConfig = {
  locales: ['en'],
  sourceLocale: 'en',
  macro: { corePackage: ['@lingui/core/macro'], jsxPackage: ['@lingui/react/macro'] },
  runtimeConfigModule: {
    i18n: ['@lingui/core', 'i18n'],
    useLingui: ['@lingui/react', 'useLingui'],
    Trans: ['@lingui/react', 'Trans'],
  },
};

export function expand(code, filename) {
  return transformAsync(code, {
    ...plain,
    filename,
    parserOpts,
    plugins: [[macro, { linguiConfig }]],
    sourceMaps: true,
  });
}

/** Every message of a file, in the order of appearance. */
export async function messagesOf(code, filename) {
  const { default: extract } = await import('@lingui/babel-plugin-extract-messages');
  const found = [];
  await transformAsync(code, {
    ...plain,
    filename,
    parserOpts,
    code: false,
    plugins: [
      [macro, { extract: true, linguiConfig }],
      [extract, { onMessageExtracted: (message) => found.push(message) }],
    ],
  });
  return found;
}
