/**
 * Counts the words of offices: `npm run spelling:count`. Their prose is cut with the words of the dictionary alone, so
 * that the same texts give the same counts. Writes `officeCounts.tsv`, which `compile.ts` reads.
 */
import { writeFileSync } from 'node:fs';
import { cutOf } from '../src/spelling/cut';
import { folded, readLexicon } from '../src/spelling/lexicon';
import { countedTexts } from '../../test/spelling/texts';
import { compileLexicon, officeCountsFile } from './compile';

const lexicon = readLexicon(compileLexicon(new Map()));
const counts = new Map<string, number>();
for (const { text } of countedTexts())
  for (const [written] of text.matchAll(/[\u4e00-\u9fff]+/g)) {
    const run = folded(written);
    const { endOf } = cutOf(run, lexicon);
    for (let start = 0; start < run.length; start = endOf[start]!) {
      const word = run.slice(start, endOf[start]);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
const rows = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
writeFileSync(officeCountsFile, rows.map(([word, count]) => `${word}\t${count}\n`).join(''));
console.log(`${rows.length} words, met ${rows.reduce((sum, [, count]) => sum + count, 0)} times`);
