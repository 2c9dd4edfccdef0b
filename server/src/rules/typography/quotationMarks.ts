import type { Paragraph } from '../../report/model/units';
import { CharClass, classAt } from '../../text/characters';
import { Trait } from '../../report/scan/traits';
import { occurrencesOf, tellOccurrences } from '../engine/occurrences';
import type { UnitOccurrence } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

/** Two ” without a “ are what a word processor makes of two ". */
const closingOf: Readonly<Record<string, string>> = {
  '“': '”',
  '”': '”',
  '‘': '’',
  '"': '"',
  "'": "'",
  '〝': '〞',
  '＂': '＂',
  '＇': '＇',
};

/** Marks whose two halves differ: these alone may stand on two lines, as nothing else tells which of two begins a quotation. */
const pairs = '“‘〝';
/** No quotation that a line end cuts is longer, in UTF-16 code units. */
const longestCut = 80;

/** The quotations of a paragraph in western marks that hold Chinese. */
function foreignQuotationsOf({ text: prose }: Paragraph): readonly UnitOccurrence[] {
  const found: UnitOccurrence[] = [];
  /** What closes no quotation from here on. */
  const gone = new Set<string>();
  for (let open = 0; open < prose.length; open++) {
    const closing = closingOf[prose[open]!];
    if (closing === undefined || gone.has(closing)) continue;
    const before = classAt(prose, open - 1);
    // 5'10": inches; people's: an apostrophe
    if (
      '"\'”'.includes(prose[open]!) &&
      (before === CharClass.Digit || (closing !== '"' && before === CharClass.Latin))
    )
      continue;
    const close = prose.indexOf(closing, open + 1);
    if (close < 0) {
      gone.add(closing);
      continue;
    }
    const inside = prose.slice(open + 1, close);
    const isCut = /[\r\n]/.test(inside);
    if (isCut && (inside.length > longestCut || !pairs.includes(prose[open]!))) continue;
    let hasHan = false;
    for (let i = open + 1; i < close; i++) if (classAt(prose, i) === CharClass.Han) hasHan = true;
    // Inside 「」 the inner marks would be 『』; that is for the author to say.
    if (hasHan && inside !== '' && !/[「」『』“”]/.test(inside) && !insideQuote(prose, open)) {
      const edits = [
        { start: open, end: open + 1, text: '「' },
        { start: close, end: close + 1, text: '」' },
      ];
      found.push({ start: open, end: close + 1, edits });
    }
    open = close;
  }
  return found;
}

export const rule: ReportRule<UnitOccurrence, 'paragraph'> = {
  per: 'report',
  notes: { per: 'paragraph', only: { traits: Trait.ForeignQuote }, read: foreignQuotationsOf },
  id: 'typography/quotation-marks',
  title: { 'zh-TW': '中文使用西式引號', en: 'Western quotation marks in Chinese' },
  severity: 'information',
  source: '標點符號用法表（文書處理手冊附錄4）：引號用「」，引號內再用『』',
  checked: '2026-11-23',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '中文引號應使用「」。', en: 'Chinese text is quoted with 「」.' },
    many: {
      'zh-TW': '中文引號應使用「」（全文 {count} 處）。',
      en: 'Chinese text is quoted with 「」 ({count} places).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「」', en: 'Change to 「」' },
  },
  check: (_report, notes, _context, find) => {
    tellOccurrences(occurrencesOf(notes), { one: 'one', many: 'many', other: 'other', fix: 'replace' }, find);
  },
};

function insideQuote(words: string, index: number): boolean {
  return words.lastIndexOf('「', index) > words.lastIndexOf('」', index);
}
