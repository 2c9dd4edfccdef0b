import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { profileById } from '../../../server/src/knowledge/profiles';
import type { Profile } from '../../../server/src/knowledge/types';
import { chooseProfile } from '../../../server/src/report/queries/chooseProfile';
import type { Report } from '../../../server/src/report/model/report';
import { parseReport } from '../../../server/src/report/parse/parse';
import { checkReport } from '../../../server/src/rules/engine/check';
import { applyEdits } from '../../../server/src/text/edit';
import { fixesOf } from '../../../server/src/rules/engine/fixes';
import { emptyGlossary } from '../../../server/src/rules/engine/glossary';
import { messageOf } from '../../../server/src/rules/engine/message';
import type { Rule } from '../../../server/src/rules/engine/rule';
import type { Parameters } from '../../../server/src/text/message';
import type { Finding } from '../../../server/src/rules/engine/finding';
import { spellerForTests } from '../../spelling/lexicon';
import { ruleModules } from './modules';
import type { Example } from './pages';

/** What surrounds the words of a `body` example: a small report in which no rule finds anything. */
const frame = [
  '出國報告\n\n出國類別：開會\n出席國際會議報告\n\n服務機關：經濟部國際貿易署\n姓名職稱：林若涵科長\n派赴國家/地區：韓國濟州\n' +
    '出國期間：114年5月4日至5月9日\n報告日期：114年6月20日\n\n壹、目的\n\n了解各方立場。\n\n參、出席會議情形\n\n一、工作小組會議\n\n',
  '\n',
] as const;

/** The text without its marks, and what they mark. */
function unmarked(marked: string): { readonly text: string; readonly marks: readonly (readonly [number, number])[] } {
  const marks: [number, number][] = [];
  let text = '';
  let open = -1;
  for (const part of marked.split(/([⟦⟧])/)) {
    if (part === '⟦') open = text.length;
    else if (part === '⟧') marks.push([open, text.length]);
    else text += part;
  }
  return { text, marks };
}

function profileFor(example: Example, report: Report): Profile {
  return example.profile ? profileById(example.profile) : chooseProfile(report);
}

function findingsIn(rule: Rule, example: Example, text: string, report = parseReport(text)): readonly Finding[] {
  const profile = profileFor(example, report);
  // Rules that are off by default are tested too.
  const settings = {
    profile,
    glossary: emptyGlossary,
    severities: { [rule.id]: 'warning' as const },
    speller: spellerForTests(),
  };
  return checkReport(report, settings, [rule], (_id, error) => {
    throw error;
  }).findings.all;
}

const placed = (example: Example, text: string): string => (example.in === 'body' ? frame[0] + text + frame[1] : text);

/** A message that shows a gap lacks a parameter. */
function says(rule: Rule, key: string, params: Parameters | undefined): void {
  for (const locale of ['zh-TW', 'en'] as const) assert.doesNotMatch(messageOf(rule, key, params, locale), /\{\w+\}/);
}

for (const { rule, examples } of ruleModules()) {
  describe(rule.id, () => {
    examples.forEach((example, index) => {
      test(`example ${index + 1}: ${example.text.replace(/\s+/g, ' ').slice(-60)}`, () => {
        const { text, marks } = unmarked(placed(example, example.text));
        const report = parseReport(text);
        const findings = findingsIn(rule, example, text, report);
        assert.deepEqual(
          findings.map(({ start, end }) => text.slice(start, end)),
          marks.map(([start, end]) => text.slice(start, end)),
          'the words found',
        );
        assert.deepEqual(
          findings.map(({ start, end }) => [start, end]),
          marks,
          'their places',
        );
        const fix = findings[0] && fixesOf(report, findings[0])[0];
        if (example.fixed !== undefined) {
          assert.ok(fix, 'there is no fix');
          assert.equal(applyEdits(text, fix.edits), placed(example, example.fixed));
        }
        for (const finding of findings) {
          says(rule, finding.message, finding.params);
          for (const place of finding.related ?? []) says(rule, place.message, place.params);
          for (const one of fixesOf(report, finding)) {
            says(rule, one.title, one.params);
            assert.notEqual(rule.fix, undefined, 'a fix of a rule that says it has none');
            if (one.safety === 'safe') {
              assert.equal(rule.fix, 'safe');
              const after = findingsIn(rule, example, applyEdits(text, one.edits));
              const places = (of: readonly Finding[]): number =>
                of.reduce((count, { related = [] }) => count + 1 + related.length, 0);
              assert.ok(
                one.at ? places(after) < places(findings) : after.length < findings.length,
                'a safe fix leaves its finding',
              );
            }
          }
        }
      });
    });
  });
}
