import type { Line } from '../../report/model/line';
import { Trait } from '../../report/scan/traits';
import { CharClass, classAt } from '../../text/characters';
import { isHanNumeral } from '../../text/numerals';
import { occurrencesOf, tellOccurrences } from '../engine/occurrences';
import type { UnitOccurrence } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

/** What may stand around a character that is there twice: words that end with it before, words that begin with it behind. */
interface Borders {
  readonly after: string;
  readonly before: string;
}

/** Characters that stand twice only by a slip, unless a word ends with the first or begins with the second. */
const singles: Readonly<Record<string, Borders>> = {
  的: { after: '目標', before: '確士' }, // 目的的, 標的的, 的的確確
  之: { after: '', before: '' },
  及: { after: '普埃提涉論言觸遍顧危波推殃累企比惠未不', before: '時早格第物' }, // 普及及, 及及時
  於: { after: '終關對由基鑑鑒至等屬位低高在優大小多少用處限善甘敢', before: '' },
  並: { after: '合一', before: '' },
  亦: { after: '', before: '' },
  或: { after: '抑甚間', before: '' },
  已: { after: '而不', before: '' },
  將: { after: '即大中少上名武', before: '' },
  該: { after: '應活本', before: '' },
  被: { after: '棉', before: '' },
  也: { after: '', before: '' },
  而: { after: '因然反進從時故既', before: '' },
  且: { after: '而並況尚暫苟', before: '' },
  由: { after: '自理事緣案來', before: '' },
};

/** Words that may stand twice: the first ends a name, the second begins the next word (資深官員會議會議紀錄). */
const compounds = new Set([
  '會議', '計畫', '中心', '大學', '小組', '協會', '學校', '公司', '委員', '基金', '報告', '展覽', '論壇', '工作', '活動', '機構',
  '團隊', '資料', '系統', '產業', '技術', '服務', '組織', '部長', '研究', '教育', '管理', '經濟', '貿易', '市場', '專案', '議題',
]); // prettier-ignore
/** Verbs that are said twice to mean "a little", and names from other languages. */
const reduplicated = new Set([
  '考慮', '討論', '商量', '了解', '瞭解', '參考', '溝通', '交流', '體驗', '比較', '整理', '波拉', '沃拉', '如何', '多少', '左右',
]); // prettier-ignore
/** What makes another word of the second copy: 數位數位化, 經濟經濟部. */
const endsLongerWord = '部署局處院國庫所會司廳級性化者員家業長';

const longest = 4;
const shortest = 2;

/** Whether `word`, which stands twice and ends the second time before `end`, may rightly do so. */
function isRight(words: string, word: string, end: number): boolean {
  if (new Set(word).size === 1 || reduplicated.has(word)) return true;
  for (let i = 0; i < word.length; i++)
    if (isHanNumeral(word.charCodeAt(i)) || '每各某第幾多月年日號'.includes(word[i]!)) return true;
  const followed = classAt(words, end) === CharClass.Han;
  return followed && (endsLongerWord.includes(words[end]!) || compounds.has(word));
}

/** The length of the word that begins at `index` and stands there twice; 0 without one. */
function doubledAt(words: string, index: number): number {
  for (let size = longest; size >= shortest; size--) {
    const word = words.slice(index, index + size);
    if (!words.startsWith(word, index + size)) continue;
    let han = true;
    for (let i = index; han && i < index + size; i++) han = classAt(words, i) === CharClass.Han;
    if (han && word.length === size && !isRight(words, word, index + 2 * size)) return size;
  }
  const character = words[index]!;
  const borders = words[index + 1] === character && Object.hasOwn(singles, character) ? singles[character] : undefined;
  if (!borders || words[index + 2] === character) return 0;
  const before = words[index - 1];
  const behind = words[index + 2];
  if (before !== undefined && borders.after.includes(before)) return 0;
  return behind !== undefined && borders.before.includes(behind) ? 0 : 1;
}

/** The words that stand twice on a line, outside quotations. */
function doubledOn(line: Line): readonly UnitOccurrence[] {
  const { text, facts } = line;
  const found: UnitOccurrence[] = [];
  for (let i = facts.shape.title.start; i + 1 < facts.content.end; i++) {
    const size = doubledAt(text, i);
    if (size === 0) continue;
    const end = i + 2 * size;
    if (!line.inQuotation(i)) found.push({ start: i, end, edits: [{ start: i + size, end, text: '' }] });
    i = end - 1;
  }
  return found;
}

export const rule: ReportRule<UnitOccurrence> = {
  per: 'report',
  notes: { per: 'line', only: { traits: Trait.Doubled }, read: doubledOn },
  id: 'wording/repeated-word',
  title: { 'zh-TW': '字詞重複', en: 'Repeated word' },
  severity: 'warning',
  source: '文書處理手冊：文字敘述應簡明，並經校對',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '字詞重複，請刪去一個。', en: 'The word is there twice; delete one.' },
    many: { 'zh-TW': '字詞重複（全文 {count} 處），請刪去。', en: 'Words are there twice ({count} places).' },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    delete: { 'zh-TW': '刪去重複的字詞', en: 'Delete the repeated word' },
  },
  check: (_report, notes, _context, find) => {
    tellOccurrences(occurrencesOf(notes), { one: 'one', many: 'many', other: 'other', fix: 'delete' }, find);
  },
};
