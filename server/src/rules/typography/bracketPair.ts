import type { Line, Place } from '../../report/model/line';
import type { LineFacts } from '../../report/model/lines';
import type { Report } from '../../report/model/report';
import { Trait } from '../../report/scan/traits';
import type { ReportDiscovery, ReportRule, RuleFix, Severity } from '../engine/rule';
import type { ReportView } from '../engine/view';

const opening = '（「『《〈(';
const closing = '）」』》〉)';
/** A pair opens and closes within so many lines; behind that it was never closed. */
const longestPair = 6;

/** Behind so many brackets without a partner the text is broken as a whole, and no single one of them is to be mended. */
const mostFixable = 200;

/** `a)` and `1)` number the points of a list, `:)` is a face. */
const rightWithoutOpening = /(?:^|[\s，。；：、])[A-Z\d]{1,2}$|[:;]-?$/i;
/** Half-open intervals: [0, 1) and (0, 1]. */
const interval = /\[[-\d.,\s∞]{3,12}\)|\([-\d.,\s∞]{3,12}\]/g;

function blotted(words: string): string {
  return ' '.repeat(words.length);
}

/** What one line has of brackets. */
interface LineBrackets {
  /** Where those of its number stand, if they are of two widths. */
  readonly mixedNumber: readonly [number, number] | undefined;
  /** Offsets in the line of those behind its number. */
  readonly brackets: readonly number[];
}

interface BracketPlace extends Place {
  readonly unit: Line;
}

interface OpenBracket {
  readonly character: string;
  readonly place: BracketPlace;
  /** The first round bracket inside it; undefined before there is one. */
  inner: BracketPlace | undefined;
}

/** What opens with it gives a short name, and rarely has more Han characters. */
const givesShortName = /^(?:(?:以下)?簡稱|以?下稱)/;
const longestGiving = 18;

/** A remark is rarely longer, in UTF-16 code units. */
const longestRemark = 20;

/**
 * Whether a pair of round brackets most likely is none: a sentence goes on behind the words it opens with, and another pair
 * stands in what follows. 「會議中心（新館一樓舉行，由本局（主辦單位）致詞，與會者：學者）」
 * What gives a short name gives nothing else: 「（以下簡稱中心 進行，由學者帶領：成果豐碩）」.
 */
function isByAccident({ place, inner }: OpenBracket, close: Place, report: ReportView): boolean {
  const words = textBetween(report, place, close);
  if (givesShortName.test(words))
    return /[，。；]/.test(words) && words.replace(/\P{Script=Han}/gu, '').length >= longestGiving;
  return inner !== undefined && words.length >= longestRemark && /[，。；]/.test(textBetween(report, place, inner));
}

function changed(title: string, place: BracketPlace, expected: string, text: string): RuleFix<Place> {
  return { title, params: { expected, text }, safety: 'review', edits: [{ ...place, text }] };
}

/** Where the brackets of a line's number stand, if they are of two widths: （二). */
function mixedNumberOf({ text, shape: { number } }: LineFacts): readonly [number, number] | undefined {
  if (!number) return undefined;
  const width = '（('.indexOf(text[number.start]!);
  if (width < 0) return undefined;
  const close = text.slice(number.start, number.end).search(/[）)]/);
  return close >= 0 && '）)'.indexOf(text[number.start + close]!) !== width
    ? [number.start, number.start + close]
    : undefined;
}

/** Where the brackets behind the number of a line stand. */
function bracketsOf({ facts, text }: Line): readonly number[] {
  const { traits, shape, content, fullBrackets, halfBrackets } = facts;
  if ((traits & Trait.Unpaired) === 0 && fullBrackets + halfBrackets < 2 && !/[（(](?:以下|下稱|簡稱)/.test(text))
    return [];
  const words = text.replace(interval, blotted);
  const brackets: number[] = [];
  for (let at = shape.number ? shape.number.end : content.start; at < content.end; at++)
    if (opening.includes(words[at]!) || closing.includes(words[at]!)) brackets.push(at);
  return brackets;
}

/** Whether the bracket at `at` is right although nothing opens it. */
function standsAlone({ text }: Line, at: number): boolean {
  return '）)'.includes(text[at]!) && rightWithoutOpening.test(text.slice(Math.max(0, at - 3), at));
}

/** Whether brackets that are open since `from` were never closed before `to`: a heading or a label stands between, or too many lines. */
function isGivenUp({ units }: Report, from: Line, to: Line): boolean {
  const last = units.indexOf(to)!;
  const between = units.lines.slice(units.indexOf(from)! + 1, last + 1);
  return (
    between.length > longestPair || between.some(({ facts: { shape } }) => shape.marks > 0 || shape.labels.length > 0)
  );
}

/** The text from `from` to `to`. */
function textBetween(report: ReportView, from: Place, to: Place): string {
  if (from.unit === to.unit) return from.unit.text.slice(from.end, to.start);
  const { units, prose } = report.whole;
  return prose.slice(units.startOf(from.unit) + from.end, units.startOf(to.unit) + to.start);
}

export const rule: ReportRule<LineBrackets> = {
  per: 'report',
  notes: {
    per: 'line',
    only: { traits: Trait.Unpaired, contains: ['half-bracket', 'full-bracket', 'beginning'] },
    read: (unit) => {
      const mixedNumber = mixedNumberOf(unit.facts);
      const brackets = bracketsOf(unit);
      return mixedNumber || brackets.length > 0 ? [{ mixedNumber, brackets }] : [];
    },
  },
  id: 'typography/bracket-pair',
  title: { 'zh-TW': '括號或引號不成對', en: 'Brackets do not pair' },
  severity: 'error',
  source: '標點符號用法表（文書處理手冊附錄4）：夾註號、引號、書名號',
  checked: '2026-11-23',
  fix: 'review',
  messages: {
    unclosed: {
      'zh-TW': '「{character}」沒有對應的「{other}」，請補上或刪除。',
      en: '“{character}” is never closed by “{other}”; add it or delete this one.',
    },
    unopened: {
      'zh-TW': '「{character}」前面沒有對應的「{other}」，請補上或刪除。',
      en: '“{character}” closes nothing; add “{other}” or delete this one.',
    },
    mixed: {
      'zh-TW': '「{open}」與「{close}」不是一對，請改用同一種括號。',
      en: '“{open}” and “{close}” are no pair; use brackets of one kind.',
    },
    unclosedHere: {
      'zh-TW': '「{character}」到下一個括號之前沒有收尾，與後面的「）」似乎只是碰巧成對，請核對。',
      en: '“{character}” is not closed before the next bracket opens; it seems to pair with a later one by accident.',
    },
    unopenedHere: {
      'zh-TW': '「{character}」與前面的「（」之間隔著整句話和另一對括號，似乎只是碰巧成對，請核對。',
      en: 'A sentence and another pair stand between “{character}” and its partner; they seem to pair by accident.',
    },
    partner: { 'zh-TW': '碰巧成對的括號', en: 'The bracket it pairs with' },
    opened: { 'zh-TW': '開頭的括號', en: 'The opening bracket' },
    delete: { 'zh-TW': '刪去「{expected}」', en: 'Delete “{expected}”' },
    change: { 'zh-TW': '將「{expected}」改為「{text}」', en: 'Change “{expected}” to “{text}”' },
  },
  check: (report, notes, _context, find) => {
    const stack: OpenBracket[] = [];
    let fixable = 0;
    const deletion = (place: BracketPlace, character: string): ReportDiscovery['fixes'] =>
      fixable++ < mostFixable ? () => [changed('delete', place, character, '')] : undefined;
    const giveUp = ({ character, place }: OpenBracket): void => {
      const other = closing[opening.indexOf(character)]!;
      const { unit, start, end } = place;
      find({ message: 'unclosed', params: { character, other }, unit, start, end, fixes: deletion(place, character) });
    };
    const mixed = (open: OpenBracket, place: BracketPlace, character: string, severity?: Severity): void => {
      find({
        message: 'mixed',
        params: { open: open.character, close: character },
        ...(severity && { severity }),
        ...place,
        related: [{ message: 'opened', ...open.place }],
        fixes: () => [
          changed('change', place, character, closing[opening.indexOf(open.character)]!),
          changed('change', open.place, open.character, opening[closing.indexOf(character)]!),
        ],
      });
    };
    for (const { unit, note } of notes) {
      const placeAt = (at: number): BracketPlace => ({ unit, start: at, end: at + 1 });
      // Numbers and rows of a table may stand inside brackets.
      if (stack.length > 0 && isGivenUp(report.whole, stack[0]!.place.unit, unit)) stack.splice(0).forEach(giveUp);
      if (note.mixedNumber) {
        const [open, close] = note.mixedNumber;
        const opened = { character: unit.text[open]!, place: placeAt(open), inner: undefined };
        mixed(opened, placeAt(close), unit.text[close]!, 'information');
      }
      for (const at of note.brackets) {
        const character = unit.text[at]!;
        const place = placeAt(at);
        const last = stack[stack.length - 1];
        if (opening.includes(character)) {
          if (last && '（('.includes(character)) last.inner ??= place;
          stack.push({ character, place, inner: undefined });
        } else if (last && last.character === opening[closing.indexOf(character)]) {
          stack.pop();
          if (!'（('.includes(last.character) || !isByAccident(last, place, report)) continue;
          const accident = { severity: 'information', params: { character: last.character } } as const;
          const partner = { message: 'partner' } as const;
          find({ message: 'unclosedHere', ...accident, ...last.place, related: [{ ...partner, ...place }] });
          find({ ...accident, message: 'unopenedHere', params: { character }, ...place, related: [{ ...partner, ...last.place }] }); // prettier-ignore
        } else if (last && '（('.includes(last.character) && '）)'.includes(character)) {
          stack.pop();
          mixed(last, place, character);
        } else if (!standsAlone(unit, at)) {
          const other = opening[closing.indexOf(character)]!;
          find({ message: 'unopened', params: { character, other }, ...place, fixes: deletion(place, character) });
        }
      }
    }
    stack.forEach(giveUp);
  },
};
