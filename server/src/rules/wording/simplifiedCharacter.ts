import { Trait } from '../../report/scan/traits';
import { toTraditional, traditionalOf } from '../../knowledge/simplified';
import { Cue } from '../../report/scan/cues';
import type { Report } from '../../report/model';
import { CharClass, classAt } from '../../text/characters';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import { forEachNote } from '../lines';
import type { LineReader } from '../lines';
import type { Discovery, Fix, Rule } from '../rule';
import { inQuotation } from './words';

/** More runs than this are one finding: a text that was pasted. */
const mostSingle = 8;
const mostRelated = 20;
/** So many characters that both scripts share may stand inside a run: 数据隐私. */
const longestBridge = 2;

/** Hiragana and katakana: the line quotes Japanese, whose characters are often the simplified ones. */
const kana = /[\u3041-\u30fa]/;

/** The runs of simplified words of one line, by offset in the line. */
function runsOf(words: string, from: number): readonly Span[] {
  const runs: { start: number; end: number }[] = [];
  for (let i = from; i < words.length; i++) {
    if (traditionalOf(words[i]!) === undefined) continue;
    const last = runs[runs.length - 1];
    let bridge = last !== undefined && i - last.end <= longestBridge;
    for (let k = last?.end ?? i; bridge && k < i; k++) bridge = classAt(words, k) === CharClass.Han;
    if (last && bridge) last.end = i + 1;
    else runs.push({ start: i, end: i + 1 });
  }
  return runs;
}

/** Reaches over the rest of a word of which the run holds the first character: 数 in 数据. */
function widened(words: string, { start, end }: Span): Span {
  const before = words.slice(start - 1, start + 1);
  const behind = words.slice(end - 1, end + 1);
  return {
    start: start > 0 && isMixedWord(before) ? start - 1 : start,
    end: isMixedWord(behind) ? end + 1 : end,
  };
}

/** Whether two characters are a word of which one character only becomes another in this word: 数据, 关系. */
function isMixedWord(word: string): boolean {
  if (word.length !== 2) return false;
  const { text } = toTraditional(word);
  return text[0] !== word[0] && text[1] !== word[1];
}

/** A run, as it stands and with the rest of its words. */
interface Run extends Span {
  readonly words: Span;
}

const reader: LineReader<Run> = {
  lines: { cues: Cue.Simplified },
  raw: true,
  read: (words, { shape, names }) => {
    if (kana.test(words)) return [];
    return runsOf(words, shape.title.start)
      .filter(
        // 文莱 is one fault, and the rule of names says what to write: 汶萊.
        (run) => !names.some(({ row, start, end }) => row.preferred && start <= run.start && run.end <= end),
      )
      .map(({ start, end }) => ({ start, end, words: widened(words, { start, end }) }));
  },
};

function collect(report: Report): readonly Span[] {
  const found: Span[] = [];
  forEachNote(report, reader, ({ start, words }, offset) => {
    if (!inQuotation(report.text, offset + start)) found.push(shifted(words, offset));
  });
  return found;
}

function fixOf(report: Report, runs: readonly Span[]): Fix {
  const conversions = runs.map(({ start, end }) => toTraditional(report.text.slice(start, end)));
  return {
    title: 'convert',
    safety: conversions.every(({ certain }) => certain) ? 'safe' : 'review',
    edits: runs.map(({ start, end }, index) => ({
      start,
      end,
      expected: report.text.slice(start, end),
      text: conversions[index]!.text,
    })),
  };
}

function discoveryOf(report: Report, run: Span): Discovery {
  const wrong = report.text.slice(run.start, run.end);
  return {
    message: 'one',
    params: { wrong, right: toTraditional(wrong).text },
    start: run.start,
    end: run.end,
    fixes: () => [fixOf(report, [run])],
  };
}

export const rule: Rule = {
  id: 'wording/simplified-character',
  title: { 'zh-TW': '簡化字', en: 'Simplified characters' },
  severity: 'warning',
  source: '文書處理手冊（公文用字）；簡化字對照依 OpenCC',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '「{wrong}」是簡化字，應作「{right}」。', en: '“{wrong}” is simplified; write “{right}”.' },
    many: {
      'zh-TW': '報告中有 {count} 處簡化字，請改為正體字。',
      en: 'There are {count} runs of simplified characters; write traditional ones.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    convert: { 'zh-TW': '改為正體字', en: 'Convert to traditional characters' },
  },
  prose: { cues: Cue.Simplified, traits: Trait.Unpaired, around: 'near' },
  check: (report, _context, find) => {
    const runs = collect(report);
    const [first, ...others] = runs;
    if (!first) return;
    if (runs.length <= mostSingle) {
      for (const run of runs) find(discoveryOf(report, run));
      return;
    }
    find({
      message: 'many',
      params: { count: runs.length },
      start: first.start,
      end: first.end,
      related: others.slice(0, mostRelated).map(({ start, end }) => ({ message: 'other', start, end })),
      fixes: () => [fixOf(report, runs)],
    });
  },
};
