/** The lexicon for esbuild: whoever bundles `server/src/lexicon.ts` needs this plugin. */
import path from 'node:path';
import { require as requireTypeScript } from 'tsx/cjs/api';

const { keptLexicon, lexiconPackages } = requireTypeScript('./compile.ts', import.meta.url);
export { lexiconPackages };

/** @type {import('esbuild').Plugin} */
export const lexicon = {
  name: 'lexicon',
  setup: ({ onLoad }) => {
    onLoad({ filter: /lexicon[\\/]lexicon\.cjs$/ }, () => ({
      loader: 'js',
      contents: `module.exports = ${JSON.stringify(keptLexicon())};`,
      watchDirs: [path.resolve(import.meta.dirname, '../src/knowledge/tables')],
    }));
  },
};
