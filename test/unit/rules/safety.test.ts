/** Which fixes are safe: those that may be made unseen, because nothing is lost and nothing new is wrong after them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReportService } from '../../../server/src/service';

const service = createReportService({
  onRuleFailure: (rule, error) => {
    throw new Error(`the rule ${rule} failed`, { cause: error });
  },
});
const options = { profile: 'conference', severities: {}, locale: 'en' } as const;

/** The safety of the first fix of each finding of `rule` in `text`. */
function safetyOf(rule: string, text: string): readonly (string | undefined)[] {
  const report = service.parse(text);
  return service
    .check(report, options)
    .filter((finding) => finding.rule.id === rule)
    .map((finding) => service.fixesOf(report, finding, options)[0]?.safety);
}

/** `text` after the safe fixes that are handed out together. */
function fixed(text: string): string {
  const report = service.parse(text);
  const edits = service.safeEdits(report, service.check(report, options), options);
  return edits.reduceRight((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}

const front = '服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n';

test('a full name is taken out unseen only where it surely begins there and was written before, without a figure', () => {
  const rule = 'acronyms/redefined';
  const report = (first: string, again: string): string =>
    `${front}壹、目的\n\n一、${first}（ASC）。\n\n二、${again}（ASC）說明 ASC 之成果。\n`;
  assert.deepEqual(safetyOf(rule, report('參訪「反詐騙中心」', '「反詐騙中心」')), ['safe']);
  assert.deepEqual(safetyOf(rule, report('參訪反詐騙中心', '反詐騙中心')), ['review']);
  assert.deepEqual(safetyOf(rule, report('「反詐騙中心」', '警政署「反詐騙中心」')), ['safe']);
  assert.deepEqual(safetyOf(rule, report('反詐騙中心', '警政署反詐騙中心')), ['review']);
  const dated = '新加坡自2019年成立「反詐騙中心2019」';
  assert.deepEqual(safetyOf(rule, report(dated, dated)), ['review']);
  const inEnglish = (first: string, again: string): string =>
    `${front}壹、目的\n\n一、參訪「反詐騙中心」（${first}ASC）。\n\n二、「反詐騙中心」（${again}ASC）說明 ASC 之成果。\n`;
  assert.deepEqual(safetyOf(rule, inEnglish('Anti-Scam Centre, ', 'Anti-Scam Centre, ')), ['safe']);
  assert.deepEqual(safetyOf(rule, inEnglish('Anti-Scam Centre, ', '')), ['safe']);
  // Another name is told by acronyms/conflicting.
  assert.deepEqual(safetyOf(rule, inEnglish('Anti-Scam Centre, ', 'Anti-Scam Command, ')), []);
  assert.deepEqual(safetyOf(rule, inEnglish('Anti-Scam Centre 2005, ', 'Anti-Scam Centre 2005, ')), ['review']);
});

test('a variant of a numeral is mended unseen, another system of numbers is not', () => {
  const rule = 'structure/numeral-variant';
  const report = (number: string): string =>
    `${front}壹、目的\n\n了解進展。\n\n貳、行程\n\n8月16日\t啟程\n\n${number}、出席會議情形\n\n順利。\n\n肆、建議\n\n無\n`;
  assert.deepEqual(safetyOf(rule, report('叁')), ['safe']);
  assert.deepEqual(safetyOf(rule, report('三')), ['review']);
});

test('a safe fix is held back where another rule would speak of something new after it, and only there', () => {
  // FTAPP is mended to FTAAP, which is then used before it is explained.
  const late = `${front}壹、目的\n\n一、FTAPP 之進展，由于時間有限。\n\n二、亞太自由貿易區（FTAAP）之 FTAAP 議題。\n`;
  assert.deepEqual(safetyOf('acronyms/misspelled', late), ['safe']);
  assert.equal(fixed(late), late.replace('由于', '由於'));
  const early = `${front}壹、目的\n\n一、亞太自由貿易區（FTAAP）之 FTAAP 議題。\n\n二、FTAPP 之進展，由于時間有限。\n`;
  assert.equal(fixed(early), early.replace('FTAPP', 'FTAAP').replace('由于', '由於'));
});
