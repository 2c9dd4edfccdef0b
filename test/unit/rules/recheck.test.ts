import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profiles } from '../../../server/src/knowledge/profiles';
import { parseReport } from '../../../server/src/report/parse';
import { Trait } from '../../../server/src/report/scan/traits';
import { checkReport } from '../../../server/src/rules/check';
import { emptyGlossary } from '../../../server/src/rules/glossary';
import { forEachNote } from '../../../server/src/rules/lines';
import type { LineReader } from '../../../server/src/rules/lines';
import type { Rule } from '../../../server/src/rules/rule';
import type { Span } from '../../../server/src/text/span';

const text =
  '服務機關：數位發展部\n壹、目的\n（一）本次會議 APEC 會員交換意見，並由主席說明本年各項優先議題及後續工作之時程安排，並請各會員於會後提供書面意見，以利秘書處彙整，並就前次會議決議事項之執行情形提出報告，以及下次會議再行討論。\n\n（二）會員出席\n踴躍。\n';

const settings = { profile: profiles[0]!, glossary: emptyGlossary, severities: {} };

/** Whether `part`, a rule's, makes it run again when `words` are typed behind `place`; and where what it found then is. */
function typing(part: Partial<Rule>, place: string, words: string): { runs: boolean; found: readonly string[] } {
  let runs = 0;
  const rule: Rule = {
    id: 'wording/test',
    title: { 'zh-TW': '', en: '' },
    severity: 'hint',
    source: '',
    checked: '2026-11-24',
    fix: undefined,
    messages: {},
    ...part,
    check: (report, context, find, watch) => {
      runs++;
      part.check?.(report, context, find, watch);
    },
  };
  const fail = (_: string, error: unknown): never => {
    throw error as Error;
  };
  const before = parseReport(text);
  const checked = checkReport(before, settings, [rule], fail);
  const at = text.indexOf(place) + place.length;
  const now = text.slice(0, at) + words + text.slice(at);
  const after = parseReport(now, before);
  const { findings } = checkReport(after, settings, [rule], fail, checked);
  return { runs: runs === 2, found: findings.all.map(({ start, end }) => now.slice(start, end)) };
}

const isRun = (part: Partial<Rule>, place: string, words = '了'): boolean => typing(part, place, words).runs;

test('a rule that says nothing runs at every change, one that asks for nothing at none', () => {
  assert.equal(isRun({}, '書面意'), true);
  assert.equal(isRun({ prose: {} }, '書面意'), false);
  assert.equal(isRun({ prose: () => undefined, reads: [] }, '書面意'), true);
});

test('what a line holds counts on the line, in the paragraph, or near it', () => {
  assert.equal(isRun({ prose: { holding: ['acronym'] } }, '書面意'), true);
  assert.equal(isRun({ prose: { holding: ['acronym'] } }, '踴'), false);
  assert.equal(isRun({ prose: { traits: Trait.Percent } }, '書面意'), false);
  assert.equal(isRun({ prose: { cues: 1, around: 'paragraph' } }, '踴'), true);
  assert.equal(isRun({ prose: { cues: 1 } }, '踴'), false);
  assert.equal(isRun({ prose: { holding: ['acronym'], around: 'near' } }, '踴'), true);
  assert.equal(isRun({ prose: { holding: ['acronym'], around: 'paragraph' } }, '踴'), false);
});

test('what is touched counts near the words and where it becomes other than it was', () => {
  assert.equal(isRun({ prose: { touching: ['acronym'] } }, 'APEC 會員'), true);
  assert.equal(isRun({ prose: { touching: ['acronym'] } }, '再行討'), false);
  assert.equal(isRun({ prose: { touching: ['acronym'] } }, '再行討', ' WTO '), true);
  assert.equal(isRun({ prose: { touching: ['line-end'] } }, '再行討'), true);
  assert.equal(isRun({ prose: { touching: ['line-end'] } }, 'APEC 會員'), false);
});

test('places and what is within bound where words count', () => {
  assert.equal(isRun({ prose: { places: (_, { from }) => from === 2 } }, '書面意'), true);
  assert.equal(isRun({ prose: { places: (_, { from }) => from === 2 } }, '踴'), false);
  assert.equal(isRun({ prose: { holding: ['acronym'], within: () => false } }, '書面意'), false);
});

test('words that are watched count where they come and go', () => {
  const watching: Partial<Rule> = {
    prose: {},
    check: (_report, _context, _find, watch) => {
      watch('書面意見');
    },
  };
  assert.equal(isRun(watching, '書面'), true);
  assert.equal(isRun(watching, '踴躍', '書面意見'), true);
  assert.equal(isRun(watching, '踴躍', '書面'), false);
});

test('a rule whose reader reads the same does not run, and what it found moves with the words', () => {
  const reader: LineReader<Span & { readonly words: string }> = {
    lines: { holding: ['acronym'] },
    read: (words) => Array.from(words.matchAll(/主席|秘書處/g), ({ 0: match, index }) => ({ words: match, start: index, end: index + match.length })), // prettier-ignore
  };
  const part: Partial<Rule> = {
    reads: [reader],
    check: (report, _context, find) => {
      forEachNote(report, reader, ({ start, end }, offset) => {
        find({ message: '', start: offset + start, end: offset + end });
      });
    },
  };
  assert.deepEqual(typing(part, '書面意', '了'), { runs: false, found: ['主席', '秘書處'] });
  assert.deepEqual(typing(part, '書面意', '主席'), { runs: true, found: ['主席', '主席', '秘書處'] });
  assert.deepEqual(typing(part, '並由主', '任'), { runs: true, found: ['秘書處'] });
});
