/** Words that say that something is still to be written. */
import { lineAt } from '../model/lines';
import type { LineFacts, TextBlock } from '../model/lines';
import { scanQuotes } from '../scan/quotes';
import { Trait } from '../scan/traits';
import type { Span } from '../../text/span';
import { contains, shifted } from '../../text/span';
import { isMaskedName } from './personNames';

/** Circles: two or more, or one where a figure of a date or a count or a weekday belongs. A numeral beside makes them zeros. */
const circles = /[○〇◯]+|[□△●＊]{2,}|[OＯ]{2,}/g;
const unit = /^\s?[年月日次屆場個季梯期週輪版章節]/;
/** What is counted behind one circle where no name can be meant: 影本○份. */
const counted = /^\s?[份人名頁張件篇項家所元萬]/;
const beforeCount = /(?:[共計約達各每第有為逾近僅附寄購贈訂印收發費製\s，、：（(]|[正影副文]本)$/;
const numeral = /[一二三四五六七八九十百千\d.．・]/;

const crosses = /[Ｘｘ]{2,}|X{2,}|x{2,}|X(?=\s?[月日])/g;
/** Before a number, the last figures of which may be crosses: 編號為NCR-023-XXX. */
const numbered = /(?:號|字第|電話|合約|契約)[為：:]?$/;
/** A code behind a name that ends its line or its cell: 「潘琮翰　TX-25-XXXX」. */
const codeBehindName =
  /(?<=\p{Script=Han}[ \u3000|\t]{1,4}[A-Z\d]{1,6}(?:-[A-Z\d]{1,6}){0,2}-)X{3,6}(?=\s{0,4}(?:$|\|))/gu;
/** Where a figure belongs: 約###人. */
const hashes = /(?<![#＃])[#＃]{2,8}(?=\s?[\p{Script=Han}%])/gu;
/**
 * TBC may be the short form of something: 熱障塗層（Thermal Barrier Coating, TBC）, 耐熱塗層（TBC）, TBC厚度. To be confirmed, it stands by
 * itself, or where a figure belongs.
 */
const todo =
  /(?<![A-Za-z])TODO(?![A-Za-z])|(?<=^|(?<![層膜料術程金鈦鋁鉻鎳鋯劑菌症癌板材])[（(]|[：:|\t\u3000]\s?|\p{Script=Han} |[班間期點數額費單題程號室])TB[DC](?=\s?(?:[）)，。；|\t\u3000]|$))|(?<=\p{Script=Han}\s?)TBD(?=\s?\p{Script=Han})|(?<![A-Za-z])TB[DC](?=\s?(?:小時|分鐘|[年月日天人名位場萬]))/gu;
/** The line says what TBC is short for. */
const definesTodo = /[A-Za-z]\s?[,，]\s?TB[DC]\s?[）)]/;
/** A line to write on in the middle of a sentence; that of a form stands behind its label. One where a figure belongs: 113年＿月. */
const underscores = /[_＿]{2,}|(?<=[年月日第約共計至\d]\s?)[_＿](?=\s?[年月日時次屆場個人名件份頁])/g;
/** Behind such a word a line stands for a figure at the end of a sentence too: 百分之＿＿。 */
const beforeFigure = /(?:百分之|[約共計達第近逾僅])\s?$/;
const longestBefore = 4;
/** Question marks where a figure belongs, or what is asked for: 「約？？人」, 「聯絡人為？？，」. */
const queries =
  /(?<![？?])[？?]{2,6}(?=\s?[年月日人個場件名項家萬億元%％])|(?<=[：:為係約計第]\s?)[？?]{2,6}(?=[，。；）)\s]|$)/g;
/** What an author tells himself in brackets: 【插入照片】, （待確認）, （待補充數據）. */
const reminder =
  /[（(【［[](?:此處)?(?:請[^（）()【】［］[\]，。]{0,8}(?:補充|補上|補列|填寫|核對|查[明證]|確認)|請(?:在此|於此|另行?)?(?:貼上?|插入|放[入上]|置入|嵌入|[填補附]上)[^（）()【】［］[\]，。]{0,10}|(?:資料|內容|數據|照片)?(?:更新|整理|撰寫|補充)中|[\u4e00-\u9fff]{0,4}(?:後補|暫缺)|(?:資料|內容)?容後補[充陳]?|補(?:[圖表]號?|照片|頁碼|數[據字]|日期|姓名|出處|資料來源)|待補(?!助)[^）)】］\]]{1,12}|待(?:確認|確定|查證?|核[對實]?|更新|提供|[定續撰寫]|完成))(?=[）)】］\]])|【(?:此處|請|待)?(?:插入|補上?|填[寫入]?|貼上?|附上?)[^】]{0,12}(?=】)/g;
/** What is still to be found out, in brackets: （人數待確認）, （編號待查填）. */
const pending =
  /[（(【［[](?:數[字據]|資料|名稱|人數|金額|頁碼|照片|出處|內容|日期|時間|姓名|編號)待(?:[查補填]|查填|補充|確認|核[對實]?)(?=[）)】］\]])/g;
/** 「資料待補」, 「（待補）」, 「待補充」 by itself; not 待補助, 等待補充, 期待填補. */
const pageToFind = /(?:頁[數碼次]|[圖表]號)待(?:[查補填]|查填|補充|確認|核[對實]?)(?=$|[，。；、])/g;
/** What a form says of its own blanks: （請填入名稱）, （此處貼上合照）, ［範例：此處填寫…］, 〔本段請改寫〕, <姓名>, {{日期}}. */
const instruction =
  /[（(【［[〔](?:(?:範例|例如?|提示)[：:](?:此處|這裡|本[段節欄頁]|請)[^（）()【】［］[\]〔〕。]{0,20}|(?:(?:此處|這裡)[^（）()【】［］[\]〔〕，。]{0,4}?|本[段節欄頁][請待須應尚][^（）()【】［］[\]〔〕，。]{0,4}?)(?:補[充上入列]?|填[入寫上]|貼[上圖照入]|插[入圖]|放[入置上圖照]|附上|置入|輸入|撰寫|改寫|刪除|替換|列出)[^（）()【】［］[\]〔〕。]{0,14}|請(?:在此|於此|自行|另行|依[^（）()，。]{1,6})?(?:填[入寫上]|補[入上充]|貼上|插入|輸入|置入|改[寫填]|替換)[^（）()【】［］[\]〔〕。]{0,14})(?=[）)】］\]〕])/g;
const field =
  /(?:\{\{|[<＜〈])(?:請?(?:填[入寫]?|輸入))?(?:姓名|職稱|機關|單位|日期|時間|地點|名稱|人數|金額|頁碼|電話|會議名稱)(?:\}\}|[>＞〉])/g;
/** Nothing between brackets where a figure belongs: 共（　）人. */
const emptyBracket = /(?<=[共計約達第為有於年月至])[（(]\s{1,6}[）)](?=\s?[年月日人名個場次件篇項家元萬屆%％])/g;
/** Figures that nobody has put in: 00月00日, 000人. */
const zeros = /(?<!\d\s?|[A-Z.,:：/-])0{2,4}(?=[年月日](?![^，。]{0,2}時)|[人名件項家個份]|公[頃里尺噸斤])/gi;
const signs = /(?<![a-z\d.])[@＠]{2,}(?![a-z\d])/gi;
const toFill =
  /(?<![期等有亟急])待(?:[補填撰]|查填)(?!\p{Script=Han})|(?<!\p{Script=Han})待(?:補[充齊列上正]|填[寫列入])(?!\p{Script=Han})/gu;
const tabStop = /\$\{\d{1,2}[:|}]|\$0(?![\d.,])/g;
const tabStopAlone = /^\$\d$/;

function isVisible(words: string, index: number): boolean {
  return words.charCodeAt(index) > 0x20 && words.charCodeAt(index) < 0x7f;
}

/** Where the code, address or word in Latin letters begins that `index` stands in. */
function codeStart(words: string, index: number): number {
  let from = index;
  while (from > 0 && isVisible(words, from - 1)) from--;
  return from;
}

/** Whether `index` of `words` lies in a link, path or file name. */
function insideAddress(words: string, start: number, end: number): boolean {
  let to = end;
  while (isVisible(words, to)) to++;
  return /[/\\@_.:-]/.test(words.slice(codeStart(words, start), to));
}

function isCircle(words: string, start: number, end: number): boolean {
  const before = words[start - 1] ?? '';
  const behind = words[end] ?? '';
  if (numeral.test(before) || numeral.test(behind)) return false;
  if (words[start] === 'O' && (/[A-Z]/i.test(before + behind) || !/\p{Script=Han}/u.test(before + behind)))
    return false;
  if (/[□△●＊]/.test(words[start]!) && !/\p{Script=Han}/u.test(behind)) return false;
  if (end - start === 1)
    return (
      before === '第' ||
      unit.test(words.slice(end, end + 2)) ||
      (behind === '）' && words.endsWith('日（', start)) ||
      (counted.test(words.slice(end, end + 2)) && beforeCount.test(words.slice(Math.max(0, start - 3), start)))
    );
  // A masked name is right where a person is not to be named.
  return !isMaskedName(words, { start, end });
}

function isLine(words: string, start: number, end: number): boolean {
  const han = /\p{Script=Han}/u;
  if (
    end - start === 1 ||
    (beforeFigure.test(words.slice(Math.max(0, start - longestBefore), start)) &&
      /^[，。；）%％]/.test(words.slice(end)))
  )
    return true;
  return (
    /[，。；]/.test(words) &&
    /[\p{Script=Han}，；、]/u.test(words.slice(0, start).trimEnd().at(-1) ?? '') &&
    han.test(words.slice(end).trimStart()[0] ?? '')
  );
}

function isCross(words: string, start: number, end: number): boolean {
  const han = /\p{Script=Han}/u;
  const before = words[start - 1] ?? ' ';
  const behind = words[end] ?? ' ';
  if (!/X/i.test(words[start]!)) return true;
  if (end - start === 1) return /[年月至\s]/.test(before) && /^[^，。；]{0,4}日/.test(words.slice(end));
  if (end - start > 2 && !/[a-z\d]/i.test(behind) && numbered.test(words.slice(0, codeStart(words, start)).trimEnd()))
    return true;
  if (/[a-z\d]/i.test(before) || /[a-z\d]/i.test(behind) || insideAddress(words, start, end)) return false;
  // A Roman numeral stands behind Latin words: Annex XX.
  if (/[a-z.]\s$/i.test(words.slice(0, start))) return false;
  return end - start > 2 || han.test(before) || han.test(behind);
}

function collect(
  words: string,
  pattern: RegExp,
  found: Span[],
  holds: (words: string, start: number, end: number) => boolean,
): void {
  for (const match of words.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (holds(words, match.index, end)) found.push({ start: match.index, end });
  }
}

/** The placeholders of a line, in the order of the text; what is quoted is somebody else's. */
export function placeholdersOf(words: string, { shape }: LineFacts): readonly Span[] {
  const found: Span[] = [];
  const always = (): boolean => true;
  collect(words, circles, found, isCircle);
  collect(words, crosses, found, isCross);
  collect(words, codeBehindName, found, always);
  if (!definesTodo.test(words)) collect(words, todo, found, (line, start, end) => !insideAddress(line, start, end));
  collect(words, underscores, found, isLine);
  collect(words, queries, found, always);
  collect(words, hashes, found, (line, start) => /\p{Script=Han}\s?$/u.test(line.slice(0, start)));
  for (const pattern of [toFill, pageToFind, field, emptyBracket, zeros, signs]) collect(words, pattern, found, always);
  for (const pattern of [reminder, pending, instruction])
    for (const { 0: match, index } of words.matchAll(pattern)) {
      const span = { start: index + 1, end: index + match.length };
      if (!found.some((other) => contains(span, other) || contains(other, span))) found.push(span);
    }
  collect(words, tabStop, found, always);
  const value = shape.labels[0]?.value ?? shape.title;
  if (tabStopAlone.test(words.slice(value.start, value.end)) && words[value.start + 1] !== '0') found.push(value);
  if (found.length === 0) return found;
  const quotes = scanQuotes(words);
  // What is quoted on the line is spoken of beside it too: 「昭和〇年」，所謂〇年係….
  const isQuoted = (span: Span): boolean =>
    quotes.some((quote) => words.slice(quote.start, quote.end).includes(words.slice(span.start, span.end + 1)));
  return found
    .filter((span) => !quotes.some((quote) => contains(quote, span)) && !isQuoted(span))
    .sort((a, b) => a.start - b.start);
}

/** Every placeholder of the report, in the order of the text. */
export function placeholdersIn({ lines, text }: TextBlock): readonly Span[] {
  const found: Span[] = [];
  for (let line = 0; line < lines.count; line++) {
    const facts = lines.facts[line]!;
    if ((facts.traits & Trait.Placeholder) === 0) continue;
    const offset = lines.starts[line]!;
    for (const span of placeholdersOf(text.slice(offset, offset + facts.length), facts))
      found.push(shifted(span, offset));
  }
  return found;
}

/** Whether something in `[start, end)` of the report is still to be written. */
export function hasPlaceholder(report: TextBlock, { start, end }: Span): boolean {
  const { lines, text } = report;
  const last = lineAt(lines, Math.max(start, end - 1));
  for (let line = lineAt(lines, start); line <= last; line++) {
    const facts = lines.facts[line]!;
    if ((facts.traits & Trait.Placeholder) === 0) continue;
    const offset = lines.starts[line]!;
    if (placeholdersOf(text.slice(offset, offset + facts.length), facts).length > 0) return true;
  }
  return false;
}
