/**
 * Edits as people make them: keys, words, pastes, cuts, Enter, joined lines, moved blocks; anywhere in the text, and
 * where rules look. What is drawn says only how to edit; the place is found in the text as it then is.
 */
import fc from 'fast-check';
import type { Place } from '../fuzz/kinds';
import { anyOf, share, wholeReports } from './texts';

/** `[start, end)` of the text before is replaced by `insert`; never inside a surrogate pair or between CR and LF. */
export interface Edit extends Place {
  readonly insert: string;
}

/** Near what an edit is made. */
export const surroundings = ['anywhere', 'finding', 'name', 'number', 'border', 'line-end'] as const;
export type Surroundings = (typeof surroundings)[number];

/** What is done there. */
export const actions = ['key', 'word', 'erase', 'replace', 'paste', 'cut', 'enter', 'join', 'move'] as const;
export type Action = (typeof actions)[number];

/** How to edit any text. */
export interface EditDraw {
  readonly near: Surroundings;
  /** Which of the places near which an edit is asked for, from 0 up to 1; the place itself for `anywhere`. */
  readonly which: number;
  /** How far from the place, in UTF-16 code units. */
  readonly aside: number;
  readonly action: Action;
  /** How much is erased, cut or moved, from 0 up to 1. */
  readonly size: number;
  /** What is typed or pasted. */
  readonly words: string;
}

/** Keys that some rule or the parser looks at, one character each. */
const keys = [
  ...'的並，。、：；（）()「」《》…“”` \u3000\t|*#-/1９三壹一日月年%％元台臺佔国软APaz𠮷\u{E0100}\u200b\u0301',
];

/** Words, marks, names, dates, numbers, beginnings of lines and parts, each judged by some rule. */
const words = [
  '的的', '...', '```', '<!--', '**', '，，', 'APEC', 'FTAAP', 'FTAPP', 'apec', 'ＡＰＥＣ', '亞太自由貿易區（FTAAP）', '（以下簡稱巴紐）', '（CTI）', '(CTI)',
  '壹、', '貳、', '參、', '叁、', '一、', '（一）', '（二）', '1. ', '(1)', '- ', '# ', '## ', '摘要', '目次', '行程', '目的', '心得及建議', '出席會議情形',
  '\n壹、目的\n', '\n肆、心得及建議\n', '\n一、', '服務機關：', '出國期間：', '報告日期：', '\n摘要\n',
  '韓國', '南韓', '巴紐', '中國', '中國台北', '新西蘭', '紐西籣', 'Korea', '美國', '我國', '會員國', '各國', '美國、日本及我國共 3 個會員出席', '缺席', '發言',
  '113年8月16日(五)', '8月20日（三）', '2024年5月4日', '114年2月30日', '113（2023）年', '25時', '下午13時', '三項', '等5項', '近半數超過 50%', '百分之十', '10％', '新台幣', '星期3',
  '計劃', '台北', '臺北', '紀錄', '人工智慧基本法', '制定', '軟件', '軟體', '信息', '由于', 'Ａ１', 'XX', '○○', '（待補）', '略', '無', '微中小企業', '進行進行',
]; // prettier-ignore

const pasted: fc.Arbitrary<string> = fc
  .tuple(anyOf(wholeReports.length), share, anyOf(400))
  .map(([index, at, length]) => {
    const text = wholeReports[index]!;
    const start = Math.floor(at * text.length);
    return text.slice(unbroken(text, start), unbroken(text, Math.min(text.length, start + 1 + length)));
  });

/** One edit; what becomes of it hangs on the text. */
export const editDraw: fc.Arbitrary<EditDraw> = fc
  .record({
    near: fc.constantFrom<Surroundings>('anywhere', 'anywhere', ...surroundings),
    which: share,
    aside: anyOf(7).map((draw) => draw - 3),
    action: fc.constantFrom<Action>('key', 'key', 'key', 'word', 'word', 'erase', 'erase', ...actions),
    size: share,
  })
  .chain((draw) => {
    const inserted =
      draw.action === 'key' ? fc.constantFrom(...keys)
      : draw.action === 'paste' ? pasted
      : fc.constantFrom(...words); // prettier-ignore
    return inserted.map((put) => ({ ...draw, words: put }));
  });

/** `offset`, or the place before the character that it stands in: an editor goes by whole characters and line ends. */
export function unbroken(text: string, offset: number): number {
  const inCharacter = /[\ud800-\udbff]/.test(text[offset - 1] ?? '') && /[\udc00-\udfff]/.test(text[offset] ?? '');
  const inLineEnd = text[offset - 1] === '\r' && text[offset] === '\n';
  return inCharacter || inLineEnd ? offset - 1 : offset;
}

const patterns = {
  name: /[A-Z][A-Za-z]*[A-Z]|美國|日本|韓國|加拿大|澳大利亞|紐西蘭|印尼|泰國|越南|新加坡|馬來西亞|菲律賓|秘魯|智利|墨西哥|我國/g,
  number: /[0-9\uff10-\uff19]+|[一二三四五六七八九十]{1,3}(?=[項個場次年月日人])/g,
  border:
    /^[ \t\u3000#]*(?:[壹貳參肆伍陸柒捌玖拾一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|摘要|目次|提要|服務機關|出國期間|報告日期)/gm,
  'line-end': /\r\n|\r|\n/g,
} as const;

/** The spots of `text` near which an edit may be asked for: their beginnings and ends. */
function spotsOf(text: string, near: Exclude<Surroundings, 'anywhere'>, findings: readonly Place[]): readonly number[] {
  if (near === 'finding') return findings.flatMap(({ start, end }) => [start, end]);
  return Array.from(text.matchAll(patterns[near]), ({ 0: match, index }) => [index, index + match.length]).flat();
}

function placeOf(text: string, { near, which, aside }: EditDraw, findings: readonly Place[]): number {
  const spots = near === 'anywhere' ? [] : spotsOf(text, near, findings);
  const at =
    spots.length === 0 ? Math.floor(which * (text.length + 1)) : spots[Math.floor(which * spots.length)]! + aside;
  return unbroken(text, Math.max(0, Math.min(text.length, at)));
}

/** Most units that a cut takes. */
const longestCut = 600;
/** Most lines that are moved at once, and over how many. */
const mostLines = 6;

/** The block of lines at `at`, put behind the lines that follow it. */
function moved(text: string, at: number, size: number): Edit {
  const ends = Array.from(text.slice(at).matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => at + index + end.length);
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const many = 1 + Math.floor(size * mostLines);
  const middle = ends[Math.min(many, ends.length) - 1] ?? text.length;
  const end = ends[Math.min(many + 1 + (Math.floor(size * 97) % mostLines), ends.length) - 1] ?? text.length;
  return { start, end, insert: text.slice(middle, end) + text.slice(start, middle) };
}

/** The line end next to `at`, behind it or else before it; nothing where the text is one line. */
function joined(text: string, at: number): Edit {
  const behind = /\r\n|\r|\n/.exec(text.slice(at));
  if (behind) return { start: at + behind.index, end: at + behind.index + behind[0].length, insert: '' };
  const before = /(?:\r\n|\r|\n)[^\r\n]*$/.exec(text.slice(0, at));
  if (!before) return { start: at, end: at, insert: '' };
  const start = before.index;
  return { start, end: start + (text.startsWith('\r\n', start) ? 2 : 1), insert: '' };
}

/** What `draw` does to `text`, in which `findings` were found. */
export function editOf(draw: EditDraw, text: string, findings: readonly Place[]): Edit {
  const start = placeOf(text, draw, findings);
  const upTo = (length: number): number => unbroken(text, Math.min(text.length, start + length));
  switch (draw.action) {
    case 'key':
    case 'word':
    case 'paste':
      return { start, end: start, insert: draw.words };
    case 'erase': {
      const end = upTo(1 + Math.floor(draw.size * 3));
      // A character of two units, a line end of two: the whole of it.
      return { start, end: end > start ? end : Math.min(text.length, start + 2), insert: '' };
    }
    case 'replace':
      return { start, end: upTo(Math.floor(draw.size * 5)), insert: draw.words };
    case 'cut':
      return { start, end: upTo(Math.floor(draw.size * longestCut)), insert: '' };
    case 'enter':
      return { start, end: start, insert: text.includes('\r\n') ? '\r\n' : '\n' };
    case 'join':
      return joined(text, start);
    case 'move':
      return moved(text, start, draw.size);
  }
}

/** `text` after the edit. */
export function edited(text: string, { start, end, insert }: Edit): string {
  return text.slice(0, start) + insert + text.slice(end);
}
