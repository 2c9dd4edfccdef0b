/** What `readLexicon` of `server/src/spelling/lexicon.ts` reads. */
declare const lexicon: string;
export = lexicon;
