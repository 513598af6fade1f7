import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import lingui from 'eslint-plugin-lingui';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const shared = ['./src/lib', './src/components', './src/api'];
const features = readdirSync(new URL('src/features', import.meta.url));

/** shared → features → app: what stands left never imports what stands right, and features meet only in app. */
const zones = [
  ...shared.map((target) => ({ target, from: ['./src/features', './src/app'] })),
  { target: './src/api', from: './src/components' }, // components may show what api says, never the other way round
  { target: './src/lib', from: ['./src/components', './src/api'] },
  { target: './src/features', from: './src/app' },
  ...features.map((name) => ({
    target: `./src/features/${name}`,
    from: './src/features',
    except: [`./${name}`],
  })),
];

/** Strings that are no text: names, paths, keys, class names, attributes of programs. */
const notText = {
  ignore: [
    '^[^A-Za-z]*$',
    '^\\S*[./:#@_=$-]\\S*$',
    '^[a-z][A-Za-z0-9]*$',
    '^(M|m)[ \\d.,A-Za-z-]+$',
    '^CODITECT$',
    '^(var|calc|translate)\\(',
    '^(Ctrl|Alt|Shift|⌘)',
  ],
  ignoreNames: [
    {
      regex: {
        pattern:
          '^(class|classNames?|styles?|type|id|keys?|to|from|href|src|rel|role|d|fill|stroke|viewBox|method)$',
      },
    },
    {
      regex: {
        pattern:
          '^(aria-(controls|labelledby|describedby|keyshortcuts|current|live|haspopup)|data-.*|autoComplete)$',
      },
    },
    {
      regex: {
        pattern:
          '^(transform|transition|gridTemplate.*|strokeDasharray|position|width|height|accept|sizes|yOffset)$',
      },
    },
    { regex: { pattern: '^[A-Z][A-Z0-9_]*$' } },
    'displayName',
    { regex: { pattern: '^name$' } },
  ],
  ignoreFunctions: [
    'import',
    'require',
    'Error',
    'RegExp',
    'console.*',
    'lazyRouteComponent',
    'page',
    'getRouteApi',
    'client.*',
    '*.addEventListener',
    '*.removeEventListener',
    '*.querySelector*',
    '*.closest',
    '*.matches',
    '*.matchMedia',
    '*.includes',
    '*.startsWith',
    '*.endsWith',
    '*.split',
    '*.join',
    '*.getItem',
    '*.setItem',
    '*.removeItem',
    '*.getAttribute',
    '*.setAttribute',
    'Intl.*',
    'usePersisted',
    'super',
  ],
  useTsTypes: true,
};
/** Folders whose texts are still to be written as messages. */
const untranslated = [];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}', 'vite.config.ts'],
    extends: [tseslint.configs.strictTypeChecked, reactHooks.configs.flat.recommended],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-duplicates': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Router redirects are thrown objects by design of the router.
      '@typescript-eslint/only-throw-error': 'off',
      // Offsets and lengths are counted in code points, as the server counts them.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Event handlers may be async; what they throw is handled by the mutation they start.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, properties: false } },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/**/*.test.ts', 'src/**/*.d.ts', ...untranslated],
    plugins: { lingui },
    rules: {
      'lingui/no-unlocalized-strings': ['error', notText],
      'lingui/t-call-in-function': 'error',
      'lingui/no-single-variables-to-translate': 'error',
      'lingui/no-single-tag-to-translate': 'error',
      'lingui/no-trans-inside-trans': 'error',
    },
  },
  {
    files: ['scripts/**/*.mjs', 'texts/**/*.mjs', 'public/**/*.js', 'eslint.config.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        document: 'readonly',
        window: 'readonly',
        localStorage: 'readonly',
        setTimeout: 'readonly',
        fetch: 'readonly',
      },
    },
  },
);
