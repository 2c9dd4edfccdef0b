import { phrasesOf } from '../../knowledge/phrases';
import { surnameAt } from '../../knowledge/surnames';
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
  /** Whether words that end or begin with it are so few that all of them are known. */
  readonly closed?: boolean;
}

/** Characters that stand twice only by a slip, unless a word ends with the first or begins with the second. */
const singles: Readonly<Record<string, Borders>> = {
  的: { after: '目標有靶鵠端眾美中', before: '確士', closed: true }, // 目的的, 標的的, 的的確確
  之: { after: '', before: '' },
  及: { after: '普埃提涉論言觸遍顧危波推殃累企比惠未不', before: '時早格第物' }, // 普及及, 及及時
  於: { after: '終關對由基鑑鑒至等屬位低高在優大小多少用處限善甘敢', before: '' },
  並: { after: '合一兼', before: '', closed: true },
  亦: { after: '', before: '', closed: true },
  或: { after: '抑甚間', before: '', closed: true },
  已: { after: '而不', before: '', closed: true },
  將: { after: '即大中少上名武', before: '' },
  該: { after: '應活本', before: '', closed: true },
  被: { after: '棉', before: '', closed: true },
  也: { after: '', before: '', closed: true },
  而: { after: '因然反進從時故既', before: '', closed: true },
  且: { after: '而並況尚暫苟', before: '', closed: true },
  由: { after: '自理事緣案來', before: '' },
};

let nouns: ReadonlySet<string> | undefined;
let neverMeeting: ReadonlySet<string> | undefined;

/** Whether a phrase may end with `word` where the next begins with it: 開發中國家國家自主貢獻, 資深官員會議會議紀錄. */
function mayMeetItself(word: string): boolean {
  return (nouns ??= new Set(phrasesOf('may-meet-itself').map(({ text }) => text))).has(word);
}

/** Whether `word` twice in a row is a slip whatever the author meant: an adverb or a conjunction, mostly. */
function neverMeetsItself(word: string): boolean {
  return (neverMeeting ??= new Set(phrasesOf('never-meets-itself').map(({ text }) => text))).has(word);
}

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
  return followed && (endsLongerWord.includes(words[end]!) || mayMeetItself(word));
}

/** A word that stands twice, and whether that is a slip whatever the author meant. */
interface Doubled extends UnitOccurrence {
  readonly certain: boolean;
}

/** The word that begins at `index` and stands there twice; undefined without one. */
function doubledAt(words: string, index: number): Doubled | undefined {
  const doubled = (size: number, certain: boolean): Doubled => {
    const end = index + 2 * size;
    return { start: index, end, edits: [{ start: index + size, end, text: '' }], certain };
  };
  for (let size = longest; size >= shortest; size--) {
    const word = words.slice(index, index + size);
    if (!words.startsWith(word, index + size)) continue;
    let han = true;
    for (let i = index; han && i < index + size; i++) han = classAt(words, i) === CharClass.Han;
    if (han && word.length === size && !isRight(words, word, index + 2 * size))
      return doubled(size, neverMeetsItself(word));
  }
  const character = words[index]!;
  // 之的 says twice whose something is; in 此行之的在於 and 言之的確 another word begins.
  if (character === '之' && words[index + 1] === '的' && !'確在為是乃即，。'.includes(words[index + 2] ?? '。'))
    return { start: index, end: index + 2, edits: [{ start: index, end: index + 1, text: '' }], certain: false };
  const borders = words[index + 1] === character && Object.hasOwn(singles, character) ? singles[character] : undefined;
  if (!borders || words[index + 2] === character) return undefined;
  const before = words[index - 1];
  const behind = words[index + 2];
  if (before !== undefined && borders.after.includes(before)) return undefined;
  if (behind !== undefined && borders.before.includes(behind)) return undefined;
  // Names of persons end with it: 王羲之之書法.
  if (character === '之' && index >= 2 && surnameAt(words, index - 2) > 0) return undefined;
  return doubled(1, borders.closed === true);
}

/** The words that stand twice on a line, outside quotations. */
function doubledOn(line: Line): readonly Doubled[] {
  const { text, facts } = line;
  const found: Doubled[] = [];
  for (let i = facts.shape.title.start; i + 1 < facts.content.end; i++) {
    const doubled = doubledAt(text, i);
    if (!doubled) continue;
    if (!line.inQuotation(i)) found.push(doubled);
    i = doubled.end - 1;
  }
  return found;
}

export const rule: ReportRule<Doubled> = {
  per: 'report',
  notes: { per: 'line', only: { traits: Trait.Doubled }, read: doubledOn },
  id: 'wording/repeated-word',
  title: { 'zh-TW': '字詞重複', en: 'Repeated word' },
  severity: 'warning',
  source: '文書處理手冊：文字敘述應簡明，並經校對',
  checked: '2026-11-28',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '字詞重複，請刪去一個。', en: 'The word is there twice; delete one.' },
    many: { 'zh-TW': '字詞重複（全文 {count} 處），請刪去。', en: 'Words are there twice ({count} places).' },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    delete: { 'zh-TW': '刪去重複的字詞', en: 'Delete the repeated word' },
  },
  check: (_report, notes, _context, find) => {
    const texts = { one: 'one', many: 'many', other: 'other', fix: 'delete' } as const;
    const certain = notes.filter(({ note }) => note.certain);
    const likely = notes.filter(({ note }) => !note.certain);
    tellOccurrences(occurrencesOf(certain), texts, find);
    // Two words may meet there that no table knows: the author looks before one of them goes.
    tellOccurrences(occurrencesOf(likely), { ...texts, safety: 'review' }, (discovery) => {
      find({ ...discovery, severity: 'information' });
    });
  },
};
