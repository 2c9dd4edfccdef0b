import type { Line } from '../../report/model/line';
import { CharClass, classAt, countHan } from '../../text/characters';
import { isHanNumeral } from '../../text/numerals';
import { soundsForeign } from '../../report/queries/foreignSounds';
import { isLostAt } from '../../report/queries/lostCharacters';
import { Trait } from '../../report/scan/traits';
import { occurrencesOf, tellOccurrences } from '../engine/occurrences';
import type { UnitOccurrence } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，', ';': '；', ':': '：', '?': '？', '!': '！',
  '､': '、', '｡': '。', '﹐': '，', '﹑': '、', '﹔': '；', '﹕': '：', '﹖': '？', '﹗': '！',
}; // prettier-ignore

/**
 * A full stop of half width at the end of a sentence: 「溝通課程.」. Between other words a dot may part a name (約翰.史密斯) or be a
 * number's.
 */
const fullStop = /(?<=[\u4e00-\u9fff」』》）]) ?\.(?=\s*$|[」』）)]|\s+[\u4e00-\u9fff])/g;

/** The same in the midst of a line, between two clauses that are longer than a name or a number: 推演風向.下午移至槽前. */
const stopBetweenClauses = /(?<=[\u4e00-\u9fff]{5}) ?\.(?=[\u4e00-\u9fff]{5})/g;

/** A sentence has more Han characters. */
const shortestSentence = 8;

/** How far around a mark its sentence is looked at. */
const sentenceReach = 200;
const sentenceEnds = '。！？；';
/** A title in English has fewer words in small letters. */
const fewestEnglish = 4;

/** Whether the mark at `index` belongs to Chinese text: Han or a closing mark before it, and no figure on both sides. */
function inChinese(words: string, index: number): boolean {
  const before = classAt(words, index - 1);
  const after = classAt(words, index + 1);
  const chineseBefore =
    before === CharClass.Han || (before === CharClass.Close && '」』》）'.includes(words[index - 1]!));
  if (chineseBefore) return true;
  // 「APEC,並」, 「3.5%,較」: Latin before, Han right behind
  const latinBefore =
    before === CharClass.Latin || before === CharClass.Digit || '%％℃'.includes(words[index - 1] ?? '。');
  return after === CharClass.Han && latinBefore && words[index] !== ':';
}

/** Whether the dot at `index` may stand in a foreign name or a number: 克里斯多福.諾蘭, 第三.四節. */
function mayPartName(words: string, index: number): boolean {
  return [index - 1, index + 1].some((at) => soundsForeign(words[at]!) || isHanNumeral(words.charCodeAt(at)));
}

/** Whether the sentence around `index` is English that holds Chinese words: its own words outnumber a third of the characters. */
function inEnglish(words: string, index: number): boolean {
  let start = index;
  while (start > 0 && index - start < sentenceReach && !sentenceEnds.includes(words[start - 1]!)) start--;
  let end = index;
  while (end < words.length && end - index < sentenceReach && !sentenceEnds.includes(words[end]!)) end++;
  const sentence = words.slice(start, end);
  const english = (sentence.match(/[a-z]+/gi) ?? []).filter((word) => /^[a-z]{2,}$/.test(word)).length;
  return english >= fewestEnglish && english * 3 > countHan(sentence);
}

/** The half width marks in the Chinese text of a line. */
function halfWidthMarksOf({ text: prose, facts }: Line): readonly UnitOccurrence[] {
  const { content } = facts;
  const found: UnitOccurrence[] = [];
  for (let i = content.start; i < content.end; i++) {
    const full = fullWidth[prose[i]!];
    if (full === undefined || !inChinese(prose, i) || isLostAt(prose, i) || inEnglish(prose, i)) continue;
    let stop = i + 1;
    while (prose[stop] === prose[i]) stop++;
    // The blank that followed a half-width mark goes with it, and so does the same mark again.
    const end = prose[stop] === ' ' ? stop + 1 : stop;
    found.push({ start: i, end: stop, edits: [{ start: i, end, text: full }] });
    i = stop - 1;
  }
  // The caption of a figure, or a number by itself, is no sentence.
  if (facts.han < shortestSentence) return found;
  for (const pattern of [fullStop, stopBetweenClauses])
    for (const { 0: words, index } of prose.slice(0, content.end).matchAll(pattern)) {
      const end = index + words.length;
      if (inEnglish(prose, end - 1) || (pattern === stopBetweenClauses && mayPartName(prose, end - 1))) continue;
      found.push({ start: end - 1, end, edits: [{ start: index, end, text: '。' }] });
    }
  return found.sort((a, b) => a.start - b.start);
}

export const rule: ReportRule<UnitOccurrence> = {
  per: 'report',
  notes: { per: 'line', only: { traits: Trait.HalfWidthPunctuation }, read: halfWidthMarksOf },
  id: 'typography/punctuation-width',
  title: { 'zh-TW': '中文句中使用半形標點', en: 'Half width punctuation in Chinese text' },
  severity: 'warning',
  source: '標點符號用法表（文書處理手冊附錄4）',
  checked: '2026-11-23',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '中文句子的標點應使用全形。', en: 'Punctuation of a Chinese sentence is full width.' },
    many: {
      'zh-TW': '中文句子的標點應使用全形（全文 {count} 處）。',
      en: 'Punctuation of a Chinese sentence is full width ({count} places).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為全形標點', en: 'Change to full width' },
  },
  check: (_report, notes, _context, find) => {
    tellOccurrences(occurrencesOf(notes), { one: 'one', many: 'many', other: 'other', fix: 'replace' }, find);
  },
};
