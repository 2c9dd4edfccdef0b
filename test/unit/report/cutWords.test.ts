import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emptyGlossary } from '../../../server/src/rules/engine/glossary';
import { checkReport } from '../../../server/src/rules/engine/check';
import { fixesOf } from '../../../server/src/rules/engine/fixes';
import { profileById } from '../../../server/src/knowledge/profiles';
import { parseReport } from '../../../server/src/report/parse/parse';
import { rules } from '../../../server/src/rules/registry';
import { applyEdits } from '../../../server/src/text/edit';
import type { RuleId } from '../../../server/src/rules/engine/rule';

const cover =
  '出國報告\n\n出國類別：開會\n出席亞太經濟合作會議報告\n\n服務機關：經濟部\n姓名職稱：林若涵科長\n派赴國家：韓國\n' +
  '出國期間：114年5月4日至5月9日\n報告日期：114年6月20日\n\n壹、目的\n\n';
const filling = '會議在市中心的會議廳舉行，現場備有口譯設備，座位按照字母排列，';

function foundIn(id: RuleId, text: string): { readonly words: readonly string[]; readonly fixed: string } {
  const rule = rules.find((one) => one.id === id)!;
  const report = parseReport(text);
  const settings = {
    profile: profileById('conference'),
    glossary: emptyGlossary,
    severities: { [id]: 'warning' as const },
  };
  const { findings } = checkReport(report, settings, [rule], (_id, error) => {
    throw error;
  });
  const fix = findings.all[0] && fixesOf(report, findings.all[0])[0];
  return {
    words: findings.all.map(({ start, end }) => text.slice(start, end)),
    fixed: fix ? applyEdits(text, fix.edits) : text,
  };
}

/** Rule, the words as a line end cuts them, and the same once mended. */
const cases: readonly (readonly [id: RuleId, cut: string, fixed: string])[] = [
  ['economies/nonstandard-name', '由新|西蘭代表說明。', '由紐西蘭|代表說明。'],
  ['economies/own-name', '由中國|台北代表說明。', '由中華臺北|代表說明。'],
  ['wording/mainland-term', '並就施工質|量之要求交換意見。', '並就施工品質|之要求交換意見。'],
  ['wording/unified-term', '並於佈|告欄張貼。', '並於布告|欄張貼。'],
  ['wording/former-name', '並由行政院農業委|員會彙整。', '並由農業部|彙整。'],
  ['wording/context-term', '各會員之計|劃獲通過。', '各會員之計畫|獲通過。'],
];

describe('words that a line end cuts', () => {
  for (const [id, cut, fixed] of cases)
    for (const gap of ['\n', '\r\n', '\n　　', '\n\n- 3 -\n\n'])
      test(`${id} over ${JSON.stringify(gap)}`, () => {
        const [before, behind] = cut.split('|') as [string, string];
        const written = (words: string): string => cover + filling + words.replace('|', gap);
        const found = foundIn(id, written(cut));
        assert.equal(found.words.length, 1);
        assert.ok(found.words[0]!.includes(gap), found.words[0]);
        assert.ok((before + gap + behind).includes(found.words[0]!));
        assert.equal(found.fixed, written(fixed));
      });

  test('are none where another line, item or cell begins', () => {
    for (const next of ['\n\n西蘭', '\n一、西蘭', '\n- 西蘭', '\n（二）西蘭'])
      assert.deepEqual(foundIn('economies/nonstandard-name', `${cover}${filling}由新${next}代表說明。\n`).words, []);
    assert.deepEqual(foundIn('economies/nonstandard-name', `${cover}由新\n西蘭代表說明。\n`).words, []);
  });

  test('hide the shorter words that they are made of', () => {
    const text = `${cover}${filling}由中國\n台北代表說明。\n`;
    assert.deepEqual(foundIn('wording/context-term', text).words, []);
    assert.equal(parseReport(text).units.economies.get('CN'), undefined);
  });

  for (const [change, before, after] of [
    ['comes with the next line', '由新\n會員代表說明。', '由新\n西蘭代表說明。'],
    ['comes with a later character of it', '由新\n西班牙代表說明。', '由新\n西蘭代表說明。'],
    ['goes with a later character of it', '由新\n西蘭代表說明。', '由新\n西班牙代表說明。'],
    ['goes with the next line', '由新\n西蘭代表說明。', '由新\n會員代表說明。'],
    ['gives way to a word of the next line', '由中國\n台北代表說明。', '由美國\n台北代表說明。'],
    ['takes a word of the next line', '由美國\n台北代表說明。', '由中國\n台北代表說明。'],
    ['stands behind another indent', '由新\n西蘭代表說明。', '由新\n　　西蘭代表說明。'],
  ] as const)
    test(`are the same to who edits: one ${change}`, () => {
      const earlier = parseReport(cover + filling + before);
      const settings = { profile: profileById('conference'), glossary: emptyGlossary, severities: {} };
      const fail = (_id: string, error: unknown): never => {
        throw error;
      };
      const text = cover + filling + after;
      const edited = checkReport(parseReport(text, earlier), settings, rules, fail, checkReport(earlier, settings, rules, fail)); // prettier-ignore
      const fresh = checkReport(parseReport(text), settings, rules, fail);
      const told = ({ findings }: typeof fresh): readonly unknown[] =>
        findings.all.map(({ rule, start, end, message }) => [rule.id, start, end, message]);
      assert.deepEqual(told(edited), told(fresh));
    });
});
