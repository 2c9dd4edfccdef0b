/** The domain's tables for esbuild: whoever bundles a module of `knowledge` needs this plugin. */
import { readFileSync } from 'node:fs';
import { require as requireTypeScript } from 'tsx/cjs/api';

const { tableModule, sourcesFile, TableError } = requireTypeScript('./compile.ts', import.meta.url);
export const { cldrFolder } = requireTypeScript('./cldr.ts', import.meta.url);

/**
 * Compiles the tables that a bundle imports, checked, and without what only their readers want. A table that is wrong is
 * an error of the build at its line and column.
 * @type {import('esbuild').Plugin}
 */
export const tables = {
  name: 'tables',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.tsv$/ }, ({ path: file }) => {
      const watchFiles = [file, sourcesFile];
      try {
        return { loader: 'js', contents: tableModule(file, false), watchFiles };
      } catch (error) {
        if (!(error instanceof TableError)) throw error;
        const lines = readFileSync(error.file, 'utf8').split('\n');
        const errors = error.problems.map(({ line, column, message: text }) => {
          return { text, location: { file: error.file, line, column: column - 1, lineText: lines[line - 1] } };
        });
        return { errors, watchFiles };
      }
    });
  },
};
