/**
 * Lets Node import the domain's tables (`.tsv`) as modules, whole and checked, so that tests and tools need no build. It
 * runs TypeScript, so it wants tsx beside it: `node --require ./server/tables/register.cjs --import tsx …`.
 */
require.extensions['.tsv'] = (module, file) => {
  const { tableModule } = require('./compile.ts');
  module._compile(tableModule(file, true), file);
};
