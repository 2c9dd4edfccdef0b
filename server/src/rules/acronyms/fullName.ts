/** Full names of acronyms as texts: what two of them have in common, and whether they say the same. */
import type { LineDefinition } from '../../report/model/acronyms';
import type { Place } from '../../report/model/line';
import { textOf } from '../../report/queries/read';
import type { AcronymRow } from '../../knowledge/types';
import { CharClass, classOf } from '../../text/characters';

/** What kind of thing a name is of. Two names that share no more than this say different things. */
const kinds = [
  '工作小組', '次級小組', '指導小組', '專家小組', '委員會', '理事會', '執委會', '夥伴關係', '夥伴協定', '基金會', '辦公室', '研究院', '研究中心',
  '小組', '協定', '協議', '組織', '論壇', '倡議', '架構', '框架', '計畫', '機制', '規則', '對話', '中心', '協會', '聯盟', '基金', '銀行', '體系',
  '系統', '平台', '平臺', '準則', '原則', '指引', '公約', '條約', '技術', '科技', '企業', '網絡', '網路', '路徑圖', '願景', '程序', '政策', '議程',
  '指標', '量表', '檔案', '計畫書', '評估', '評鑑', '評量', '調查', '報告', '分析', '服務', '管理', '訓練', '課程', '學程', '工具', '資料庫',
  '設施', '設備', '裝置', '能源', '工程', '方法', '流程', '要點', '辦法', '條例', '規範', '手冊', '白皮書', '清單', '資格', '證書', '執照', '許可',
  '補助', '園區', '公司', '集團', '大學', '學院', '合作', '交流', '活動', '會議', '年會', '大會', '研討會', '作業', '措施', '策略', '燃料', '產業',
  '指數', '標準', '認證', '模式', '制度', '方案', '法案', '聲明', '宣言', '部', '署', '局', '院', '會', '法', '區', '國', '部長會議',
]; // prettier-ignore

/** One letter for what is written in several ways: 及 for 與, 暨 and 和; nothing for 之 and 的. */
function plainUnit(text: string, index: number): string {
  const unit = text[index]!;
  switch (unit) {
    case '與':
    case '暨':
    case '和':
      return '及';
    case '臺':
      return '台';
    case '之':
    case '的':
    case '*':
    case '「':
    case '」':
      return '';
    default:
      return classOf(text.charCodeAt(index)) === CharClass.Blank ? '' : unit.toUpperCase();
  }
}

/** A name without what may differ between two writings of it, and where each of its letters stands in the name. */
export interface PlainName {
  readonly text: string;
  /** Index in the name as written, by index in `text`. */
  readonly places: readonly number[];
}

/** `name` without blanks, 之 and 的, with one word for 及, 與 and 暨, and without a leading 「APEC」. */
export function plainNameOf(name: string): PlainName {
  let text = '';
  let places: number[] = [];
  for (let i = 0; i < name.length; i++) {
    const unit = plainUnit(name, i);
    if (unit === '') continue;
    text += unit;
    places.push(i);
  }
  if (text.startsWith('APEC') && text.length > 6) {
    text = text.slice(4);
    places = places.slice(4);
  }
  return { text, places };
}

export function plain(name: string): string {
  return plainNameOf(name).text;
}

/** The Chinese full name that a definition gives; empty where it has none. */
export function nameOf({ unit, name, wrapped }: LineDefinition): string {
  return wrapped?.name ?? textOf(unit, name);
}

/** The foreign full name that a definition gives; empty where it has none. */
export function englishOf({ unit, english, wrapped }: LineDefinition): string {
  return english ? (wrapped?.english ?? textOf(unit, english)) : '';
}

/** The name of a definition from its code unit at `from` on. */
export function endOfName({ unit, name, wrapped }: LineDefinition, from: number): Place {
  return { unit, start: wrapped ? wrapped.placeOf(from) : name.start + from, end: name.end };
}

/** Every right Chinese name of `row`. */
export function namesOf(row: AcronymRow): readonly string[] {
  return [row.chinese, ...row.variants];
}

/** Length of what two names end with alike. */
export function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/** Length of the word for the kind of thing at the end of `name`; 0 where it ends with none. */
function kindLength(name: string): number {
  let longest = 0;
  for (const kind of kinds) if (kind.length > longest && name.endsWith(kind)) longest = kind.length;
  return longest;
}

/** Whether the letters of `short` come in `long` one after the other: 亞太自貿區 in 亞太自由貿易區. */
function isShortForm(short: string, long: string): boolean {
  let next = 0;
  for (let i = 0; i < long.length && next < short.length; i++) if (long[i] === short[next]) next++;
  return next === short.length;
}

interface NameCandidate {
  readonly name: string;
  /** Whether the name's start is beyond doubt: it stands in quotation marks. */
  readonly quoted: boolean;
}

/** What names of bodies, agreements and programmes often begin with. */
const nameHead =
  /國際|世界|全球|聯合國|亞太|亞洲|歐洲|歐盟|美洲|非洲|北美|拉丁美洲|太平洋|大西洋|印度洋|東協|南亞|東亞|中亞|東南亞|東北亞|區域|跨境|跨國|臺灣|台灣|中華|日本|韓國|美國|英國|德國|法國/g;
/** How far the lengths of two writings of one name are apart. */
const mostApart = 3;
/** A shorter rest is no name of its own. */
const shortestName = 5;

/** Whether two names begin alike and are about as long, so that they may be two writings of one. */
export function beginAlike(a: string, b: string): boolean {
  return a.slice(0, 2) === b.slice(0, 2) && Math.abs(a.length - b.length) <= mostApart;
}

/**
 * Where the name begins that `written`, read back to the start of its clause, ends with; 0 where nothing tells.
 * @param other another name that the same acronym stands for, whose start is known
 */
export function likelyStart(written: string, other: string): number {
  for (let start = written.length - shortestName; start > 0; start--)
    if (beginAlike(written.slice(start), other)) return start;
  const heads = [...written.matchAll(nameHead)].map(({ index }) => index);
  return heads.filter((at) => written.length - at >= shortestName).at(-1) ?? 0;
}

/** The name of a definition in plain letters. */
export function namedBy(definition: LineDefinition): NameCandidate {
  return {
    name: plain(nameOf(definition)),
    quoted: '「『《〈'.includes(definition.unit.text[definition.name.start - 1] ?? ' '),
  };
}

/**
 * How two full names, written in plain letters, stand to each other: `same` words or a short form of them, `variant`s that the glossary knows
 * for one thing, `different`, or `unclear` where a start is open and what is left says too little.
 */
export function compareNames(
  a: NameCandidate,
  b: NameCandidate,
  rows: readonly AcronymRow[],
): 'same' | 'variant' | 'different' | 'unclear' {
  if (isShortForm(a.name, b.name) || isShortForm(b.name, a.name)) return 'same';
  const of = ({ name }: NameCandidate): AcronymRow | undefined =>
    rows.find((row) => namesOf(row).some((known) => name.endsWith(plain(known))));
  const rowOfA = of(a);
  const rowOfB = of(b);
  if (rowOfA && rowOfA === rowOfB) return 'variant';
  if ((a.quoted || rowOfA) && (b.quoted || rowOfB)) return 'different';
  const kindOfA = kindLength(a.name);
  const kindOfB = kindLength(b.name);
  if (kindOfA === 0 || kindOfB === 0) return 'unclear';
  return commonEnd(a.name, b.name) <= Math.min(kindOfA, kindOfB) ? 'different' : 'unclear';
}
