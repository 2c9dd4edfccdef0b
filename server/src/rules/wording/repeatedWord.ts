import { phrasePattern, phrasesOf } from '../../knowledge/phrases';
import { surnameAt } from '../../knowledge/surnames';
import type { Line } from '../../report/model/line';
import { lineAt } from '../../report/model/lines';
import type { Paragraph } from '../../report/model/units';
import { joinedLinesOf } from '../../report/queries/joinedLines';
import { personNameAround } from '../../report/queries/personNames';
import { isSurnameBeforeTitle } from '../../report/queries/coverPersons';
import { Trait } from '../../report/scan/traits';
import { CharClass, classAt } from '../../text/characters';
import { isHanNumeral } from '../../text/numerals';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import { tellOccurrences } from '../engine/occurrences';
import type { Occurrence, UnitOccurrence } from '../engine/occurrences';
import type { ReportRule, RuleContext } from '../engine/rule';

/** What may stand around a character that is there twice: words that end with it before, words that begin with it behind. */
interface Borders {
  readonly after: string;
  readonly before: string;
  /** Whether words that end or begin with it are so few that all of them are known. */
  readonly closed?: boolean;
  /** Where it stands twice by right before most words: the characters before which it does not, 一 before 律 for 一律. */
  readonly only?: string;
}

/** Characters that stand twice only by a slip, unless a word ends with the first or begins with the second. */
const singles: Readonly<Record<string, Borders>> = {
  的: { after: '目標有靶鵠端眾美中', before: '確士', closed: true }, // 目的的, 標的的, 的的確確
  之: { after: '', before: '' },
  及: { after: '普埃提涉論言觸遍顧危波推殃累企比惠未不', before: '時早格第物' }, // 普及及, 及及時
  於: { after: '終關對由基鑑鑒至在善甘敢', before: '' },
  並: { after: '合一兼', before: '', closed: true },
  亦: { after: '', before: '', closed: true },
  或: { after: '抑甚間', before: '', closed: true },
  已: { after: '而不', before: '婚知故', closed: true },
  將: { after: '即大中少上名武', before: '來軍近要' },
  該: { after: '應活本各', before: '', closed: true },
  被: { after: '棉', before: '', closed: true },
  也: { after: '', before: '', closed: true },
  而: { after: '因然反進從時故既', before: '', closed: true },
  且: { after: '而並況尚暫苟', before: '', closed: true },
  由: { after: '自理事緣案來', before: '上下此東西南北內外' },
  與: { after: '參贈給授付賦相', before: '會其此否日眾' },
  具: { after: '工器玩文道家傢面餐炊茶用模機刀燈寢教載運治夾農漁網防', before: '有體備名象保結' },
  在: {
    after: '存現所正實潛內外旨意自好健',
    before: '地場職學校座此線野家位途案籍臺在顯說需都皆均是證反影考突凸彰展令使呈關攸印體挑',
  },
  是: { after: '但於可若凡要不倒', before: '否非以故日' },
  對: { after: '針面相絕反應核校查比配作成', before: '方象應外內策話照於比等岸' },
  以: { after: '所可予加得足難用何藉是借', before: '及上下來內外前後往免便為色利致期' },
  為: { after: '認作成行因以視列定改轉稱訂設較極頗甚更最尤分名化變淪謂', before: '何了主期止由此首人例難' },
  向: { after: '方面取意趨動走轉導傾去風定一志偏', before: '來上下前後外內心' },
  至: { after: '甚乃直以截時冬夏', before: '今少於此多善' },
  從: { after: '自服遵聽順隨跟無', before: '事此而業中前來未' },
  其: { after: '尤與極莫何及', before: '中他餘實次間所' },
  能: { after: '可功效智技性職體產量核機節才動潛熱電賦', before: '力夠源量否見度' },
  應: { after: '因反供對相響效適回呼感答順', before: '用該付對變有' },
  須: { after: '必務亟無', before: '知要' },
  更: { after: '變', before: '新換改正名加' },
  較: { after: '比相計', before: '量勁' },
  再: { after: '一不永', before: '顯證說強凸突表提印反彰呈次三生度保加出' }, // 再再顯示
  有: { after: '所擁具沒含享未只仍設訂備持如', before: '關效限利助機害意' },
  則: { after: '原規準否通法守細總附一', before: '' },
  均: { after: '平', before: '衡勻等質' },
  使: { after: '大特促即行縱公天', before: '用命者得館節' },
  一: { after: '', before: '', only: '律般致旦切些個' },
  每: { after: '', before: '', only: '個月日週次人位場項件家' },
  各: { after: '', before: '', only: '國項級界單機位類縣' },
  先: { after: '優首領率搶祖原事預爭早起佔占最當', before: '後生' },
  來: { after: '', before: '', only: '將也仍應可能須需會更擬再若並' }, // 未來來將, but 未來來臺
  過: { after: '', before: '濾去程渡往度敏於多半境期關量輕失夜年節磅客剩路熱高低重大嚴分頭問' },
  中: { after: '高國其', before: '', only: '提討說介指表並均也可看聽' }, // 會議中中提及, but 會議中中國
  內: { after: '', before: '容部政外涵地需閣科陸湖灣人勤銷線化在流壁有嵌層衣側裝燃' },
  後: { after: '', before: '', only: '由再即便始才將並隨立返轉仍搭赴' },
  團: { after: '', before: '員長隊體購結圓聚務康名費歌址部慶籍轉圍' },
  請: { after: '申邀敦聘懇宴商函', before: '求問教示假願柬客託' },
  儘: { after: '', before: '', closed: true },
  者: { after: '', before: '' },
  這: { after: '', before: '', closed: true },
  就: { after: '成造遷俯高屈', before: '業學讀是近診職醫任地算緒範此讓座義寢事定能會可' },
  得: { after: '覺懂記顯曉值', before: '以到知出分獎主力失標票手體當利來' },
};

let nouns: ReadonlySet<string> | undefined;
let neverMeeting: ReadonlySet<string> | undefined;

/** Whether a phrase may end with `word` where the next begins with it: 開發中國家國家自主貢獻, 資深官員會議會議紀錄. */
function mayMeetItself(word: string): boolean {
  return (nouns ??= new Set(phrasesOf('may-meet-itself').map(({ text }) => text))).has(word);
}

/** When something is, and which of several: 次月次月. No longer word begins so. */
const whenOrWhich = /^(?:[次全當今去昨翌隔上下本近歷][年月日]|各[界方項自]|每[年月日次週]|多[數次項]|[年月]底)$/;

/** Whether `word` twice in a row is a slip whatever the author meant: an adverb or a conjunction, mostly. */
function neverMeetsItself(word: string): boolean {
  if (whenOrWhich.test(word)) return true;
  return (neverMeeting ??= new Set(phrasesOf('never-meets-itself').map(({ text }) => text))).has(word);
}

/** Verbs that are said twice to mean "a little", and names from other languages. */
const reduplicated = new Set([
  '考慮', '討論', '商量', '了解', '瞭解', '參考', '溝通', '交流', '體驗', '比較', '整理', '波拉', '沃拉', '如何', '多少', '左右',
]); // prettier-ignore
/** What makes another word of the second copy: 數位數位化, 經濟經濟部. */
const endsLongerWord = '部署局處院國庫所會司廳級性化者員家業長';

/** Who does something is named and does it: 主持人主持人權座談, 負責人負責人力. What begins with the last character there. */
const begunBehind: Readonly<Record<string, string>> = {
  人: '權力才口物文類工事數選行生道身士',
  員: '工額',
  方: '案法式向便針',
  會: '計議場務館籍員後前',
  長: '期照程者官',
  部: '分門',
  處: '理置於',
  所: '有需提見',
  家: '庭戶長',
  業: '者務',
  國: '家際內外',
  師: '生資',
};

const longest = 4;
const shortest = 2;

/** Behind these a noun stands by itself; so it does where a clause begins. */
const beginsPhrase = '，。；：！？「』）將就把讓';

/** Who does something, where a word behind may begin with the same characters: 主席主席臺上致詞. */
const doesSomething = /[員席長授師生者家民官任理統表導辦持輯演客戶]$/;

/** Whether nothing stands before `start` that the word there could be the end of a phrase with. */
function standsAlone(words: string, start: number, from: number): boolean {
  return start === from || beginsPhrase.includes(words[start - 1]!);
}

const speaks = phrasePattern`^${'speech'}`;
/** 人 of a second 主持人 may begin a word behind a verb: 計畫主持人主持人權講座. */
const ofPeople = /^人[權力才員事文數類民口工道際物流潮體]/;

/** Whether `word`, which stands twice and ends the second time before `end`, may rightly do so; its line begins at `from`. */
function isRight(words: string, word: string, end: number, from: number): boolean {
  if (new Set(word).size === 1 || reduplicated.has(word)) return true;
  // No longer word begins with these: 以利以利家長.
  if (neverMeetsItself(word)) return false;
  for (let i = 0; i < word.length; i++)
    if (isHanNumeral(word.charCodeAt(i)) || '每各某第幾多月年日號'.includes(word[i]!)) return true;
  // Who speaks is said twice: 日本代表代表說明. 各國代表代表其政府 has a verb.
  if (word === '代表' && speaks.test(words.slice(end))) return false;
  if (word.length > shortest && begunBehind[word.at(-1)!]?.includes(words[end] ?? '。')) return true;
  const followed = classAt(words, end) === CharClass.Han;
  if (!followed) return false;
  if (word.length > 2 && ofPeople.test(words.slice(end - 1, end + 1))) return true;
  return (
    (endsLongerWord.includes(words[end]!) && !begunBehind[words[end]!]?.includes(words[end + 1] ?? '。')) ||
    (mayMeetItself(word) && (doesSomething.test(word) || !standsAlone(words, end - 2 * word.length, from)))
  );
}

/** No key that is held down too long writes more of a character that is told at once; a line of one character stays linear. */
const mostInARow = 8;

/** A word that stands twice, and whether that is a slip whatever the author meant. */
interface DoubledWord extends UnitOccurrence {
  readonly certain: boolean;
}

/** The word that begins at `index` and stands there twice; undefined without one. What is read begins at `from`. */
function doubledAt(words: string, index: number, from: number): DoubledWord | undefined {
  const doubled = (size: number, certain: boolean): DoubledWord => {
    const end = index + 2 * size;
    return { start: index, end, edits: [{ start: index + size, end, text: '' }], certain };
  };
  for (let size = longest; size >= shortest; size--) {
    const word = words.slice(index, index + size);
    if (!words.startsWith(word, index + size)) continue;
    let han = true;
    for (let i = index; han && i < index + size; i++) han = classAt(words, i) === CharClass.Han;
    if (han && word.length === size && !isRight(words, word, index + 2 * size, from))
      return doubled(size, neverMeetsItself(word));
  }
  const character = words[index]!;
  // 之的 says twice whose something is; in 此行之的在於 and 言之的確 another word begins.
  if (character === '之' && words[index + 1] === '的' && !'確在為是乃即，。'.includes(words[index + 2] ?? '。'))
    return { start: index, end: index + 2, edits: [{ start: index, end: index + 1, text: '' }], certain: false };
  // 目的之一 and 標的之價值 have another word before it.
  if (character === '的' && words[index + 1] === '之' && !'目標靶端眾美中'.includes(words[index - 1] ?? '目'))
    return { start: index, end: index + 2, edits: [{ start: index, end: index + 1, text: '' }], certain: false };
  // 委員會會提供 has a verb; where something is asked of the body, that stands before 向.
  if (character === '會' && words[index + 1] === '會' && asksBody.test(words.slice(Math.max(0, index - 6), index)))
    return withMeeting.includes(words[index + 2] ?? '議') ? undefined : doubled(1, false);
  const borders = words[index + 1] === character && Object.hasOwn(singles, character) ? singles[character] : undefined;
  if (!borders) return undefined;
  let end = index + 2;
  while (end < index + mostInARow && words[end] === character) end += 1;
  const before = words[index - 1];
  const behind = words[end];
  if (before !== undefined && borders.after.includes(before)) return undefined;
  if (behind !== undefined && borders.before.includes(behind)) return undefined;
  // 此一 is a word before 一, so that nothing is told 一一.
  const isOfThis = character === '一' && '此某任另'.includes(before ?? '。');
  if (
    borders.only &&
    !isOfThis &&
    (behind === undefined || !borders.only.includes(behind) || words[end + 1] === behind)
  )
    return undefined;
  // Who is something is spoken of: 以學生為第一作者者.
  if (character === '者' && isSomebody.test(words.slice(Math.max(0, index - 10), index))) return undefined;
  // Names of persons end with it: 王羲之之書法.
  if (character === '之' && index >= 2 && surnameAt(words, index - 2) > 0) return undefined;
  return { start: index, end, edits: [{ start: index + 1, end, text: '' }], certain: borders.closed === true };
}

/** Says what somebody is, as far as the noun. */
const isSomebody = /[為係是屬非任兼當][^，。；：、]{1,8}$/;

/** The body that something is said to, without its last character. */
const asksBody = /(?:^|[^一志意面導方走轉取])向[\u4e00-\u9fff]{1,5}$/;
/** Words begin so with 會: 會議, 會員. */
const withMeeting = '議場中後前員長內上期面址館同計務所報費籍徽旗訊談商見晤客展刊歌';

/** Where the detector of slips sees the second one of two same characters, one of which is left over: 宣導導手冊. */
type StrayDoubles = (words: string) => readonly number[];

function strayAt(second: number): DoubledWord {
  return { start: second - 1, end: second + 1, edits: [{ start: second, end: second + 1, text: '' }], certain: false };
}

/** The words that stand twice on a line, outside quotations. */
function doubledOn(line: Line): readonly DoubledWord[] {
  const { text, facts } = line;
  const found: DoubledWord[] = [];
  if ((facts.traits & Trait.Doubled) === 0) return found;
  const from = facts.shape.title.start;
  for (let i = from; i + 1 < facts.content.end; i++) {
    const doubled = doubledAt(text, i, from);
    if (!doubled) continue;
    if (!line.inQuotation(i)) found.push(doubled);
    i = doubled.end - 1;
  }
  return found;
}

/** The characters on a line that are left over beside the same one, outside quotations and names; 一則則 says of each. */
function straysOn(line: Line, strays: StrayDoubles): readonly DoubledWord[] {
  const { text, facts } = line;
  return strays(text)
    .filter((second) => text[second - 2] !== '一')
    .filter((second) => !line.inQuotation(second) && !personNameAround(text, { start: second - 1, end: second + 1 }))
    .filter((second) => facts.names.every(({ start, end }) => second < start || end <= second))
    .map(strayAt);
}

/** What ends a clause. */
const clauseEnd = /[，；。！？]/g;

function isClauseEnd(character: string): boolean {
  return '，；。！？'.includes(character);
}

/** A single clause of fewer Han characters may be said twice for its sound: 謝謝，謝謝; 一次又一次. */
const shortestClause = 4;
/** The rest of a clause has more. */
const shortestRest = 6;
/** Several clauses have so many together. */
const shortestClauses = 8;
/** So many clauses may be said again at once. */
const mostClauses = 3;

/** The clauses of `text`, each with the mark that ends it; what no mark ends is the last one. */
function clausesOf(text: string): readonly Span[] {
  const clauses: Span[] = [];
  let start = 0;
  for (const { index } of text.matchAll(clauseEnd)) {
    clauses.push({ start, end: index + 1 });
    start = index + 1;
  }
  if (clauses.length > 0 && start < text.length) clauses.push({ start, end: text.length });
  return clauses;
}

/** What may tell two clauses apart that are the same words, or makes rows of them: quotations, lead-ins, lists. */
const mayTellApart = /[「」『』《》〈〉“”：|]/;
/** Rows of names may be the same by right where they are short: 甲場、乙場，甲場、乙場. */
const shortestList = 12;

function hanOf(text: string): number {
  let han = 0;
  for (let i = 0; i < text.length; i++) if (classAt(text, i) === CharClass.Han) han++;
  return han;
}

/** Whether a clause has a rhythm of its own that is said again for its sound: 一步一步, 慢慢來. */
function isSaidForSound(words: string): boolean {
  const half = words.length >> 1;
  return words.length <= shortestRest && (words.startsWith(words.slice(0, half), half) || words[0] === words[1]);
}

/** Where clauses of `text` are said twice, one right behind the other. */
function clausesTwiceIn(text: string): readonly UnitOccurrence[] {
  const clauses = clausesOf(text);
  const found: UnitOccurrence[] = [];
  for (let i = 0; i + 1 < clauses.length; i++)
    for (let count = mostClauses; count >= 1; count--) {
      const from = clauses[i]!.end;
      const last = clauses[i + count];
      if (!last) continue;
      const end = isClauseEnd(text[last.end - 1]!) ? last.end - 1 : last.end;
      const words = text.slice(from, end);
      // Its clause may have begun with other words: 合作社的社員都很勤快，社員都很勤快.
      const start = from - 1 - words.length;
      if (i + 1 < count || start < clauses[i - count + 1]!.start || !text.startsWith(words, start)) continue;
      const isWhole = start === clauses[i - count + 1]!.start;
      const shortest = words.includes('、')
        ? shortestList
        : count > 1
          ? shortestClauses
          : isWhole
            ? shortestClause
            : shortestRest;
      if (mayTellApart.test(words) || isSaidForSound(words) || hanOf(words) < shortest) continue;
      // What stands behind the second one is right there: the mark that ends the sentence.
      found.push({ start, end, edits: [{ start, end: from, text: '' }] });
      i += count;
      break;
    }
  return found;
}

/** A line that is not the last one of its sentence has so many Han characters, and nearly as many as any other. */
const shortestWrapped = 15;
const nearlyFull = 0.8;

/** The word that stands twice over the line end before `joint` of `text`, if one does. */
function doubledOver(text: string, joint: number, strays: readonly number[]): DoubledWord | undefined {
  for (let i = Math.max(0, joint - 2 * longest + 1); i < joint; i++) {
    const doubled = doubledAt(text, i, 0);
    if (doubled && doubled.end > joint) return doubled;
    if (doubled) i = doubled.end - 1;
  }
  return strays.includes(joint) ? strayAt(joint) : undefined;
}

/** The words and clauses that stand twice in a paragraph that nobody sees on one of its lines. */
function doubledOverLines(paragraph: Paragraph, straysIn: StrayDoubles): readonly DoubledWord[] {
  const { units, lines, surroundings } = paragraph;
  const { zone, inside } = surroundings;
  if (zone === 'cover' || zone === 'contents' || inside === 'itinerary') return [];
  if (units.some(({ facts }) => facts.shape.cells.length > 0)) return [];
  const joined = joinedLinesOf(paragraph);
  const { words: text, joints } = joined;
  if (!/[，；。]/.test(text)) return [];
  const fullest = Math.max(...units.map(({ facts }) => facts.han));
  const found: UnitOccurrence[] = [...clausesTwiceIn(text)];
  const strays = joints.length > 0 ? straysIn(text) : [];
  let from = 0;
  for (const joint of joints) {
    const han = hanOf(text.slice(from, joint));
    from = joint;
    // A title of its own line, and what is told of it below, may begin with one word.
    if (han < shortestWrapped || han < fullest * nearlyFull) continue;
    const doubled = doubledOver(text, joint, strays);
    if (doubled) found.push(doubled);
  }
  const isQuoted = (at: number): boolean => {
    const line = lineAt(lines, at);
    return units[line]!.inQuotation(at - lines.starts[line]!);
  };
  return found
    .map(({ start, end, edits: [edit] }) => ({
      ...joined.spanOf(start, end),
      edits: [{ ...joined.spanOf(edit!.start, edit!.end), text: '' }],
      certain: false,
    }))
    .filter(({ start }) => !isQuoted(start));
}

/** What stands twice in a paragraph: words on a line or over its end, and clauses. */
function doubledIn(paragraph: Paragraph, { speller, glossary }: RuleContext): readonly DoubledWord[] {
  const strays: StrayDoubles = (words) => speller?.strayDoublesIn(words, glossary.names) ?? [];
  const isCover = paragraph.surroundings.zone === 'cover';
  const found: DoubledWord[] = [];
  paragraph.units.forEach((line, index) => {
    const offset = paragraph.lines.starts[index]!;
    const doubled = doubledOn(line);
    const others = isCover
      ? []
      : straysOn(line, strays).filter(
          ({ start, end }) => !doubled.some((word) => word.start < end && start < word.end),
        );
    for (const { start, end, edits, certain } of [...doubled, ...others])
      found.push({
        ...shifted({ start, end }, offset),
        edits: edits.map((edit) => ({ ...shifted(edit, offset), text: '' })),
        certain,
      });
  });
  const over = doubledOverLines(paragraph, strays).filter(({ start, end }) =>
    found.every((word) => word.end <= start || end <= word.start),
  );
  return over.length === 0 ? found : [...found, ...over].sort((a, b) => a.start - b.start);
}

export const rule: ReportRule<DoubledWord, 'paragraph'> = {
  per: 'report',
  notes: { per: 'paragraph', read: doubledIn },
  id: 'wording/repeated-word',
  title: { 'zh-TW': '字詞重複', en: 'Repeated word' },
  severity: 'warning',
  source: '文書處理手冊：文字敘述應簡明，並經校對',
  checked: '2026-11-30',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '字詞重複，請刪去一個。', en: 'The word is there twice; delete one.' },
    many: { 'zh-TW': '字詞重複（全文 {count} 處），請刪去。', en: 'Words are there twice ({count} places).' },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    delete: { 'zh-TW': '刪去重複的字詞', en: 'Delete the repeated word' },
  },
  check: ({ cover }, notes, _context, find) => {
    const texts = { one: 'one', many: 'many', other: 'other', fix: 'delete' } as const;
    const certain: Occurrence[] = [];
    const likely: Occurrence[] = [];
    for (const { unit, note } of notes.filter(
      // 由由校長致詞
      ({ unit, note: { start, end } }) => end - start !== 2 || !isSurnameBeforeTitle(unit.text, start + 1, cover),
    ))
      (note.certain ? certain : likely).push({ unit, ...note });
    tellOccurrences(certain, texts, find);
    // Two words may meet there that no table knows: the author looks before one of them goes.
    tellOccurrences(likely, { ...texts, safety: 'review' }, (discovery) => {
      find({ ...discovery, severity: 'information' });
    });
  },
};
