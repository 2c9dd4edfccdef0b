import { Trait } from '../../report/scan/traits';
import { proseOf } from '../../text/prose';
import type { Example, Rule, RulePage } from '../engine/rule';

const opening = '（「『《〈(';
const closing = '）」』》〉)';
/** A pair opens and closes within so many lines; behind that it was never closed. */
const longestPair = 6;

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
}

export const rule: Rule = {
  id: 'typography/bracket-pair',
  title: { 'zh-TW': '括號或引號不成對', en: 'Brackets do not pair' },
  severity: 'error',
  source: '標點符號用法表（文書處理手冊附錄4）：夾註號、引號、書名號',
  checked: '2026-11-23',
  fix: undefined,
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
    opened: { 'zh-TW': '開頭的括號', en: 'The opening bracket' },
  },
  check: (report, _context, find) => {
    const { starts, facts, count } = report.lines;
    const stack: OpenBracket[] = [];
    const giveUp = (bracket: OpenBracket): void => {
      const other = closing[opening.indexOf(bracket.character)]!;
      find({
        message: 'unclosed',
        params: { character: bracket.character, other },
        start: bracket.at,
        end: bracket.at + 1,
      });
    };
    for (let line = 0; line < count; line++) {
      const { traits, shape, content, length } = facts[line]!;
      // A heading, a label or too many lines: what is open stays open. Numbers and rows of a table may stand inside brackets.
      if (stack.length > 0 && (shape.marks > 0 || shape.label !== undefined || line - stack[0]!.line > longestPair)) {
        stack.forEach(giveUp);
        stack.length = 0;
      }
      if ((traits & Trait.Unpaired) === 0 || report.units.lines[line]!.surroundings.inCode) continue;
      const offset = starts[line]!;
      const words = proseOf(report.text.slice(offset, offset + length)).replace(interval, blotted);
      for (let i = shape.number ? shape.number.end : content.start; i < content.end; i++) {
        const character = words[i]!;
        if (opening.includes(character)) {
          stack.push({ character, at: offset + i, line });
          continue;
        }
        const kind = closing.indexOf(character);
        if (kind < 0) continue;
        const last = stack[stack.length - 1];
        if (last?.character === opening[kind]) stack.pop();
        else if (last && '（('.includes(last.character) && '）)'.includes(character)) {
          stack.pop();
          find({
            message: 'mixed',
            params: { open: last.character, close: character },
            start: offset + i,
            end: offset + i + 1,
            related: [{ message: 'opened', start: last.at, end: last.at + 1 }],
          });
        } else if (character !== ')' || !rightWithoutOpening.test(words.slice(Math.max(0, i - 3), i))) {
          find({
            message: 'unopened',
            params: { character, other: opening[kind]! },
            start: offset + i,
            end: offset + i + 1,
          });
        }
      }
    }
    stack.forEach(giveUp);
  },
};

export const examples: readonly Example[] = [
  { in: 'body', text: '（一）資料隱私次級小組⟦（⟧DPS會議於當日召開。' },
  { in: 'body', text: '（一）會中討論數位皮夾⟦」⟧之應用。' },
  { in: 'body', text: '（一）數位經濟夥伴協定（DEPA⟦)⟧已有三個成員。' },
  { in: 'body', text: '（一）我國推動⟦「⟧可信任生成式AI計畫。' },
  { in: 'body', text: '（一）資料隱私次級小組（DPS）會議（地點：利馬）。' },
  { in: 'body', text: '（一）分享「AI 行動計畫（2.0）」之『創新應用』。' },
  {
    in: 'body',
    text: '（一）研討會名稱為「透過解決當代\n貿易議題」，由我國主辦。',
    note: { 'zh-TW': '換行的引號', en: 'A quotation over two lines' },
  },
  { in: 'body', text: '重點為 a) 透明度 b) 包容性。' },
  {
    in: 'body',
    text: '8 月 21 日\t貿易暨投資委員會（Committee on Trade and\n8 月 22 日\tInvestment）會議',
    note: { 'zh-TW': '表格中跨列的括號', en: 'A bracket over two rows' },
  },
  {
    in: 'body',
    text: '本案涉及兩類規範（\n1. 國內法規；\n2. 國際協定），仍待討論。',
    note: { 'zh-TW': '括號內的編號', en: 'Numbers inside brackets' },
  },
  {
    in: 'body',
    text: '執行 `f(x` 後可見結果，詳見 https://example.org/a_(b 及區間 [0, 1) 之說明 :)',
    note: { 'zh-TW': '程式碼、網址、區間與表情', en: 'Code, addresses, intervals and faces' },
  },
];

export const page: RulePage = {
  explanation: '括號與引號要成對，也要用同一種寬度：全形（配全形），半形(配半形)。少了一邊，讀者不知道說明到哪裡為止。',
  leavesAlone:
    '段落內換行的括號仍算成對。「a) b)」這種編號、程式碼、網址與數學區間 [0, 1) 不算缺少括號，標題編號（一）也不算在內。',
  summary:
    'Brackets and quotation marks must pair, with both sides of one width. Pairs over wrapped lines, list numbers such as a), code and addresses are left alone.',
};
