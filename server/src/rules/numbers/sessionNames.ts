/** Of which meeting a number of a session is: by what follows it, by what stands before it, and its number in English. */
import { phrasePattern } from '../../knowledge/phrases';
import type { Span } from '../../text/span';

/** A name that says no more than that it is a meeting; what stands before the number tells which. */
export const general = phrasePattern`^(?:年度)?(?:(?:會員|委員|部長|領袖|全體)?${'gathering'}|[常例]會|${'contest'}|${'course'}班?)`;
/** A date in front of a number says nothing of the name. */
const dateBefore = /(?:(?:\d{2,4}年)?\d{1,2}月)?\d{1,2}日(?:[（(][一二三四五六日][）)]|[上下]午)?$/;
const ordinal = '(\\d{1,3})(?:st|nd|rd|th)';
const notOfMeeting =
  '(?! ?(?:century|street|floor|ave|road|anniv|birthday|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[a-z])';
/** The same number in English beside it: 第16屆…研討會（15th European Symposium）, 第27屆…（COP28）. */
const inEnglishBehind = new RegExp(
  `^[^（()）。；，]{0,30}[（(](?:the )?(?:${ordinal}${notOfMeeting}|[^（()）]{1,40}?${ordinal} (?:edition|session|meeting|annual|conference|congress)|(?:COP|MOP|CMP|CMA|WHA|SBI|SBSTA|SBSTTA)[ -]?(\\d{1,2})(?!\\d))`,
  'i',
);
const inEnglishBefore = new RegExp(`(?<![a-z\\d])${ordinal}${notOfMeeting} [a-z][a-z ,&’'-]{2,80} ?[（(]$`, 'i');
/** The number of a session in another language that differs from it. */
export interface Twin extends Span {
  readonly first: Span;
}

/** So far back a name is looked for: remarks in brackets may stand between it and the number. */
const longestName = 80;
/** How much of a name has to be the same. */
export const nameLength = 4;
const endsName = phrasePattern`[\p{Script=Han}A-Z]{2}(?:班|${'course'})$`;

/** The name of the meeting whose number stands at `index`; empty where only a word like 會議 is told, undefined where that can't be said. */
export function nameOf(text: string, index: number, behind: string): string | undefined {
  const kind = general.exec(behind)?.[0];
  const before = text
    .slice(Math.max(0, index - longestName), index)
    .replace(/[（(][^（）()]*[）)]|\s/g, '')
    .replace(dateBefore, '');
  // 指揮官訓練第46期 is named in front of its number.
  if (behind === '' && endsName.test(before)) return `${before.slice(-nameLength)}…`;
  const name = kind ? before.slice(-nameLength) : behind.slice(0, nameLength);
  if (!kind && /^[在於由為是之的將已曾至因以起和及與]/.test(name)) return undefined;
  if (/^[\p{Script=Han}A-Z]{4}$/u.test(name)) return /^(?:出席|參加)/.test(name) ? undefined : kind ? `${name}…${kind}` : name; // prettier-ignore
  return kind && (before === '' || /[，。；：、]$/.test(before)) ? '' : undefined;
}

/** Where the number at `span` stands beside another in English. */
export function twinOf(text: string, span: Span, number: number): Twin | undefined {
  const from = Math.max(0, span.start - 100);
  const before = inEnglishBefore.exec(text.slice(from, span.start));
  if (before && Number(before[1]) !== number) {
    const start = from + before.index;
    return { ...span, first: { start, end: start + /^\d+[a-z]+/i.exec(before[0])![0].length } };
  }
  const behind = inEnglishBehind.exec(text.slice(span.end, span.end + 100));
  const other = behind?.slice(1).find(Boolean);
  if (!behind || other === undefined || Number(other) === number) return undefined;
  const at = span.end + behind[0].lastIndexOf(other);
  return { start: at, end: at + other.length, first: span };
}
