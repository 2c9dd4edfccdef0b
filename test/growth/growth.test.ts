/**
 * Work grows with a report's length and no faster: a text eight times as long may take about eight times as long, for
 * the parser and for each rule. Processor time and the best of several runs make it steady on a busy machine.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { profileById } from '../../server/src/knowledge/profiles';
import type { Report } from '../../server/src/report/model/report';
import { parseReport } from '../../server/src/report/parse/parse';
import { checkReport } from '../../server/src/rules/engine/check';
import { emptyGlossary } from '../../server/src/rules/engine/glossary';
import { rules } from '../../server/src/rules/registry';
import type { ReportRule, Rule } from '../../server/src/rules/engine/rule';
import { reports } from '../bench/inputs.mjs';

const times = 8;
/** Twice the growth of linear work; quadratic work would take 64 times as long. */
const mostGrowth = 2 * times;
/** Milliseconds that the collection of garbage may take beside; quadratic work on these texts takes more. */
const noise = 30;

/** Least processor time of a few runs, in milliseconds. */
function timeOf(work: () => unknown): number {
  let least = Infinity;
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function check(rule: Rule, report: Report): void {
  const settings = {
    profile: profileById('conference'),
    glossary: emptyGlossary,
    severities: { [rule.id]: 'hint' as const },
  };
  checkReport(report, settings, [rule], (_id, error) => {
    throw error;
  });
}

/** How often what seems to grow too fast is timed before it counts: a machine that does other things has bad moments. */
const attempts = 5;

/** @returns undefined where `work` grows as it should, else what it took */
function growth(work: (size: 'small' | 'large') => unknown): string | undefined {
  let words: string | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const small = timeOf(() => work('small'));
    const large = timeOf(() => work('large'));
    if (large <= mostGrowth * small + noise) return undefined;
    words = `${small.toFixed(1)} ms, ${times} times the text ${large.toFixed(1)} ms`;
  }
  return words;
}

const meeting =
  '本次會議由美國、日本及我國共 3 個會員出席，就亞太經濟合作（APEC）數位貿易議題交換意見，並於 113 年 8 月 18 日獲致共識。';
/** Two Han characters, another pair for each of some thousand numbers. */
function pairOf(index: number): string {
  return String.fromCharCode(0x4e00 + ((index * 37) % 5000), 0x4e00 + ((index * 91) % 5000));
}

/** One long line of each thing that a reader may look for the rest of the line for, at every place of it. */
function longLines(size: number): string {
  const glossed = Array.from({ length: 300 * size }, (_, i) => `電${pairOf(i)}監控設備（abc${i}）`);
  const titles = Array.from({ length: 200 * size }, (_, i) => `「秋刀魚${pairOf(i)}措施管理計畫」`);
  const shortNames = Array.from({ length: 200 * size }, (_, i) => `電子${pairOf(i)}設備（以下稱電${pairOf(i)}監控）`);
  return [
    '服務機關：數位發展部\n出國期間：113年8月16日至113年8月24日\n\n貳、行程\n',
    '8月18日啟程，8月19日（核定）抵達；'.repeat(300 * size),
    '\n參、過程\n',
    '本團於113年8月18日抵達並於112年3月5日將舉行，'.repeat(200 * size),
    '參加100人其中男30人、女60人，較上屆增加12人，上屆為80人，不到50人，'.repeat(100 * size),
    ...[glossed, titles, shortNames].map((names) => names.join('，')),
    ...['‘會議', '〝議“會', '會__議，', '窗口：TBC，', '日本、印尾、'].map((words) => words.repeat(500 * size)),
  ].join('\n');
}

const shapes: Readonly<Record<string, (size: number) => string>> = {
  reports: (size) => reports(5 * size),
  'one line': (size) => meeting.repeat(1000 * size),
  headings: (size) => '一、數位經濟會議\n（一）與會人員\n'.repeat(2500 * size),
  'open brackets': (size) => '（「【(《'.repeat(1000 * size),
  'long lines': longLines,
  'lines of dates': (size) => '8 月 18 日（日）\tDPS 會議\n'.repeat(2500 * size),
  'acronyms without a definition': (size) => Array.from({ length: 3000 * size }, (_, i) => `與 A${i.toString(36).toUpperCase().replace(/\d/g, 'Q')} 合作。`).join('\n'), // prettier-ignore
};

for (const [name, make] of Object.entries(shapes)) {
  describe(`growth: ${name}`, () => {
    const texts = { small: make(1), large: make(times) };
    const parsed = { small: parseReport(texts.small), large: parseReport(texts.large) };

    test('the parser', () => {
      assert.equal(
        growth((size) => parseReport(texts[size])),
        undefined,
      );
    });

    test('each rule', () => {
      const slow = rules.flatMap((rule) => {
        const words = growth((size) => {
          check(rule, parsed[size]);
        });
        return words === undefined ? [] : [`${rule.id}: ${words}`];
      });
      assert.deepEqual(slow, []);
    });
  });
}

test('the gate notices a rule whose work grows with the square of the lines', () => {
  const { id, title, severity, source, checked, fix, messages } = rules[0]!;
  const quadratic: ReportRule = {
    ...{ id, title, severity, source, checked, fix, messages },
    per: 'report',
    check: ({ whole }) => {
      const { count, starts } = whole.lines;
      let same = 0;
      for (let line = 0; line < count; line++)
        for (let other = 0; other < count; other++) if (starts[line]! % 97 === starts[other]! % 97) same++;
      if (same < 0) throw new Error('never');
    },
  };
  const make = shapes['headings']!;
  const parsed = { small: parseReport(make(1)), large: parseReport(make(times)) };
  assert.notEqual(
    growth((size) => {
      check(quadratic, parsed[size]);
    }),
    undefined,
  );
});
