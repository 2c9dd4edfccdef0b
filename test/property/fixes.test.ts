import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { afterEdits, faultsOfFixes, overlapIn } from '../fuzz/kinds';
import { byDefault, CheckedText, checkerOf, service } from './checker';
import { editDraw, editOf } from './edits';
import { reportText, wholeReports } from './texts';

const checker = checkerOf(byDefault);

/** How often each economy is named. Safe fixes leave that alone. */
function economiesOf(text: string): unknown {
  // 紐 西 蘭 is the same name before its blanks are taken out.
  const joined = text.replace(/(?<=[\u4e00-\u9fff])[ \u3000](?=[\u4e00-\u9fff])/g, '');
  return [...service.parse(joined).economies.forms]
    .map(([code, forms]) => [code, forms.reduce((sum, { count }) => sum + count, 0)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Rules whose safe fix names an economy anew on purpose, where it was named wrong. */
const namesEconomies = /^economies\/|^wording\/simplified-character/;

/** Throws where the safe fixes of `text` do harm: the kinds of faults of test/fuzz/kinds.ts. */
async function keepsPromises(text: string): Promise<void> {
  const statements = await checker.statements(text);
  const [fault] = await faultsOfFixes(text, statements, checker);
  assert.equal(fault, undefined);
  if (statements.some(({ rule }) => namesEconomies.test(rule))) return;
  assert.deepEqual(economiesOf(afterEdits(text, await checker.safeEdits(text))), economiesOf(text));
}

const fault = fc.constantFrom(
  '會員，，表示支持。。', '公佈結果,並發佈新聞', 'ＡＰＥＣ第１次會議', '會議“圓滿”結束...', '紐 西 蘭發言', '信息技術', '由于時間關系', '进行说明', '計劃於明年辦理',
  '新西蘭及文萊支持', '菲律濱發言', '亞太自由貿易區(FTAAP)', 'FTAPP 文件', 'Apec 會議', '身份證明', '的的確確', '進行進行討論', '乙份', '新台幣100元', '（附件A)', '10％及10%',
  '8月18日（六）', '113年8月16日(四)', '亞太自由貿易區（FTAAP）', '數位經濟指導小組(DESG)', 'DESG', '瞭解與了解', '臺北及台北', '「新西蘭」', '貳、', '叁、行程',
  '11\u200b4年辦理', '共3\u00ad200人', '澳\u2060洲發言', '見C114\u200b871_01.pdf', '甲案依《健康條例》（Health Rules 2005, HRB）辦理，乙案依《健康條例》（Health Rules 2005, HRB）辦理',
); // prettier-ignore
/** A fault with a full stop, so that two of them do not run together into a word that nobody would write. */
const sentence = fault.map((words) => `${words}。`);
const clean = fc.constantFrom(
  '壹、目的\n', '參、出席會議情形\n', '一、甲小組會議：\n', '二、乙小組會議\n', '（一）', '1. ', '肆、心得及建議\n', '摘要\n', '美國、日本及我國共 3 個會員出席。', '會員表示支持。', '\n', '\n\n',
  '出國報告\n服務機關：外交部\n出國期間：113年8月16日至8月24日\n', '| 8月16日 | 啟程 |\n', '- ', '，', '。', ' ', '\u3000', '𠮷', '\r\n',
); // prettier-ignore

const generated = fc.array(fc.oneof(sentence, clean), { maxLength: 40 }).map((pieces) => pieces.join(''));

/** A report that has been edited here and there. */
const editedReport = fc
  .tuple(reportText, fc.array(editDraw, { minLength: 1, maxLength: 12, size: 'max' }))
  .map(([source, draws]) =>
    draws.reduce(
      (now, draw) => now.after(editOf(draw, now.text, now.statements)),
      CheckedText.fresh(source, byDefault),
    ),
  )
  .map(({ text }) => text);

test('safe fixes never overlap, settle, bring nothing new and take no figure away: generated reports', async () => {
  await fc.assert(fc.asyncProperty(generated, keepsPromises), { numRuns: 400 });
});

test('safe fixes never overlap, settle, bring nothing new and take no figure away: edited reports', async () => {
  await fc.assert(fc.asyncProperty(editedReport, keepsPromises), { numRuns: 200 });
});

for (const [index, text] of wholeReports.entries())
  test(`safe fixes keep their promises on report ${index + 1}`, () => keepsPromises(text));

test('the edits of one fix never overlap, safe or not', () => {
  fc.assert(
    fc.property(fc.oneof(generated, editedReport), (text) => {
      for (const { finding, fix } of CheckedText.fresh(text, byDefault).fixesOf())
        assert.equal(overlapIn(fix.edits), undefined, finding.rule);
    }),
    { numRuns: 200 },
  );
});

test('nearly all safe fixes are handed out together: few are held back because of what they bring about', () => {
  let offered = 0;
  let left = 0;
  const countSafe = (text: string): number =>
    new Set(CheckedText.fresh(text, byDefault).fixesOf().filter(({ fix }) => fix.safety === 'safe').map(({ finding }) => finding)).size; // prettier-ignore
  for (const source of [...fc.sample(generated, { seed: 1, numRuns: 150 }), ...wholeReports]) {
    offered += countSafe(source);
    let text = source;
    for (let round = 0; round < 3; round++) {
      const report = service.parse(text);
      text = afterEdits(text, service.safeEdits(report, service.check(report, byDefault), byDefault));
    }
    left += countSafe(text);
  }
  assert.ok(offered > 200, `only ${offered} safe fixes`);
  assert.ok(left < offered * 0.03, `${left} of ${offered} are left`);
});
