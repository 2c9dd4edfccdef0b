/**
 * The lexicon as text, made of what it is made of when a test or a tool asks for it. Bundles have it as a string: see the
 * plugin beside this file.
 */
module.exports = require('./compile.ts').keptLexicon();
