import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { anyOf, phrasesOf } from '../../../server/src/knowledge/phrases';
import { economyNamed } from '../../../server/src/report/queries/forums';
import { profiles } from '../../../server/src/knowledge/profiles';
import { phraseUses } from '../../../server/src/knowledge/types';

test('every use has phrases, and none holds a character that means something in a regular expression', () => {
  for (const use of phraseUses) {
    assert.ok(phrasesOf(use).length > 0, use);
    for (const { text } of phrasesOf(use)) assert.match(text, /^[\p{Script=Han}A-Za-z0-9]+$/u, `${use}: ${text}`);
  }
});

test('every use is told where they are listed', () => {
  const file = path.resolve(import.meta.dirname, '../../../server/src/knowledge/types.ts');
  const [description] = /\/\*\*\n \* What a phrase of running text tells a rule\.\n(?: \*[^\n]*\n)+/.exec(
    readFileSync(file, 'utf8'),
  )!;
  for (const use of phraseUses) assert.ok(description.includes(`\`${use}\``), use);
});

test('every use is asked for', () => {
  const folder = path.resolve(import.meta.dirname, '../../../server/src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== path.join('knowledge', 'types.ts'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
  for (const use of phraseUses) assert.ok(sources.includes(`'${use}'`), use);
});

test('a phrase is matched by itself, whole', () => {
  for (const use of phraseUses)
    for (const { text } of phrasesOf(use))
      assert.equal(new RegExp(anyOf(use)).exec(text)?.[0], text, `${use}: ${text}`);
});

test('a phrase is not matched in its counter-examples', () => {
  let count = 0;
  for (const use of phraseUses) {
    for (const { text, counterExamples } of phrasesOf(use)) {
      for (const sentence of counterExamples) {
        const found = [...sentence.matchAll(new RegExp(anyOf(use), 'g'))].map(([words]) => words);
        assert.ok(!found.includes(text), `${text} is found in ${sentence}`);
        count++;
      }
    }
  }
  assert.ok(count >= 4, String(count));
});

test('what a phrase stands for is a category of the rules, the first word of its kind, or what another part divides by too', () => {
  const categories = new Set(profiles.flatMap((profile) => profile.categories));
  for (const use of phraseUses)
    for (const { text, standsFor } of phrasesOf(use)) {
      if (use === 'category') assert.ok(categories.has(standsFor!), `${text}: ${standsFor ?? 'nothing'}`);
      else if (use === 'city') assert.ok(economyNamed(standsFor!), text);
      else if (use === 'concept' || use === 'word-of-a-name' || use === 'other-name')
        assert.ok(
          phrasesOf(use).some((row) => row.text === standsFor && row.standsFor === standsFor),
          text,
        );
      else if (use === 'one-part' || use === 'other-part') {
        const other = use === 'one-part' ? 'other-part' : 'one-part';
        assert.ok(
          phrasesOf(other).some((row) => row.standsFor === standsFor),
          text,
        );
      } else assert.equal(standsFor, undefined, text);
    }
});
