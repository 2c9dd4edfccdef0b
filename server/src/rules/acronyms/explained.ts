import { anyOf, phrasePattern } from '../../knowledge/phrases';
import type { Report } from '../../report/model/report';
import { skipBlanks, trimBlanksEnd } from '../../text/characters';
import type { Span } from '../../text/span';

/** How far around an acronym its full name is looked for, in UTF-16 code units. */
const reach = 160;

/** Words before an acronym that introduce it as a name, a code or a short form of what stands before them. */
const introduces = new RegExp(`${anyOf('introduces-acronym')}[為係是]?[：:]?[「『]?$`);
/** A name that ends like this and is followed by its acronym without brackets is its full name: 臺紐經濟合作協定 ANZTEC. */
const fullNameBefore = new RegExp(`${anyOf('ends-full-name')}$`);
/** Words behind that make it the name of a company, a school, a product, a train or a person: FARLO購物中心, ICE列車, KOLB教授. */
const properNameBehind = new RegExp(`^${anyOf('behind-proper-name')}`);
/** Words behind that call it a piece of software, or say what an acronym is of: ELVU系統, ANPR系統. */
const softwareBehind = new RegExp(`^${anyOf('behind-software')}`);
/** A branch of a shop: QANTO北谷店. */
const shopBehind = /^[\u3400-\u9fff]{0,5}(?:店|賣場|量販|門市)/;
/** What is called something: 平台ELVU, 軟體採用ROVAX, 平台為ELVU及ROVAX. */
const kindBefore = new RegExp(`${anyOf('before-proper-name')}(?:採用|[為係是])?(?:[A-Za-z]{2,12}[、及與和])?$`);

/** Behind a name of letters the model of a machine: SG 8.0-167 DD, MX 4.2-B. */
const modelNumber = /^[ \u00a0]\d{1,3}(?:\.\d{1,2})?-[\dA-Z]{1,5}(?![\dA-Za-z])/;
/** Behind an acronym: the number of a flight, a strain, a standard, a document (CI 065, QST 713, NCR-023); no year, and no number of things. */
const codeNumber = phrasePattern`^[ \u00a0]\d{2,5}(?![\d ]*[\p{Script=Han}%％.,])|^-[A-Z]?\d|^[ \u00a0]?\d{2,5} ?(?:[號型款]|次(?=[，、。]|$)|次?${'behind-code'})`;

/** Whether the words behind an acronym begin with the number of what is called so. */
export function hasCodeNumber(after: string): boolean {
  const number = codeNumber.exec(after);
  return number !== null && !/^.(?:19|20)\d\d(?!\d)/.test(number[0]);
}

/** Behind an acronym, words that begin to say what it stands for: RDEF，即…, RDEF係指…, RDEF為…之簡稱, RDEF——…. */
const toldBehind =
  /^[」』]?(?:[，、]?(?:即|[係是意乃]指|意即|全[名稱]|等?[亦均皆同]?[係是為屬][^，。；]{1,60}(?:[之的](?:[簡全]稱|縮寫)|(?:名稱|號)(?=[，。；、）])))|——?\s?\p{Script=Han}{4}|\s?[＝=])/u;
/** A line that explains: 註：RDEF為…. */
const noteBefore = /(?:^|\n)[ \u3000]{0,4}[[［(（*]?註?\s?\d{0,3}[\]］)）]?[：:]?\s?$/;

/** What stands behind the acronym that opens a row of a list: GNSS　全球導航衛星系統（Global Navigation Satellite System）. */
const rowName =
  /^(?:[\u3000\t：:]|[ \u00a0]{2})\s{0,3}(?:\p{Script=Han}{2}[\p{Script=Han}、]*(?:[（(][A-Z]|\s*$|\s*\n)|[A-Z][a-z]+ [A-Za-z])/u;
/** As far as such a name is read, in UTF-16 code units. */
const longestRowName = 40;

/** Whether the words behind an acronym that opens a line say what it stands for, as in a row of a list. */
export function isNamedInRow(behind: string): boolean {
  return rowName.test(behind.slice(0, longestRowName));
}

/** Words in Latin letters side by side, over the end of a line too. */
const latinWords = /\p{Script=Latin}[\p{Script=Latin}\d'’&.,/\-–\s]{3,160}/gu;

/** Whether the letters of `acronym` come one after the other in `words`, the first at the beginning of a word, in about as many words. */
function spells(acronym: string, words: readonly string[]): boolean {
  return words.some((_, from) => {
    let next = 0;
    let to = from;
    for (; to < words.length && next < acronym.length; to++)
      for (const [index, letter] of [...words[to]!.toUpperCase()].entries()) {
        if (to === from && next === 0 && index > 0) break;
        if (letter === acronym[next]) next++;
      }
    return next === acronym.length && to - from >= 2 && (to - from) * 2 >= acronym.length;
  });
}

/** Between sentences and paragraphs. */
const sentenceEnd = /。|\n\s*\n/;

/** Whether a name in Latin letters in the sentence spells the acronym out, before it or behind it. */
function isSpelledNear(text: string, { start, end }: Span): boolean {
  const own = text.slice(start, end);
  const acronym = own.replace(/s$/, '');
  const before = text
    .slice(Math.max(0, start - reach), start)
    .split(sentenceEnd)
    .at(-1)!;
  const near = before + own + text.slice(end, end + reach).split(sentenceEnd, 1)[0]!;
  for (const [run] of near.matchAll(latinWords)) {
    const words = run.split(/\P{Script=Latin}+/u).filter((word) => word !== '' && word !== own && word !== acronym);
    if (/\p{Ll}/u.test(run) && spells(acronym, words)) return true;
  }
  return false;
}

/** Inside brackets beside the acronym: no other word but in Latin letters, or one that says that it is a short form. */
const latinOnly = /^[\w\s.,，;；/&’'-]*$/;
const shortForm = /[簡合]稱|以下稱|下稱|縮寫|[法英德荷西日俄義葡]文|或/;

/** Whether the acronym stands in brackets right behind a Chinese name: 標準〔DWKS〕, 委員會（以下稱CDPK委員會）, 第15號（ISPM 15）. */
function isBracketed(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  const behind = text.slice(end, end + reach);
  const open =
    /\p{Script=Han}[」』》]? ?(?:[（(〔[［【][^（(〔[［【）)〕\]］】]{0,80}[）)])?[（(〔[［【]([^（(〔[［【）)〕\]］】]{0,80})$/u.exec(
      before,
    );
  const close = /^([^（(〔[［【）)〕\]］】]{0,40})[）)〕\]］】]/.exec(behind);
  if (!open || !close) return false;
  const inside = open[1]! + close[1]!;
  // （DRWB、HQSR等） is a list.
  if (latinOnly.test(inside)) return !/[,，;；/]/.test(inside) || /[a-z]{2}/.test(inside);
  return shortForm.test(inside) && !/[、等]/.test(inside);
}

/** What may be an acronym and ends brackets. */
const endsBrackets = /(?<![A-Za-z])[A-Z][A-Za-z\d]{1,7}(?=\s{0,3}[）)])/g;

/** The acronyms that brackets write out, beside English words too. */
export function writtenOutInBrackets(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { 0: acronym, index } of text.matchAll(endsBrackets))
    if (isBracketed(text, { start: index, end: index + acronym.length })) found.add(acronym);
  return found;
}

/** Whether the acronym is a word of a name of several words in Latin letters: Anna DE VRIES, GATE E, KLX MOX. */
function isWordOfLonger(text: string, { start, end }: Span, isKnown: (word: string) => boolean): boolean {
  const beside = [
    /([a-z]{1,20})\.?[ \u00a0]$/i.exec(text.slice(Math.max(0, start - 22), start))?.[1],
    /^[ \u00a0]([a-z]{1,20})/i.exec(text.slice(end, end + 22))?.[1],
  ];
  return beside.some((word) => word !== undefined && !isKnown(word));
}

/** Whether the place says by the word before what kind of thing is called so. */
export function isCalledSo({ text }: Report, { start }: Span): boolean {
  const from = Math.max(0, start - 20);
  return kindBefore.test(text.slice(from, trimBlanksEnd(text, from, start)));
}

/** Whether the place says by the word behind that software, or what works by it, is called so. */
export function isOfSoftware({ text }: Report, { end }: Span): boolean {
  return softwareBehind.test(text.slice(skipBlanks(text, end, Math.min(text.length, end + 4)), end + 6));
}

/**
 * Whether what surrounds one occurrence says what the acronym stands for, or that it is a name or a code.
 * @param isKnown whether a word is an acronym that readers know
 */
export function isExplained(
  { text, lines }: Report,
  place: Span,
  line: number,
  isKnown: (word: string) => boolean,
): boolean {
  const { start, end } = place;
  const behind = skipBlanks(text, end, Math.min(text.length, end + 4));
  if (text[behind] === '（' || text[behind] === '(' || text[behind] === '＝' || text[behind] === '=') {
    const close = text.slice(behind, behind + 60).search(/[）)]/);
    const inside = close < 0 ? '' : text.slice(behind + 1, behind + close);
    // ACR（中文全名） and ACR (English full name); a date or a place would not be so long.
    if (/\p{Script=Han}{4}/u.test(inside) || /[a-z] [A-Za-z]/.test(inside)) return true;
  }
  if (properNameBehind.test(text.slice(behind, behind + 4)) || shopBehind.test(text.slice(behind, behind + 8)))
    return true;
  // A part of a word: I-GRIP, Likely-SCAM, with or without a line's end behind the hyphen.
  if (/-\s?$/.test(text.slice(Math.max(0, start - 2), start))) return true;
  const after = text.slice(end, end + reach);
  if (modelNumber.test(after) || toldBehind.test(after)) return true;
  if (hasCodeNumber(after)) return true;
  const before = text.slice(Math.max(0, start - 12), trimBlanksEnd(text, Math.max(0, start - 12), start));
  if (/["“‘<]$/.test(before) || introduces.test(before) || fullNameBefore.test(before)) return true;
  if (/註/.test(before) && noteBefore.test(before)) return true;
  if (isWordOfLonger(text, place, isKnown) || isBracketed(text, place) || isSpelledNear(text, place)) return true;
  // A row of a list of acronyms: the acronym in one cell, what it stands for in the next, or behind a wide blank.
  const lineStart = lines.starts[line]!;
  const { content, shape } = lines.facts[line]!;
  if (start === lineStart + content.start && isNamedInRow(text.slice(end))) return true;
  const { cells } = shape;
  const cell = cells.findIndex((span) => lineStart + span.start === start && lineStart + span.end === end);
  if (cell < 0) return false;
  const next = cells[cell + 1] ?? cells[cell - 1];
  return next !== undefined && next.end - next.start >= 4;
}
