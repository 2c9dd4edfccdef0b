import type { Line } from '../../report/model/line';
import { isQuoted, scanQuotes } from '../../report/scan/quotes';
import { Trait } from '../../report/scan/traits';
import { parseHanNumber, toHan } from '../../text/numerals';
import type { Span } from '../../text/span';
import { fixesOfEdits, relatedPlaces } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

type Form = 'half' | 'full' | 'words';

interface Percentage extends Span {
  readonly form: Form;
  /** As written: 10%, 百分之十. */
  readonly words: string;
}

const percentages = /(?<![\d,.])\d[\d,.]{0,15} ?[%％﹪]|百分之[\d一二三四五六七八九十百零〇點.]+/g;

function formOf(words: string): Form {
  if (words.startsWith('百')) return 'words';
  return words.endsWith('%') ? 'half' : 'full';
}

/** The figure of 百分之二點五; undefined where it is none. */
function figureOf(words: string): string | undefined {
  const numeral = words.slice('百分之'.length);
  if (/^[\d.]+$/.test(numeral)) return numeral;
  const [whole, fraction] = numeral.split('點');
  const value = parseHanNumber(whole!);
  if (value === undefined) return undefined;
  if (fraction === undefined) return String(value);
  const digits = Array.from(fraction, (digit) => parseHanNumber(digit));
  return digits.every((digit) => digit !== undefined) ? `${value}.${digits.join('')}` : undefined;
}

/** `percentage` in another form; undefined where that can't be said. */
function rewritten({ form, words }: Percentage, to: Form): string | undefined {
  if (to !== 'words') {
    const sign = to === 'half' ? '%' : '％';
    if (form !== 'words') return words.slice(0, -1) + sign;
    const figure = figureOf(words);
    return figure && figure + sign;
  }
  const value = Number(words.slice(0, -1));
  return Number.isInteger(value) && value >= 1 && value <= 99 ? `百分之${toHan(value)}` : undefined;
}

const nameOfForm: Readonly<Record<Form, string>> = { half: '10%', full: '10％', words: '百分之十' };

function percentagesOf({ text: prose }: Line): readonly Percentage[] {
  const found: Percentage[] = [];
  const quotes = scanQuotes(prose);
  for (const { 0: words, index } of prose.matchAll(percentages)) {
    const end = index + words.length;
    if (words !== '百分之百' && !isQuoted(quotes, index, end))
      found.push({ form: formOf(words), words, start: index, end });
  }
  return found;
}

export const rule: ReportRule<Percentage> = {
  per: 'report',
  notes: { per: 'line', only: { traits: Trait.Percent }, read: percentagesOf },
  id: 'numbers/mixed-percent',
  title: { 'zh-TW': '百分比寫法混用', en: 'Percentages written in several ways' },
  severity: 'hint',
  source: '公文書橫式書寫數字使用原則（文書處理手冊附錄4）：百分比用阿拉伯數字',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    mixed: {
      'zh-TW': '百分比有幾種寫法（{forms}），請統一為「{preferred}」的寫法。',
      en: 'Percentages are written in several ways ({forms}); write them like {preferred} throughout.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    preferred: { 'zh-TW': '這裡的寫法不同', en: 'Written otherwise here' },
    unify: { 'zh-TW': '全文統一為「{preferred}」的寫法', en: 'Write them like {preferred} throughout' },
  },
  check: (_report, notes, _context, find) => {
    const counts: Record<Form, number> = { half: 0, full: 0, words: 0 };
    for (const { note } of notes) counts[note.form]++;
    const used = (['half', 'full', 'words'] as const).filter((form) => counts[form] > 0);
    if (used.length < 2) return;
    // Of equals the first: figures with a half-width sign.
    const preferred = used.reduce((most, form) => (counts[form] > counts[most] ? form : most));
    const told = notes.filter(({ unit }) => unit.zone !== 'contents').map(({ unit, note }) => ({ unit, ...note }));
    const others = told.filter(({ form }) => form !== preferred);
    const preferredOnes = told.filter(({ form }) => form === preferred);
    const [first, ...more] = others;
    if (!first) return;
    const params = {
      preferred: nameOfForm[preferred],
      forms: used.map((form) => `${nameOfForm[form]} × ${counts[form]}`).join('、'),
    };
    find({
      message: 'mixed',
      params,
      unit: first.unit,
      start: first.start,
      end: first.end,
      related: [...relatedPlaces(preferredOnes.slice(0, 1), 'preferred'), ...relatedPlaces(more, 'other')],
      fixes: () => {
        const edits = others.flatMap((percentage) => {
          const { unit, start, end } = percentage;
          const text = rewritten(percentage, preferred);
          return text === undefined ? [] : [{ unit, start, end, text }];
        });
        return fixesOfEdits(edits, { title: 'unify', params, safety: 'review' });
      },
    });
  },
};
