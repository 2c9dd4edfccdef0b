/**
 * What a line shows at first sight. A rule of typography, or a dearer reading of the line, looks closer only at lines
 * that show its trait; all others cost it nothing. A line may show a trait and have nothing that is wrong.
 */
export const enum Trait {
  /** , ; : ? ! beside a Han character, and the small and half width forms of Chinese marks: ﹐ ､. */
  HalfWidthPunctuation = 1,
  /** Ａ, １. */
  FullWidthAlphanumeric = 2,
  /** “ ” ‘ ’ " ' 〝 ＂. */
  ForeignQuote = 4,
  /** ... or 。。, a single …, and the dots that stand for it: ‧‧‧ ⋯ ‥. */
  Dots = 8,
  /** The same Chinese punctuation mark twice, or two that part clauses side by side, be one of half width. */
  Repeated = 16,
  /** A blank between two Han characters. */
  HanSpacing = 32,
  /** Brackets or quotation marks that do not pair off on the line, or pair in different widths. */
  Unpaired = 64,
  /** A Han character right beside a Latin letter or digit. */
  Joined = 128,
  /** A Han character and a Latin letter or digit with a blank between. */
  Spaced = 256,
  /** % or ％ or 百分之. */
  Percent = 512,
  /** What a placeholder may be made of: ○, 〇, ＸＸ, XX, OO, ＿＿, □□, TODO, TBD, $, 待, 【, ？？. */
  Placeholder = 1024,
  /** The same one to four characters twice: 的的, 進行進行. */
  Doubled = 2048,
  /** 時: of a time of day, mostly. */
  Hour = 4096,
  /** A Latin letter. */
  Latin = 8192,
  /** A mark that opens a quotation. */
  Quotation = 16384,
  /** 年, 月, / ／ . or -: what a date can't be written without. */
  Dated = 32768,
  /** ： or :. */
  Colon = 65536,
  /** 。 */
  FullStop = 131072,
  /** A tab or ｜: what parts the cells of a row. */
  CellEnd = 262144,
}

export interface Traits {
  /** Union of `Trait`. */
  readonly traits: number;
  /** Opening half-width round brackets; those of an outline number at the line's start are left out by the rule. */
  readonly halfBrackets: number;
  /** Opening full-width round brackets. */
  readonly fullBrackets: number;
}

/** By trait, what shows it. */
const signs: readonly (readonly [Trait, RegExp])[] = [
  [
    Trait.HalfWidthPunctuation,
    /[,;:?!]\p{Script=Han}|[\p{Script=Han}）」』》〉】〕｝］)”’\]}][,;:?!]|\p{Script=Han}[\s\u200b]*\.|[）」』》〉】〕｝］)”’\]}]\.|[｡､\ufe50-\ufe57]/u,
  ],
  [Trait.FullWidthAlphanumeric, /[\uff10-\uff19\uff21-\uff3a]/i],
  [Trait.ForeignQuote, /[“”‘’"'〝＂＇]/],
  [Trait.Dots, /[…⋯‥]|\.\.|。。|、、|([‧·．・•])\1/],
  [Trait.Repeated, /([，。、；：！？])\1|[，。、；：][，。、；：,.;:．？！]|[,.;:．？！][，。、；：]/],
  [Trait.HanSpacing, /\p{Script=Han}[\s\u200b]+[\p{Script=Han}，。、；：！？]|[，。、；：！？][\s\u200b]/u],
  [Trait.Joined, /\p{Script=Han}[A-Za-z\d]|[A-Za-z\d]\p{Script=Han}/u],
  [Trait.Spaced, /\p{Script=Han}[\s\u200b]+[A-Za-z\d]|[A-Za-z\d][\s\u200b]+\p{Script=Han}/u],
  [Trait.Percent, /[%％﹪百]/],
  [
    Trait.Placeholder,
    /[○◯〇待$【<＜〈]|後補|暫缺|X[年月]|XX|xx|OO|OD|B[CD]|ＸＸ|ｘｘ|ＯＯ|00|？？|\?\?|[_＿]\p{Script=Han}|([_＿□△●＊#＃@＠])\1|\{\{|此處|這裡|容後|[（(]\s|[（([［〔][本範提例]|[（「『《〔｛［([{“‘][請補]|中[（「『《〈〔｛［([{）」』》〉】〕｝］)\]}]/u,
  ],
  [Trait.Doubled, /(.{0,3}\p{Script=Han})\1|之的|的之/u],
  [Trait.Hour, /時/],
  [Trait.Latin, /[a-z]/i],
  [Trait.Quotation, /[「『《〈“]/],
  [Trait.Dated, /[年月./／-]/],
  [Trait.Colon, /[：:]/],
  [Trait.FullStop, /。/],
  [Trait.CellEnd, /[\t｜]/],
];

const closingOf: ReadonlyMap<string, string> = new Map(
  ['（）', '()', '「」', '『』', '《》', '〈〉'].map(([opening, closing]) => [opening!, closing!]),
);
const brackets = /[（）()「」『』《》〈〉]/g;

/** Whether a bracket or quotation mark of `marks` has no other half there, or one of another width. */
function hasUnpaired(marks: readonly string[]): boolean {
  const open: string[] = [];
  for (const mark of marks) {
    const closing = closingOf.get(mark);
    if (closing !== undefined) open.push(closing);
    else if (open.pop() !== mark) return true;
  }
  return open.length > 0;
}

const noBrackets: readonly string[] = [];

/** The traits of `words`, what a line has behind its number. */
export function scanTraits(words: string): Traits {
  let traits = 0;
  for (const [trait, sign] of signs) if (sign.test(words)) traits |= trait;
  const marks = words.match(brackets) ?? noBrackets;
  return {
    traits: hasUnpaired(marks) ? traits | Trait.Unpaired : traits,
    halfBrackets: marks.filter((mark) => mark === '(').length,
    fullBrackets: marks.filter((mark) => mark === '（').length,
  };
}
