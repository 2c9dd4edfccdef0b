/** Amounts of a sentence, as its arithmetic needs them: 12人, 2.4公頃, 1億8,150萬元, 約1,500人, 125.0kW. */
import type { Paragraph } from '../../report/model/units';
import { paragraphFlow } from '../../report/queries/paragraphFlow';
import { parseCount } from '../../text/numerals';
import type { Span } from '../../text/span';

/** A figure that stands for all between `value - slack` and `value + slack`. */
export interface Range {
  readonly value: number;
  readonly slack: number;
}

/** A figure with its measure. */
export interface Amount extends Span, Range {
  /** 人, 名 and 位 are one measure; 日幣 and 日圓 are 日元, 新臺幣 is 元. */
  readonly measure: string;
  /** 約, 近, 逾, 餘: the figure is no exact one. */
  readonly isRough: boolean;
  /** What its last digit counts: 0.1 in 62.5%, 10,000 in 360萬. */
  readonly step: number;
}

/** What an amount is of, as a regular expression without groups. */
export const measures =
  '個?百分點|個月|人次|場次|架次|班次|車次|小時|分鐘|公噸|公里|公尺|公頃|公斤|平方公尺|平方公里|[美歐日韓加澳]元|英鎊|日圓|泰銖|披索|盧比|人民幣|組件|方(?![面式法向案針位])|年(?![級度生])|[人名位篇件家所國場項戶座棟輛架艘冊床噸坪元%％站株頭隻處份則票席組班點個條級間台臺部套具片道張本款種類隊校館案筆次枚箱支幅門天日夜秒週顆棵月浬科串粒瓶桶袋盒排頁字層成例起]|[kMGmcn]?(?:Wh|VA|Hz|Pa|[WVAgmL])(?![A-Za-z\\d²³])';
const digits = '(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
const numeral = `${digits}(?:億(?:${digits}(?:萬${digits}?)?)?|[千百]?萬(?:${digits}千?)?|千)?|[一二兩三四五六七八九十百]{1,5}`;
/** A currency in front of its amount. */
const currency = '新[臺台]幣|[臺台]幣|日[幣圓元]|美[金元]|澳[幣元]|歐元|人民幣|港幣|加[幣元]|韓[幣元]';
const pattern = new RegExp(
  `(?:(${currency})[約計共]?)?(?<![\\d.,第一二兩三四五六七八九十百千幾數月])(${numeral})([餘多])?(${measures})`,
  'gu',
);
const roughBefore = /(?:[約近逾]|超過|將近|不到|至少|至多|最[少多高低]|接近)[計有為達]?$/;
const roughBehind = /^(?:以上|以下|左右|上下|以內)/;
const scales: Readonly<Record<string, number>> = { 百: 100, 千: 1e3, 萬: 1e4, 億: 1e8 };
const persons = /^[人名位]$/;
/** Of a rough figure so much may be more or less. */
const roughness = 0.03;

/** What `figure` comes to, and what its last digit counts. */
function readFigure(figure: string): { readonly value: number; readonly step: number } {
  if (!/^\d/.test(figure)) return { value: parseCount(figure), step: 1 };
  let value = 0;
  let step = 1;
  for (const [, number, scale] of figure.matchAll(/([\d,.]+)([百千萬億]*)/g)) {
    const unit = Array.from(scale!).reduce((product, each) => product * scales[each]!, 1);
    value += parseCount(number!) * unit;
    step = unit * 10 ** -(number!.split('.')[1]?.length ?? 0);
  }
  return { value: rounded(value), step };
}

function measureOf(unit: string, coin: string | undefined): string {
  if (persons.test(unit)) return '人';
  const money = (unit === '元' ? coin : unit)?.replace(/[幣圓金]$/, '元') ?? unit;
  return /[臺台]元$/.test(money) ? '元' : money.replace('％', '%').replace(/^個(?=百)|^組(?=件)/, '');
}

/** What the last digit of `value` but for noughts counts: 100 in 1,500. */
function lastDigitOf(value: number): number {
  let unit = 1;
  while (value > 0 && value % (unit * 10) === 0) unit *= 10;
  return unit;
}

/** From here on a number of years is a year itself: 112年. */
const firstYear = 60;

/** The amounts of `words`, in order. Linear in their length. */
export function amountsOf(words: string): readonly Amount[] {
  return [...words.matchAll(pattern)].flatMap(({ 0: whole, 1: coin, 2: figure, 3: more, 4: unit, index }) => {
    const end = index + whole.length;
    const { value, step } = readFigure(figure!);
    if (unit === '年' && value >= firstYear) return [];
    const isRough =
      more !== undefined ||
      roughBefore.test(words.slice(Math.max(0, index - 4), index)) ||
      /約$/.test(whole.slice(0, -figure!.length - unit!.length)) ||
      roughBehind.test(words.slice(end, end + 2));
    const exact = step === 1 ? 0 : step / 2;
    return [
      {
        value,
        step,
        slack: isRough ? Math.max(exact, lastDigitOf(value), value * roughness) : exact,
        measure: measureOf(unit!, coin),
        isRough,
        start: index,
        end,
      },
    ];
  });
}

/** A sentence, or a clause of one, with its amounts. */
export interface Statement {
  readonly words: string;
  readonly amounts: readonly Amount[];
  /** Where words of it stand in the paragraph. */
  readonly spanOf: (span: Span) => Span;
}

/** What is longer is no sentence, in UTF-16 code units. */
const longest = 800;
/** A paragraph without two figures is not read. */
const twoFigures = /\d[\s\S]*?\d|[二兩三四五六七八九十] ?[人名位項個場家種件篇所處份座條]/;
const remembered = new WeakMap<Paragraph, readonly Statement[]>();

function partedAt(whole: Statement, borders: RegExp): readonly Statement[] {
  return [...whole.words.matchAll(borders)].flatMap(({ 0: words, index: from }) => {
    const spanOf = ({ start, end }: Span): Span => whole.spanOf({ start: from + start, end: from + end });
    return words.length > longest ? [] : [{ words, amounts: amountsOf(words), spanOf }];
  });
}

/** The sentences of a paragraph that tell of amounts; none of the cover, of 目次 and of rows of a table. */
export function statementsOf(paragraph: Paragraph): readonly Statement[] {
  const known = remembered.get(paragraph);
  if (known) return known;
  const { text, surroundings, units } = paragraph;
  const isRead =
    surroundings.zone !== 'cover' &&
    surroundings.zone !== 'contents' &&
    twoFigures.test(text) &&
    units.every(({ facts }) => facts.shape.cells.length === 0);
  let statements: readonly Statement[] = [];
  if (isRead) {
    const flow = paragraphFlow(paragraph);
    const whole = { words: flow.words, amounts: [], spanOf: ({ start, end }: Span) => flow.spanOf(start, end) };
    statements = partedAt(whole, /[^。！？]+/g);
  }
  remembered.set(paragraph, statements);
  return statements;
}

/** What stands beside an amount and is none of a sum: brackets, ，占62.5%. */
const asides = /[（(][^（）()]*[）)]|，?[占佔][^，。；、（）\d]{0,8}\d[\d.]*[%％]/g;

/** A statement without its asides; undefined where it has none. */
export function withoutAsides({ words, spanOf }: Statement): Statement | undefined {
  const gaps = [...words.matchAll(asides)];
  if (gaps.length === 0) return undefined;
  const placeOf = (offset: number): number =>
    gaps.reduce((place, { 0: gap, index }) => (index <= place ? place + gap.length : place), offset);
  const bare = words.replace(asides, '');
  return {
    words: bare,
    amounts: amountsOf(bare),
    spanOf: ({ start, end }) => spanOf({ start: placeOf(start), end: placeOf(end - 1) + 1 }),
  };
}

/** A sentence in the pieces that ； parts. */
export function clausesOf(statement: Statement): readonly Statement[] {
  return statement.words.includes('；') ? partedAt(statement, /[^；]+/g) : [statement];
}

/** `value` without the noise of binary fractions. */
export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

export function sumOf(amounts: readonly Range[]): number {
  return rounded(amounts.reduce((sum, { value }) => sum + value, 0));
}

/** Whether the figures may add up to `total`, each rounded as it is written. */
export function areSum(parts: readonly Range[], total: Range): boolean {
  const slack = parts.reduce((sum, part) => sum + part.slack, total.slack);
  return Math.abs(sumOf(parts) - total.value) <= slack + 1e-6;
}

/** A share may be cut off at its last digit as well as rounded; 約 widens it to a few points. */
const roughPoints = 2.5;

/** Whether `share` (%, 成) is what `part` is of `base`, rounded as it is written. */
export function isShareOf(share: Amount, part: Range, base: Range): boolean {
  const scale = share.measure === '成' ? 10 : 1;
  const rough = share.isRough ? roughPoints * (scale > 1 ? 2 : 1) : 0;
  const [below, above] = [share.step * scale, (share.step * scale) / 2].map((slack) => Math.max(slack, rough) + 1e-6) as [number, number]; // prettier-ignore
  const [least, most] = [(part.value - part.slack) / (base.value + base.slack), (part.value + part.slack) / Math.max(base.value - base.slack, 1e-9)]; // prettier-ignore
  const stated = share.value * scale;
  return stated >= least * 100 - below && stated <= most * 100 + above;
}

/** What `part` is of `base`, as a reader would write it beside `share`. */
export function shareWords(part: number, base: number, { step, measure }: Amount): string {
  const places = measure === '成' || step >= 1 ? 1 : Math.round(-Math.log10(step));
  return `${((part / base) * 100).toFixed(places).replace(/\.0+$/, '')}%`;
}

/** A figure as a reader would write it: 30萬, 1,800. */
export function written(value: number): string {
  if (value >= 1e8 && value % 1e6 === 0) return `${rounded(value / 1e8)}億`;
  if (value >= 1e4 && value % 100 === 0) return `${rounded(value / 1e4)}萬`;
  return value.toLocaleString('en-US');
}

/** Whether the words between an amount and the next make it the total of what stands before: ，合計, ，三者共. */
export function leadsToTotal(between: string): boolean {
  return totalBehind.test(between);
}

/** Right before a total behind its parts: 合計, 共計, 共, 三者合計. */
const totalBehind =
  /^[^、，（）()\d]{0,8}[、，（(]?(?:兩者|二者|三者|四者|以上|前後|全部|三館|兩地)?(?:合計|共計|總計|合共|總共|計|共)[有為達約]*$/;
