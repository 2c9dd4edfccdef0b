import regexp from 'eslint-plugin-regexp';
import redos from 'eslint-plugin-redos';
import tseslint from 'typescript-eslint';
import { layers } from './layers.mjs';

/** Core layers are pure: no Node, no editor, no clock, no network. */
const notInTheCore = ['node:*', 'vscode', 'vscode-*', '@vscode/*'];
const clockAndNetwork = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Today is a parameter: the core has no clock.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Today is a parameter: the core has no clock.',
  },
];

/** Folders below a layer's own that its files may lie in. */
const depths = [0, 1, 2, 3];

const layerRules = layers.flatMap(({ folder, mayImport, core }) => {
  const isFile = folder.endsWith('.ts');
  const others = layers
    .filter((other) => other.folder !== folder && !mayImport.includes(other.folder))
    .map((other) => other.folder.replace(/\.ts$/, ''));
  return (isFile ? [0] : depths).map((depth) => ({
    files: [isFile ? `server/src/${folder}` : `server/src/${folder}/${'*/'.repeat(depth)}*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              // As seen from the file, so that a layer may have a folder of the same name within.
              regex: `^${isFile ? '\\./' : '\\.\\./'.repeat(depth + 1)}(?:${others.join('|')})(?:/|$)`,
              message: `server/src/${folder} may import only ${mayImport.join(', ') || 'itself'} (docs/ARCHITECTURE.md).`,
            },
            ...(core ? [{ group: notInTheCore, message: 'The core is pure: no Node, no editor.' }] : []),
          ],
        },
      ],
      ...(core ? { 'no-restricted-syntax': ['error', ...clockAndNetwork] } : {}),
    },
  }));
});

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-host/', '.vscode-test/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, regexp.configs['flat/recommended']],
    plugins: { redos },
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Part of the check tries inputs at random: the same ones in every run, or it would now and then cry wolf.
      'redos/no-vulnerable': ['error', { randomSeed: 1 }],
      // A table walked by index is read with `!`: the compiler can't see the bound, and a default would hide a bug.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Iterating a string by code point is what Chinese text wants; nothing here depends on grapheme clusters.
      '@typescript-eslint/no-misused-spread': 'off',
      // Character classes live in typed arrays, which can't be typed by an enum.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
    },
  },
  ...layerRules,
  {
    // The client knows the server only through the protocol they share; the calendar and the places of pages are the
    // same, and the desktop makes a PDF as the command line does.
    files: ['client/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/server/src/(?!(?:lsp/protocol|rules/pageFile|text/calendar|pdf/printPdf)$)',
              message:
                'The client may import only lsp/protocol, rules/pageFile, text/calendar and pdf/printPdf of the server.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' }, // node:test's own style
  },
);
