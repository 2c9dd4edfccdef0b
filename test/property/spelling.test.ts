/** The spelling detector is silent on what is not the author's own prose, whatever slip stands there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createReportService } from '../../server/src/service';
import type { CheckOptions, Finding } from '../../server/src/service';
import { spellerForTests } from '../spelling/lexicon';
import { everydaySlips } from '../spelling/texts';

const service = createReportService({
  onRuleFailure: (rule, error) => {
    throw new Error(`the rule ${rule} failed`, { cause: error });
  },
});
service.useSpeller(spellerForTests());

const cover =
  '出國報告（出國類別：考察）\n赴甲國考察港區報告\n服務機關：某港務機關\n姓名職稱：王小明科長\n派赴國家/地區：甲國\n' +
  '出國期間：113年8月16日至8月18日\n報告日期：113年9月1日\n\n壹、目的\n\n';

function slipsIn(prose: string, options: Partial<CheckOptions> = {}): readonly Finding[] {
  return service
    .check(service.parse(`${cover}${prose}\n`), { profile: 'auto', severities: {}, ...options })
    .filter(({ rule }) => rule.id === 'wording/typo');
}

/** Sentences with a slip that is found, and the words that it stands in. */
const found = [...everydaySlips('fit'), ...everydaySlips('measure')]
  .map(({ prose }) => ({ prose, words: slipsIn(prose).map(({ params }) => String(params!['wrong'])) }))
  .filter(({ words }) => words.length === 1)
  .map(({ prose, words }) => ({ prose, word: words[0]! }));

/** What is not the author's own prose, with `words` in it. */
const surroundings: readonly ((words: string) => string)[] = [
  (words) => `他說「${words}」。`,
  (words) => `該文題為《${words}》。`,
  (words) => `見〈${words}〉一文。`,
  (words) => `設定為 \`${words}\` 即可。`,
  (words) => `\`\`\`\n${words}\n\`\`\``,
  (words) => `算式為 $x_{\\text{${words}}}$。`,
  (words) => `見[附件](pages/${words}.md)。`,
  (words) => `見 https://example.com/${words} 一頁。`,
  (words) => `<!-- ${words} -->`,
];

test('there are slips to be silent on', () => {
  assert.ok(found.length > 150, String(found.length));
});

test('quotations, titles, code, formulas, addresses and comments are left alone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...found), fc.constantFrom(...surroundings), ({ word }, around) => {
      assert.deepEqual(
        slipsIn(around(word)).map(({ params }) => params),
        [],
        around(word),
      );
    }),
    { numRuns: 300 },
  );
});

test('what the glossary has is right', () => {
  fc.assert(
    fc.property(fc.constantFrom(...found), ({ prose, word }) => {
      const glossary = { acronyms: new Map(), names: [word], variants: new Map(), forums: new Map() };
      const slips = slipsIn(prose, { glossary }).filter(({ params }) => params!['wrong'] === word);
      assert.deepEqual(slips, [], word);
    }),
    { numRuns: 60 },
  );
});

test('a finding covers what it says is written, and its fix is as long', () => {
  for (const { prose, word } of found) {
    const report = service.parse(`${cover}${prose}\n`);
    const [finding] = service
      .check(report, { profile: 'auto', severities: {} })
      .filter(({ rule }) => rule.id === 'wording/typo');
    assert.equal(report.text.slice(finding!.start, finding!.end), word);
    assert.equal(String(finding!.params!['right']).length, word.length);
  }
});
