import { Trait } from '../../report/scan/traits';
import type { Example, Rule, RulePage } from '../rule';

const opening = '（「『《〈(';
const closing = '）」』》〉)';
/** A pair opens and closes within so many lines; behind that it was never closed. */
const longestPair = 6;

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
      // A new paragraph or heading: what is open stays open.
      if (
        stack.length > 0 &&
        (shape.number || shape.marks > 0 || shape.bullet || line - stack[0]!.line > longestPair)
      ) {
        stack.forEach(giveUp);
        stack.length = 0;
      }
      if ((traits & Trait.Unpaired) === 0) continue;
      const offset = starts[line]!;
      const words = report.text.slice(offset, offset + length);
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
        } else if (!/(?:^|[\s，。；])[A-Z\d]{1,2}$/i.test(words.slice(Math.max(0, i - 3), i)) || character !== ')') {
          // `a)` and `1)` number the points of a list
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
];

export const page: RulePage = {
  explanation: '括號與引號要成對，也要用同一種寬度：全形（配全形），半形(配半形)。少了一邊，讀者不知道說明到哪裡為止。',
  leavesAlone: '段落內換行的括號仍算成對。「a) b)」這種編號不算缺少左括號，標題編號（一）也不算在內。',
  summary:
    'Brackets and quotation marks must pair, with both sides of one width. Pairs over wrapped lines and list numbers such as a) are left alone.',
};
