/**
 * The layers of server/src, from the bottom up. `mayImport` names the other folders a folder may import; `core` ones
 * are pure. The linter (eslint.config.mjs) and test/unit/layers.test.ts both read this table.
 * @type {readonly { folder: string, mayImport: readonly string[], core: boolean }[]}
 */
export const layers = [
  { folder: 'text', mayImport: [], core: true },
  { folder: 'knowledge', mayImport: ['text'], core: true },
  { folder: 'report', mayImport: ['text', 'knowledge'], core: true },
  { folder: 'spelling', mayImport: ['text', 'knowledge'], core: true },
  { folder: 'rules', mayImport: ['text', 'knowledge', 'report', 'spelling'], core: true },
  { folder: 'configuration', mayImport: ['text', 'knowledge', 'report', 'rules'], core: true },
  { folder: 'features', mayImport: ['text', 'knowledge', 'report', 'rules'], core: true },
  {
    folder: 'service.ts',
    mayImport: ['text', 'knowledge', 'report', 'spelling', 'rules', 'configuration', 'features'],
    core: true,
  },
  // The detector with its words: a bundle of its own, which both ends load when they need it.
  { folder: 'lexicon.ts', mayImport: ['spelling', '../lexicon/lexicon.cjs'], core: true },
  { folder: 'export', mayImport: ['text', 'knowledge', 'report'], core: true },
  { folder: 'import', mayImport: ['text', 'export'], core: true },
  { folder: 'lsp', mayImport: ['service.ts', 'lexicon.ts', 'export', 'import'], core: false },
  { folder: 'pdf', mayImport: [], core: false },
  { folder: 'cli', mayImport: ['service.ts', 'lexicon.ts', 'export', 'import', 'pdf'], core: false },
];
