import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, createReportService } from '../../server/src/service';
import type { CheckOptions, Finding } from '../../server/src/service';
import { readCorpus } from '../corpus/corpus';

const service = createReportService({
  onRuleFailure: (rule, error) => {
    throw new Error(`the rule ${rule} failed`, { cause: error });
  },
});
const options: CheckOptions = { profile: 'auto', severities: {} };
const check = (text: string): readonly Finding[] => service.check(service.parse(text), options);

/** How often each rule finds each words; a fix must not raise any of these numbers. */
function tally(text: string, findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, start, end } of findings) {
    const key = `${rule.id} ${text.slice(start, end)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What a report states: figures (full width as half), economies and days of the week. Safe fixes leave them alone. */
function factsOf(text: string): unknown {
  // 紐 西 蘭 is the same name before its blanks are taken out.
  const joined = text.replace(/(?<=[\u4e00-\u9fff])[ \u3000](?=[\u4e00-\u9fff])/g, '');
  const plain = text.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const report = service.parse(joined);
  const economies = [...report.economies.forms]
    .map(([code, forms]) => [code, forms.reduce((sum, { count }) => sum + count, 0)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { figures: plain.match(/\d+/g) ?? [], economies };
}

/** Rules whose safe fix states a fact anew on purpose: the weekday of a date, the name of an economy that was wrong. */
const correctsFacts = /^(?:dates\/weekday|economies\/|numbers\/numeral-style|structure\/numeral-variant)/;
/**
 * Rules that compare the uses of a name over the whole report. A name that is mended joins the others of it, and what
 * its slip has hidden comes to light: FTAPP before the definition of FTAAP, the gap before 叁. One that is
 * shortened may leave its section thin.
 */
const mendsNames =
  /^(?:acronyms\/(?:misspelled|letter-case|glossary-mismatch|redefined)|economies\/|structure\/numeral-variant|wording\/simplified-character|typography\/(?:han-spacing|full-width-alphanumeric))/;
const comparesNames =
  /^(?:acronyms|economies|attendance)\/|^structure\/(?:heading-numbering|section-order|toc-mismatch|thin-section)|^wording\/(?:inconsistent-variant|term-variant|near-duplicate-name)/;
/** More rounds than any pile of overlapping fixes needs. */
const mostRounds = 8;

function keepsPromises(source: string): void {
  let text = source;
  for (let round = 0; ; round++) {
    const report = service.parse(text);
    const findings = service.check(report, options);
    const edits = service.safeEdits(report, findings);
    if (edits.length === 0) return;
    assert.ok(round < mostRounds, `the fixes do not converge: ${JSON.stringify(text)}`);
    // applyEdits throws where two overlap or where one expects other words.
    const fixed = applyEdits(text, edits);
    assert.notEqual(fixed, text);
    const before = tally(text, findings);
    const after = tally(fixed, check(fixed));
    // Mended words may come to stand beside what a rule judged before: only findings of new kinds count.
    const rules = new Set<string>(findings.map(({ rule }) => rule.id));
    const namesMended = [...rules].some((id) => mendsNames.test(id));
    for (const key of after.keys()) {
      const id = key.slice(0, key.indexOf(' '));
      const revealed = namesMended && comparesNames.test(id);
      assert.ok(before.has(key) || rules.has(id) || revealed, `${key} is new after ${JSON.stringify(edits)}`);
    }
    if (!findings.some(({ rule }) => correctsFacts.test(rule.id))) assert.deepEqual(factsOf(fixed), factsOf(text));
    text = fixed;
  }
}

const fault = fc.constantFrom(
  '會員，，表示支持。。', '公佈結果,並發佈新聞', 'ＡＰＥＣ第１次會議', '會議“圓滿”結束...', '紐 西 蘭發言', '信息技術', '由于時間關系', '进行说明', '計劃於明年辦理',
  '新西蘭及文萊支持', '菲律濱發言', '亞太自由貿易區(FTAAP)', 'FTAPP 文件', 'Apec 會議', '身份證明', '的的確確', '進行進行討論', '乙份', '新台幣100元', '（附件A)', '10％及10%',
  '8月18日（六）', '113年8月16日(四)', '亞太自由貿易區（FTAAP）', '數位經濟指導小組(DESG)', 'DESG', '瞭解與了解', '臺北及台北', '「新西蘭」', '貳、', '叁、行程',
); // prettier-ignore
/** A fault with a full stop, so that two of them do not run together into a word that nobody would write. */
const sentence = fault.map((words) => `${words}。`);
const clean = fc.constantFrom(
  '壹、目的\n', '參、出席會議情形\n', '一、甲小組會議：\n', '二、乙小組會議\n', '（一）', '1. ', '肆、心得及建議\n', '摘要\n', '美國、日本及我國共 3 個會員出席。', '會員表示支持。', '\n', '\n\n',
  '出國報告\n服務機關：外交部\n出國期間：113年8月16日至8月24日\n', '| 8月16日 | 啟程 |\n', '- ', '，', '。', ' ', '\u3000', '𠮷', '\r\n',
); // prettier-ignore

test('safe fixes converge, never overlap, bring no finding of a new kind and change no fact: generated reports', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(sentence, clean), { maxLength: 40 }), (pieces) => {
      keepsPromises(pieces.join(''));
    }),
    { numRuns: 400 },
  );
});

for (const { name, text } of readCorpus())
  test(`safe fixes keep their promises on ${name}`, () => {
    keepsPromises(text);
  });
