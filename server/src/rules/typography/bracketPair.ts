import type { Place } from '../../report/model/line';
import type { LineFacts } from '../../report/model/lines';
import type { Report } from '../../report/model/report';
import { Trait } from '../../report/scan/traits';
import type { ReportDiscovery, ReportRule, RuleFix } from '../engine/rule';

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

interface OpenBracket {
  readonly character: string;
  readonly at: number;
  readonly line: number;
  /** Where the first round bracket inside it stands; -1 before there is one. */
  inner: number;
}

/** A remark is rarely longer, in UTF-16 code units. */
const longestRemark = 20;

/**
 * Whether a pair of round brackets most likely is none: a sentence goes on behind the words it opens with, and another pair
 * stands in what follows. 「會議中心（新館一樓舉行，由本局（主辦單位）致詞，與會者：學者）」
 */
function isByAccident({ inner, at }: OpenBracket, close: number, text: string): boolean {
  return inner >= 0 && close - at > longestRemark && /[，。；]/.test(text.slice(at + 1, inner));
}

function changed(unit: Report, title: string, at: number, expected: string, text: string): RuleFix<Place> {
  const edits = [{ unit, start: at, end: at + 1, text }];
  return { title, params: { expected, text }, safety: 'review', edits };
}

/** Where the brackets of a line's number stand, if they are of two widths: （二). */
function mixedNumber({ text, shape: { number } }: LineFacts): readonly [number, number] | undefined {
  if (!number) return undefined;
  const width = '（('.indexOf(text[number.start]!);
  if (width < 0) return undefined;
  const close = text.slice(number.start, number.end).search(/[）)]/);
  return close >= 0 && '）)'.indexOf(text[number.start + close]!) !== width
    ? [number.start, number.start + close]
    : undefined;
}

export const rule: ReportRule = {
  per: 'report',
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
  check: ({ whole }, _notes, _context, find) => {
    const { starts, count } = whole.lines;
    const stack: OpenBracket[] = [];
    let fixable = 0;
    const deletion = (at: number, character: string): ReportDiscovery['fixes'] =>
      fixable++ < mostFixable ? () => [changed(whole, 'delete', at, character, '')] : undefined;
    const giveUp = (bracket: OpenBracket): void => {
      const other = closing[opening.indexOf(bracket.character)]!;
      find({
        message: 'unclosed',
        params: { character: bracket.character, other },
        unit: whole,
        start: bracket.at,
        end: bracket.at + 1,
        fixes: deletion(bracket.at, bracket.character),
      });
    };
    for (let line = 0; line < count; line++) {
      const { facts, text: prose } = whole.units.lines[line]!;
      const { traits, shape, content } = facts;
      // A heading, a label or too many lines: what is open stays open. Numbers and rows of a table may stand inside brackets.
      if (stack.length > 0 && (shape.marks > 0 || shape.labels.length > 0 || line - stack[0]!.line > longestPair)) {
        stack.forEach(giveUp);
        stack.length = 0;
      }
      const number = mixedNumber(facts);
      if (number) {
        const [open, close] = number.map((at) => starts[line]! + at) as [number, number];
        find({
          message: 'mixed',
          params: { open: whole.text[open]!, close: whole.text[close]! },
          severity: 'information',
          unit: whole,
          start: close,
          end: close + 1,
          related: [{ message: 'opened', unit: whole, start: open, end: open + 1 }],
          fixes: () => [
            changed(whole, 'change', close, whole.text[close]!, closing[opening.indexOf(whole.text[open]!)]!),
            changed(whole, 'change', open, whole.text[open]!, opening[closing.indexOf(whole.text[close]!)]!),
          ],
        });
      }
      if ((traits & Trait.Unpaired) === 0 && facts.fullBrackets + facts.halfBrackets < 2) continue;
      const offset = starts[line]!;
      const words = prose.replace(interval, blotted);
      for (let i = shape.number ? shape.number.end : content.start; i < content.end; i++) {
        const character = words[i]!;
        if (opening.includes(character)) {
          const around = stack[stack.length - 1];
          if (around && around.inner < 0 && '（('.includes(character)) around.inner = offset + i;
          stack.push({ character, at: offset + i, line, inner: -1 });
          continue;
        }
        const kind = closing.indexOf(character);
        if (kind < 0) continue;
        const last = stack[stack.length - 1];
        if (last && last.character === opening[kind]) {
          stack.pop();
          if ('（('.includes(last.character) && isByAccident(last, offset + i, whole.prose)) {
            for (const at of [last.at, offset + i])
              find({
                message: at === last.at ? 'unclosedHere' : 'unopenedHere',
                params: { character: whole.text[at]! },
                severity: 'information',
                unit: whole,
                start: at,
                end: at + 1,
                related: [{ message: 'partner', unit: whole, start: at === last.at ? offset + i : last.at, end: (at === last.at ? offset + i : last.at) + 1 }], // prettier-ignore
              });
          }
        } else if (last && '（('.includes(last.character) && '）)'.includes(character)) {
          stack.pop();
          find({
            message: 'mixed',
            params: { open: last.character, close: character },
            unit: whole,
            start: offset + i,
            end: offset + i + 1,
            related: [{ message: 'opened', unit: whole, start: last.at, end: last.at + 1 }],
            fixes: () => [
              changed(whole, 'change', offset + i, character, closing[opening.indexOf(last.character)]!),
              changed(whole, 'change', last.at, last.character, opening[kind]!),
            ],
          });
        } else if (character !== ')' || !rightWithoutOpening.test(words.slice(Math.max(0, i - 3), i))) {
          find({
            message: 'unopened',
            params: { character, other: opening[kind]! },
            unit: whole,
            start: offset + i,
            end: offset + i + 1,
            fixes: deletion(offset + i, character),
          });
        }
      }
    }
    stack.forEach(giveUp);
  },
};
