import { anyOf, phrasePattern } from '../../knowledge/phrases';
import type { CoverField } from '../../report/model/parts';
import type { CoverUnit, Paragraph } from '../../report/model/units';
import { textOf } from '../../report/queries/read';
import { paragraphFlow } from '../../report/queries/paragraphFlow';
import { personsIn, personsOn } from '../../report/queries/coverPersons';
import { scanNames } from '../../report/scan/names';
import { parseCount } from '../../text/numerals';
import { sentenceAround, wordsBefore } from '../../text/sentence';
import type { Span } from '../../text/span';
import type { ReportRule } from '../engine/rule';
import { namesLeader, withLeaders } from './namedLeaders';
import type { NamedLeader } from './namedLeaders';

const figure = '\\d{1,2}|[一二兩三四五六七八九十]{1,3}';
const persons = `(?<count>${figure}) ?[名位人員]`;
const count = `${persons}(?![次份民])`;
const total = `(?:計有|一共|${anyOf('total')}|[共計])`;
const group = `(?<!率[領同]?)(?:[團成]員|[本全]團|一行|(?:代表|${anyOf('visit')})團|(?:出國|赴訓|${anyOf('visit')}|${anyOf('study')})(?:人員|同仁))`;
const sending = '(?:[遴指選推薦奉]?派|派遣|派員)';
const own = '(?:本[局府署部會校院所館處]|本公司|本中心|我國)?';

/** 「一行3人」, 「團員共4人」, 「出國人員計4人」, 「遴派2名同仁」. */
const delegation = new RegExp(
  `(?:${group}|${sending}${own}(?:${anyOf('colleague')}|學員)?)(?:${total} ?| )?${count}`,
  'g',
);
/** 「由局長率隊，成員包括科長及技士，計3人」: the sum of those of the clause before. */
const sumBehind = new RegExp(`，(?:全團)?${total} ?${count}(?=[，。；）赴]|前往|出國|$)`, 'g');
const ofGroup = /團長|[團成]員|率[團隊]|(?:出國|考察)人員/;
const leader = anyOf('leader');
/** Those of us who are sent. */
const colleagues = anyOf('colleague');
const us = '本[局府署部會校院所館處隊行]|本公司|本中心';
/** An agency that may be that of the cover: 交通局4人. */
const agency =
  '(?<=^(?:摘要)?(?:[（(]?[一二三四五六七八九十\\d]{1,2}[）)、.])?|[，。；由爰乃]|本府|本市|[市縣]府)(?!摘要)(?<agency>\\p{Script=Han}{2,5}[局處署部院所館])';
/** What they do who went: soon behind their number. */
const goes = `(?=[^。；\\d]{0,16}?(?:[赴抵於]|前往|查驗|奉派|組團|隨團|同行|${anyOf('present')}|${anyOf('visit')}))`;
/** The same right behind it, where no word says who they are. */
const goesSoon = `(?=(?:小組|團隊)?(?:於[^，。；]{2,14}?|[^，。；\\d於]{0,6}?)(?:[赴抵]|組團|${anyOf('travel')}|${anyOf('present')}|${anyOf('visit')}))`;
/** How a report tells of those who went, and how many more than the figure they are: one who leads them is not counted with them. */
const tellings: readonly (readonly [pattern: RegExp, more: readonly number[]])[] = [
  [delegation, [0]],
  [sumBehind, [0]],
  // 由駱組長率團員3人
  [
    new RegExp(
      `率(?:領|同)?(?:(?:${colleagues}|所屬|員)[^，。；、\\d共計等]{0,4}|[^，。；、\\d及與和共計等]{1,6}[士正長員佐官司])${persons}(?![次份民]|（含)`,
      'g',
    ),
    [1],
  ],
  // 率同仁共四人: with the one who leads them or without
  [
    new RegExp(
      `率(?:領|同)?(?:(?:(?:${figure}) ?[名位人])?(?:${colleagues})|所屬)(?:[共合總]?計|[共等])${persons}`,
      'g',
    ),
    [0, 1],
  ],
  // 團員除團長外，另有三人
  [new RegExp(`除${leader}[^，。；]{0,6}外，[另尚還]有(?:團員|隊員|成員|同仁)?${count}`, 'g'), [1]],
  // 代表團連同領隊共4人
  [new RegExp(`(?<=團)(?:連同|包[括含]|含)${leader}(?:在內)?${total}?${count}`, 'g'), [0]],
  // 爰組成3人考察團
  [new RegExp(`(?<=組成?)${persons}(?=之?(?:代表|${anyOf('visit')}|${anyOf('study')})團)`, 'g'), [0]],
  // 本次由急診科主任及護理長二人，於5月赴; 本署由邱組長等3人與會
  [
    new RegExp(
      `(?<=[本爰][^，。；]{0,12}?由)[^，。；\\d由派率]{2,30}${persons}(?=，?(?:[於赴]|前往|代表|奉派|組團|隨團|同行|${anyOf('present')}))`,
      'g',
    ),
    [0],
  ],
  // 由宋研究員領隊，三名研究人員於6月赴
  [new RegExp(`${persons}(?:研究|技術|業務)?(?:人員|同仁|職員|教師)於[^，。；]{4,24}(?:赴|前往)`, 'g'), [0, 1]],
  // 本次由四名工程師先赴日本
  [new RegExp(`(?<=(?:^|[，。；爰乃]|本[次案]|此[次行]|${us}|奉核可?)由)(?:${us})?${persons}${goes}`, 'g'), [0]],
  // 率四名同仁赴
  [new RegExp(`率(?:[領同]|所屬|${us}){0,2}${persons}(?:技術|業務|研究)?(?:${colleagues})`, 'g'), [1]],
  // 本局5位同仁於5月18日前往
  [new RegExp(`(?<=${us})${persons}(?:${colleagues})${goes}`, 'g'), [0]],
  // 本局4人於5月赴, 本府四人小組前往
  [new RegExp(`(?<=${us})${persons}${goesSoon}`, 'g'), [0]],
  // 交通局4人於5月赴, 市府交通局由4人組團
  [new RegExp(`${agency}由?${persons}${goesSoon}`, 'gu'), [0]],
  // 本次出國4人, 出國人數共4人, 此行共4人
  [
    new RegExp(
      `(?:[本此]次(?:出國|奉派|${anyOf('visit')})|[本此][行趟]|(?:出國|${anyOf('visit')})人數)(?:人員|人數|者)?(?:${total}有?|為)?(?<=[國察訪問摩學視員數共計為有]) ?${persons}(?=(?:${colleagues})?(?:參[加與]|同行|前往)?(?:$|[，。；（]))`,
      'g',
    ),
    [0],
  ],
  // 考察團（4人）
  [new RegExp(`(?<=(?:代表|本|${anyOf('visit')}|${anyOf('study')})團)（${total}?${persons}）`, 'g'), [0]],
  // 指派科長等四人赴, 何科長、莊股長及林技佐等四人於5月赴日
  [new RegExp(`(?:[遴指選推奉]?派遣?|[、及與和])[^，。；、及與和派率等\\d]{2,12}等 ?${persons}${goes}`, 'g'), [0]],
  // 派遣技術人員二名前往
  [new RegExp(`${sending}(?:${us}|技術|業務|研究|專業|資深|相關){0,2}(?:${colleagues})${persons}${goes}`, 'g'), [0]],
  // 考察團由5人組成, 此行兩人同行
  [new RegExp(`(?<=團由)${persons}組成|(?<=此行|本次|全團)(?<count2>${figure}) ?[人名位]同行`, 'g'), [0]],
  // 教師5人（含校長）赴
  [
    new RegExp(
      `(?<![該他外每各對等位方國名率領同])(?:${colleagues})${persons}(?:（[^（）]{1,8}）)?(?=[^，。；\\d]{0,4}(?:赴|前往))`,
      'g',
    ),
    [0],
  ],
  // 一行教師4人、學生27人; whoever leads the school may not be counted with them
  [
    new RegExp(
      `(?<=一行|全團|本團|帶隊|隨隊|隨行|領隊)(?:[教老]師|師長|教職員工?)(?:共計|[共計為])?${persons}(?:（[^（）]{1,8}）)?`,
      'g',
    ),
    [0, 1],
  ],
  // 我方三人分別擔任組長與記錄, 本局三名見證人員分工檢視
  [
    new RegExp(
      `(?:我[方國]|本團|一行|${us})${persons}(?:[^，。；]{0,3}(?:${colleagues}))?(?=分工|[分均皆各全][別數員]?(?:擔任|負責|參[加與]|通過|出席|取得|完成|入住|有))`,
      'g',
    ),
    [0],
  ],
];
/** 成員包含科長1名、股長1名及技士2名: each kind with its number. */
const byKind = /(?:[成團]員|(?:出國|考察)人員)(?:包[括含]|計?有|[為：:])(?<list>[^，。；]{3,80})/g;
/** 由三位議員及一位隨團秘書組成, 由委員一人及科長二人前往. */
const composed = /由(?<list>[^，。；]{4,80})/g;
const setsOut = /(?:共同)?(?:組成[^，。；]{0,6}團|組團|赴|前往)/;
/** What is told of the agency, or of the plan that led there, before it. */
const ofOurs = /[本爰]/;
/** 局長帶領技士2名、科長1名: they and the one who leads them. */
const led = /(?:率[領同]?|帶領|偕同?)(?<list>[^，。；]{3,80})/g;
const kindCount = new RegExp(`(${figure}) ?[名位人員]`, 'g');
/** No kind of persons takes more words, in UTF-16 code units. */
const longestKind = 16;
/** The same of a number with its kind behind it: 兩名科員. */
const longestTitle = 8;
const ofTitle = phrasePattern`^[^，。；]{0,4}?(?:${'colleague'}|[長員士師正佐官])`;

/**
 * The numbers of a list that begins with kinds of persons, and how far those go: 科長1名、股長1名及技士2名.
 * @param isWhole whether the list holds nothing else, and may go on behind a number: 三位議員及一位隨團秘書
 */
function kindsOf(list: string, isWhole: boolean): { readonly counts: readonly number[]; readonly end: number } {
  const counts: number[] = [];
  let end = 0;
  let from = 0;
  for (const piece of list.split(/[、及與和]/)) {
    const [only, other] = [...piece.matchAll(kindCount)];
    const isFirst = only?.index === 0;
    const isOther = isFirst && !isWhole && !ofTitle.test(piece.slice(only[0].length));
    if (!only || other || isOther || (isWhole && piece.length > longestKind))
      return isWhole ? { counts: [], end: 0 } : { counts, end };
    counts.push(parseCount(only[1]!));
    end = from + only.index + only[0].length;
    from += piece.length + 1;
    // The list ends where words follow a number that its kind stands before: 科長1名前往.
    if (!isWhole && (isFirst ? piece.length > longestTitle : end < from - 1)) break;
  }
  return { counts, end: isWhole ? list.length : end };
}

/** More of them who are counted beside these: 同仁3人及學生20人. */
const othersBeside = new RegExp(`^[^，。；]{0,6}?[、及與和暨][^，。；、\\d]{0,10}(?:${figure}) ?[名位人員]`);
/** The same before it: 議員4人及. */
const besideOthers = new RegExp(`(?:${figure}) ?[名位人員][^，。；、\\d]{0,6}[、及與和暨][^，。；、\\d]{0,8}$`);
/** Pupils beside those who lead them are no colleagues: 率同教師3人及學生24人. */
const pupilsBeside = new RegExp(
  `^(?:率.{2,20}?[及與和暨](?:學生|選手|同學)(?:${figure}) ?[名位人員]，?(?:[於赴]|前往)|[教老師].{2,16}?[、及與和暨](?:學生|選手|同學)(?:${figure}) ?[名位人員])`,
);
/** Of the same delegation, and not on the cover of an agency. */
const fromOutside = phrasePattern`^[^。；]{0,12}其中[^。；]{0,80}(?:[協公學]會|${'from-outside'})`;
/** A paragraph without a number of persons is not read. */
const anyPersons = /[\d一二兩三四五六七八九十]\s?[名位人員]/;
/** Others than those who write the report, or others with them. */
const ofOthers = phrasePattern`[該貴各他另每駐曾可應擬]|[日美韓中英法德加澳星紐泰越雙對]方|${'other-traveller'}|${'from-outside'}|${'not-alone'}|前次|上次|隔年|未來|建議|(?<!我[國方])由(?![本我])[^，。]{1,10}派`;

/** What is to be done some day. */
const toCome = phrasePattern`建議|[宜擬]|(?:第[一二三]|[首逐分每])年|${'later'}`;

/** Behind these 成員 are those of a body at home: 院內設感染管制委員會，…，成員共15人. */
const ofBody = phrasePattern`(?:[設置]|成立)[^。；，]{0,16}[會組隊處室]|[會組隊](?:成立|創[立設]|設[立於在])|${'leader-of-body'}`;

/** What these count is told with the figure. */
const counted = new RegExp(`成員包括|另(?=有)|(?:連同|包[括含])${leader}`);

/** So far behind a number others may be counted beside those, in UTF-16 code units. */
const reach = 30;

/** Others travel with those of the cover, who are no colleagues: 率師生27人. */
const withOthers = phrasePattern`師生|(?:帶領|率領?|偕同?|隨團)[^，。；]{0,6}${'other-traveller'}`;
/** A number of all who travelled. */
const ofAll = /(?:[全本]|代表)團|一行|[團成]員/;

/** How many went, as a sentence of the report has it. */
interface StatedPersons extends Span {
  readonly words: string;
  /** One of these it may be. */
  readonly persons: readonly number[];
  /** Whose they are, where that is an agency which must be the cover's. */
  readonly agency?: string | undefined;
  /** Who leads them, where he must be on the cover. */
  readonly leader?: NamedLeader;
  /** Whether they may be some of those who went. */
  readonly isPart?: boolean;
}

/** What a paragraph says of how many went, whatever line ends cut it. */
function statedPersonsOf(paragraph: Paragraph): readonly StatedPersons[] {
  const { zone, part } = paragraph.surroundings;
  const isReflections = part === 'reflections' || part === 'reflections-and-recommendations';
  const isTold = part === 'purpose' || part === 'process' || part === 'itinerary';
  if (zone !== 'abstract' && !isTold && !isReflections) return [];
  if (!anyPersons.test(paragraph.text)) return [];
  const flow = paragraphFlow(paragraph);
  const found: StatedPersons[] = [];
  for (const [pattern, more] of tellings)
    for (const { 0: whole, index, groups } of flow.words.matchAll(pattern)) {
      const words = whole.replace(/^，/, '');
      const end = index + whole.length;
      const start = end - words.length;
      const span = flow.spanOf(start, end);
      const clause = wordsBefore(flow.words, start, whole === words ? '，。；' : '。；');
      const figure = groups!['count'] ?? groups!['count2']!;
      // 「三位議員及一位隨團秘書」 are more than one.
      const isSummed = words.startsWith('率') && /[共計等]/.test(words);
      if ((!isSummed && anyPersons.test(words.slice(0, words.lastIndexOf(figure)))) || besideOthers.test(clause))
        continue;
      // 「由醫師4人、護理師3人組成，共7人」 is of those who are counted there.
      if (whole !== words && (anyPersons.test(clause) || !ofGroup.test(wordsBefore(flow.words, index, '，。；'))))
        continue;
      if (words.startsWith('成員') && ofBody.test(wordsBefore(flow.words, start, '。；'))) continue;
      if (isReflections && toCome.test(sentenceAround(flow.words, { start, end }))) continue;
      const behind = flow.words.slice(end, end + reach);
      if (
        isOfOthers(clause, words) ||
        ledByHost.test(wordsBefore(flow.words, start, '。；')) ||
        fromOutside.test(behind) ||
        (othersBeside.test(behind) && !pupilsBeside.test(whole + behind))
      )
        continue;
      if (found.some((other) => span.start < other.end && other.start < span.end)) continue;
      const persons = parseCount(figure);
      found.push({ words, persons: more.map((each) => persons + each), agency: groups!['agency'], ...span });
    }
  for (const told of withLeaders(flow.words)) {
    const span = flow.spanOf(told.start, told.end);
    if (isOfOthers(wordsBefore(flow.words, told.start, '，。；'), '')) continue;
    if (!found.some((other) => span.start < other.end && other.start < span.end)) found.push({ ...told, ...span });
  }
  for (const pattern of [byKind, composed, led])
    for (const { 0: whole, index, groups } of flow.words.matchAll(pattern)) {
      const isLed = pattern === led;
      const clause = wordsBefore(flow.words, index, isLed ? '，。；' : '。；');
      if (pattern === composed && !ofOurs.test(wordsBefore(flow.words, index, '，。；'))) continue;
      const list = groups!['list']!;
      const cut = pattern === composed ? setsOut.exec(list + flow.words.slice(index + whole.length, index + whole.length + longestKind)) : null; // prettier-ignore
      if (pattern === composed && (cut?.index ?? Infinity) > list.length + 1) continue;
      const { counts, end } = kindsOf(list.slice(0, cut?.index), pattern === composed);
      const words = whole.slice(0, whole.length - list.length + end);
      if (counts.length < 2 || isOfOthers(clause, words.replace(/包[括含]|偕同/, '')) || ofBody.test(clause)) continue;
      const persons = counts.reduce((sum, each) => sum + each, isLed ? 1 : 0);
      found.push({ words, persons: [persons], ...flow.spanOf(index, index + words.length) });
    }
  return found;
}

/** Somebody of a body abroad leads a group that we joined. */
const ledByHost = phrasePattern`由(?![本我])[^，。；]{0,14}${'institution'}[^，。；]{1,10}[帶率]領，$`;

/** Whether a clause tells of others than those who went by themselves. */
function isOfOthers(clause: string, words: string): boolean {
  return (
    ofOthers.test((clause + words).replace(counted, '')) ||
    scanNames(clause, []).names.some(({ row }) => row.economy !== 'TW')
  );
}

/** 共4人 behind the persons of the cover, or before them. */
const sumOfPersons =
  /(?:共計|合計|總計|計|共) ?(\d{1,2}|[一二兩三四五六七八九十]{1,3}) ?(?:[人名位員]?(?=[）)]?$)|[人名位員](?=[）)：:]?\s))/;

/** Where the cover sums up its persons, and another number of them is named; undefined where it fits. */
function coverSum(
  cover: CoverUnit,
  { value }: CoverField,
): (Span & { readonly words: string; readonly named: number }) | undefined {
  const field = textOf(cover, value).trimEnd();
  const match = sumOfPersons.exec(field);
  if (!match) return undefined;
  const [words, stated] = match;
  const before = field.slice(0, match.index).replace(/[（(]$/, '');
  const behind = field.slice(match.index + words.length).replace(/^[）)：:]/, '');
  if (before.trim() !== '' && behind.trim().length > 1) return undefined;
  const named = personsIn([before.trim() === '' ? behind : before]);
  if (named === undefined || named === parseCount(stated!) || named < 2) return undefined;
  const start = value.start + match.index;
  return { words, named, start, end: start + words.length };
}

/** A delegation so large, and so many times as large as those on the cover, has others who write no report: athletes, pupils. */
const fewestOfCrowd = 12;
const timesOfCrowd = 3;

export const rule: ReportRule<StatedPersons, 'paragraph'> = {
  per: 'report',
  notes: { per: 'paragraph', read: statedPersonsOf },
  id: 'cover/person-count',
  title: { 'zh-TW': '人數與封面所列不符', en: 'Another number of persons than on the cover' },
  severity: 'information',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（封面：姓名職稱）',
  checked: '2026-11-30',
  fix: undefined,
  messages: {
    persons: {
      'zh-TW': '這裡說「{words}」，封面列了 {named} 人，請核對。',
      en: 'This says “{words}”, but the cover names {named}; check it.',
    },
    sum: {
      'zh-TW': '這裡說「{words}」，前面列了 {named} 人，請核對。',
      en: 'This says “{words}”, but {named} are named before it; check it.',
    },
    cover: { 'zh-TW': '封面所列人員', en: 'The persons on the cover' },
  },
  check: ({ abstract, chapters, cover }, notes, _context, find) => {
    if (!cover) return;
    const field = cover.cover.fields.find(({ id }) => id === 'name-and-title' || id === 'name');
    if (!field) return;
    const sum = coverSum(cover, field);
    if (sum) {
      const { words, named: listed, start, end } = sum;
      find({ message: 'sum', params: { words, named: listed }, unit: cover, start, end });
    }
    const named = sum?.named ?? personsOn(cover);
    if (notes.length === 0 || named === undefined) return;
    const related = [{ message: 'cover', unit: cover, start: field.label.start, end: field.label.end }];
    const agencies = cover.cover.fields
      .filter(({ id }) => id === 'agency')
      .map(({ value }) => textOf(cover, value))
      .join();
    const names = cover.cover.fields
      .filter(({ id }) => id === 'name-and-title' || id === 'name' || id === 'position')
      .map(({ value }) => textOf(cover, value))
      .join();
    const openings = [cover, abstract, ...chapters.filter(({ section }) => section.part === 'purpose')];
    const isMixed = openings.some((each) => each !== undefined && withOthers.test(each.text));
    for (const { unit, note } of notes) {
      const { words, persons, agency: whose, leader, isPart = false, start, end } = note;
      // Where the cover leaves its agency out, the report says who sent them.
      const isOurs = (agency: string): boolean =>
        agencies.trim() === ''
          ? openings.some((each) => each?.text.includes(`${agency}派`) === true)
          : agencies.includes(agency);
      if ((whose !== undefined && !isOurs(whose)) || (leader && !namesLeader(names, leader))) continue;
      if (leader && persons.every((each) => (each < named ? isPart : isMixed && words.includes('等')))) continue; // prettier-ignore
      if (persons.every((each) => each >= fewestOfCrowd && each > timesOfCrowd * named)) continue;
      if (isMixed && ofAll.test(words) && persons.every((each) => each > named)) continue;
      if (!persons.includes(named)) find({ message: 'persons', params: { words, named }, unit, start, end, related });
    }
  },
};
