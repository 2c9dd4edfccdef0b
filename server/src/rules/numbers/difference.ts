import { phrasePattern } from '../../knowledge/phrases';
import { wordsBefore } from '../../text/sentence';
import type { Span } from '../../text/span';
import type { ParagraphRule } from '../engine/rule';
import { inUnit, isDigitSlip, isShareOf, lastDigitOf, pointsOf, rounded, shareWords, written } from './amounts';
import type { Amount, Range } from './amounts';
import { bothReadingsOf, statementsOf } from './statements';

/** Between two figures: 由68架次提高至102架次. */
const risen = phrasePattern`(?:${'rise'}|${'fall'}|[增加升擴減降縮調延漲跌]|提前)[^，。；]{0,4}[至為到][^，。；]{0,10}$`;
/** The same behind 由, where 至 says that the one becomes the other: 由62分進步到71分. */
const becomes = /^[^，。；：、（）\d]{0,6}[至到為成][^，。；：、（）\d]{0,4}$/;
/** Between two figures: 210萬美元，較前年之180萬美元. */
const compared = /^[^，。；\d]{0,6}，?[較比][^，。；]{0,16}$/;
/** Between what comes in and what goes out: 收入1,800萬元，支出1,650萬元; 84萬元，扣除運費33萬元. */
const spent = /^，[總實]?際?(?:支[出用]|實支|花費|成本)[為達計]?$|^[^，。；\d]{0,6}，?[扣減][除去掉][^，。；\d]{0,14}$/;
/** Between the figures of two years: 110學年度計240人，113年2月底為372人. */
const later =
  /^[^，。；\d]{0,8}，[至到迄]?(?:\d{2,4} ?學?年|今[年日]?(?=[已有達增共計為仍]|$|[，。])|[次隔翌去今]年|第[二三四][^，。；\d]|[複終後][測驗審點段]|[本此][年屆次]|目前|現|[最其][終後]|[^，。；\d]{0,8}後)[^，。；]{0,12}$|^[^，。；\d]{0,8}[，；](?:[\d一二兩三四五六七八九十]{1,3}年前|[去前上]年|上[屆期季月]|當[時年]|原先?)(?:同期)?[之的僅尚只]?[為有計達共約]{1,2}$/;
/** Between the figures of two things or times, where the difference is one digit off what it should be. */
const beside = /^[^，、。；\d]{0,8}[，、][^，、。；\d]{0,14}$/;
/** Behind them, what says that they are compared. */
const apart = /[差快慢]|[高多少低]出|短少/;
/** A change is no second figure: 268人，本屆增加118人; 13艘，審查後刪除3艘. */
const isChange = phrasePattern`(?:${'rise'}|${'fall'}|[加少增減升降多]|刪除|[剔排移]除|淘汰)了?[約達]?$`;
/** Between what is gained and lost and what that leaves: 新增14家，遷出8家，淨增6家. */
const net = /淨[增減]/;
/** Between the second figure and the difference. */
const changed = phrasePattern`^[）)]?[^，。；（）\d]{0,4}[後者]?[，（]?(?:${'beside-a-change'}|[兩二][者地站校館車邊國側端組種班機方港項次]|[年月季仍尚還只可共約淨即僅計大小]){0,3}幅?(?:${'rise'}|${'fall'}|${'gap'}|${'saved-or-lost'}|${'balance'}|短少|[高低多少]出|[快慢缺差增減多少餘省貴]|(?<!最)[高低])[了達為計約近率幅度量]*$`;
/** Between what there is to be and what of it there is already, and how much is wanting: 總長26.3公里，已完成19.8公里，尚差6.5公里. */
const done = /^[^。；\d]{0,8}，[^，。；、\d]{0,4}(?:已|完成|目前|現有|僅)[^，。；、\d]{0,8}$/;
const wanting = /，[尚還仍](?:差|缺|短少?)[了達約]?$/;
/** Behind them, against which of the two the difference is told: ，較保證值低. */
const against = /(?<=，)[較比](?<other>[^，。；（）\d]{1,10}?)[之的]?(?=[高低多少增減快慢長短升降提縮上下重輕])/;
/** So far before a figure it is told what it is. */
const labelReach = 12;
/** Behind two figures that stand beside each other, what can be said of nothing but these two. */
const betweenBoth = phrasePattern`^[^，。；（）\d]{0,6}，(?:[兩二]\p{Script=Han}|前後|彼此|[僅約即])?(?:${'gap'}|[差貴快慢])[了達為約計僅有]{0,2}$`;
/** In front of the first of two figures: it is what was meant to be. */
const ofPlan = phrasePattern`${'planned'}|[原預表限]|期限|標準|核定`;
/** Between what was in truth and how far that is off the plan. */
const offPlan = phrasePattern`^[^，。；（）\d]{0,8}[，（](?:${'beside-a-change'}|[共約僅])?${'saved-or-lost'}[了達約近]*$`;
/** What is saved each time makes more in all. */
const inAll = /[全每]年|一年|合計|總計/;
/** In front of a difference that its two figures follow: 增加64公尺（由312公尺增至366公尺）. */
const changeAhead = phrasePattern`(?:${'rise'}|${'fall'}|${'gap'}|${'saved-or-lost'}|[多少增減])[了出達為約計近率幅度量]*$`;
/** Between it and the first of them. */
const toFigures =
  /^[^，。；：（）\d]{0,6}[（，](?:由(?!於)|自|從|[^，。；：（）\d]{0,6}(?:前|原[為有先本來]?|去年|上年|上屆))[^，。；：（）\d]{0,10}$/;
/** What changes again and again has other figures at its ends. */
const again = /[每逐各]|平均[年月日]/;
/** Between a figure and how much it is more or less than another that stands behind: 312篇，較上屆增加42篇，上屆為280篇. */
const againstLater = phrasePattern`^[^，。；\d]{0,8}，?[較比](?<other>[^，。；（）\d]{2,6}?)(?:之|的)?(?:${'rise'}|${'fall'}|[多少高低增減])[了出]?$`;
/** In front of a first figure. */
const from = /[由自從]|原(?:[訂定為有列編先本來計]|核定|規劃|預[定估計])/;
/** So far behind 由 the first figure may stand. */
const fromReach = 12;
/** So many amounts before the second figure the first may stand; a year may stand between them. */
const firstReach = 3;
/** So many differences of one change are told: 提前3.2秒，改善幅度為18.4%. */
const mostTold = 3;
/** The difference of rough figures is off by at least so much of itself, where it is a slip. */
const leastOff = 0.2;
/** In how long a change came about, between the second figure and the difference: ，五年間減少. */
const within = /^[^，。；（）\d]{0,4}，[^，。；（）\d]{0,2}$/;
const lengthOfTime = /^(?:[年月天日週]|個月|小時|分鐘)$/;
const withinIt = /^(?:之?[間內中]|以?來|下來|期間)?[共計]?/;
/** What a change is told to be, where it is not what lies between its two figures. */
interface WrongDifference extends Span {
  readonly real: string;
}

/** What `told` should be by the change from `first` to `second`, where it is something else. */
function realOf(said: Amount, first: Amount, second: Amount, base: Amount): string | undefined {
  const told = inUnit(said, second.measure);
  const gap: Range = { value: rounded(Math.abs(first.value - second.value)), slack: first.slack + second.slack };
  if (told.measure === '百分點' ? second.measure === '%' : told.measure === second.measure) {
    const isNear = Math.abs(gap.value - told.value) <= gap.slack + told.slack + 1e-6;
    const isRounded = told.step > 1 && Math.abs(gap.value - told.value) < told.step;
    // 「由20%降至12%，降低40%」 is of the share.
    const isOfShare = told.measure === '%' && isShareOf(told, gap, base);
    return isNear || isRounded || isOfShare ? undefined : written(gap.value) + (/%|百分點/.test(told.measure) ? '個百分點' : told.measure); // prettier-ignore
  }
  if ((told.measure !== '%' && told.measure !== '成') || second.measure === '%' || base.value <= 0) return undefined;
  return isShareOf(told, gap, base) ? undefined : shareWords(gap.value, base.value, told);
}

/** So far before it the words may stand. */
const comparedReach = 24;
/** Before the figure that another is compared with: 較112年之. */
const comparedWith = /[較比][^，。；\d]{0,6}(?:\d{2,4} ?學?年度?)?[^，。；\d]{0,6}$/;
/** Between that figure, how many more there are, and what share of it that is. */
const more = phrasePattern`^[^，。；\d]{0,4}(?:${'rise'}|${'fall'}|[多少]出|[多少增減])了?$`;
const moreShare = phrasePattern`^，(?:[增減升降漲跌]幅[達為約]?|(?:${'rise'}|${'fall'}|[增減])[了達為約]?)$`;

/** Between what was added to a figure or taken off it and what that makes: 比前一年的640人多出80人，達720人. */
const toResult = /^[^，。；：（）\d]{0,4}，(?:[已總]?[達為計共]|來到|[增升降減]至|成為)[到至有計約]?$/;

/** Between a figure and the share by which it grew or fell: ，去年成長. */
const grows = phrasePattern`^[^。；：（）\d]{0,4}，?(?:\d{2,4} ?年度?)?[^，。；：（）\d每各]{0,10}?(?:${'rise'}|(?<down>${'fall'}|[減降跌])|[增漲])[了達約]{0,2}$`;

/** Three amounts one behind the other of which one is the change, and what its words make it be. */
function* wrongTriples(words: string, amounts: readonly Amount[]): Generator<WrongDifference> {
  for (const [index, a] of amounts.entries()) {
    const [b, c] = amounts.slice(index + 1, index + 3);
    if (!b || !c) continue;
    const [toSecond, toThird] = [words.slice(a.end, b.start), words.slice(b.end, c.start)];
    const isExact = ![a, b, c].some(({ isRough }) => isRough);
    const told = (one: Amount, real: string | undefined): readonly WrongDifference[] =>
      real === undefined ? [] : [{ real, start: one.start, end: one.end }];
    // 比前一年的640人多出80人，達720人; 較112年之7,300人次增加1,460人次，增幅25%.
    const isFrom = a.measure === b.measure && a.measure !== '%' && more.test(toSecond) && comparedWith.test(words.slice(Math.max(0, a.start - comparedReach), a.start)); // prettier-ignore
    if (isFrom && (c.measure === '%' || c.measure === '成')) {
      if (!c.isRough && a.value > 0 && moreShare.test(toThird) && !isShareOf(c, b, a)) yield* told(c, shareWords(b.value, a.value, c)); // prettier-ignore
    } else if (isFrom && isExact && c.measure === a.measure && toResult.test(toThird)) {
      const real = rounded(a.value + (/[減降低少]/.test(toSecond) ? -b.value : b.value));
      if (Math.abs(real - c.value) > a.slack + b.slack + c.slack) yield* told(c, written(real) + c.measure);
    }
    // 二十萬人次，去年成長五成，達三十五萬人次.
    const points = pointsOf(b);
    const grown = points !== undefined && isExact && a.measure === c.measure && pointsOf(a) === undefined && toResult.test(toThird) ? grows.exec(toSecond)?.groups : undefined; // prettier-ignore
    if (grown) {
      const [least, most] = [-1, 1].map((way) => a.value * (1 + ((grown['down'] === undefined ? 1 : -1) * (points! + (way * b.step * (b.measure === '成' ? 10 : 1)) / 2)) / 100)).sort((x, y) => x - y) as [number, number]; // prettier-ignore
      if (c.value + c.slack < least - 1e-6 || c.value - c.slack > most + 1e-6) yield* told(c, written(rounded((least + most) / 2)) + c.measure); // prettier-ignore
    }
    if (!isExact) continue;
    // 312篇，較上屆增加42篇，上屆為280篇.
    const other = a.measure === c.measure ? againstLater.exec(toSecond)?.groups!['other'] : undefined;
    if (other && /^[^，。；（）\d]{0,6}[，（][^，。；（）\d]{2,12}$/.test(toThird) && toThird.split(/[，（]/)[1]!.startsWith(other)) yield* told(b, realOf(b, a, c, c)); // prettier-ignore
    // 增加64公尺（由312公尺增至366公尺）.
    const clause = wordsBefore(words, a.start, '，。；：（）');
    if (b.measure === c.measure && changeAhead.test(clause) && !again.test(clause) && toFigures.test(toSecond) && (risen.test(toThird) || later.test(toThird))) yield* told(a, realOf(a, b, c, b)); // prettier-ignore
  }
}

/** The differences of a clause that are not what lies between their two figures. */
function* wrongDifferences(words: string, amounts: readonly Amount[]): Generator<WrongDifference> {
  for (const [index, second] of amounts.entries()) {
    const near = amounts.slice(Math.max(0, index - firstReach), index);
    const first = near.filter(({ measure }) => measure === second.measure).at(-1);
    if (!first) continue;
    const between = words.slice(first.end, second.start);
    // 由30分鐘一班改為15分鐘一班
    if (isChange.test(between) || first.value === second.value) continue;
    const isRise =
      (risen.test(between) || becomes.test(between)) &&
      from.test(words.slice(Math.max(0, first.start - fromReach), first.start));
    const isLater = later.test(between);
    const isTold = isRise || isLater || compared.test(between) || spent.test(between);
    if (!isTold && !beside.test(between)) continue;
    const piece = words.lastIndexOf('；', first.start);
    let end = second.end;
    let isAfter = false;
    for (const told of amounts.slice(index + 1, index + 1 + mostTold)) {
      // 兩站相差25公尺
      if (told.value === 2 && /^(?:相差|差[距額]|落差)/.test(words.slice(told.end, told.end + 2))) continue;
      const lead = words.slice(end, told.start);
      if (
        end === second.end &&
        lengthOfTime.test(told.measure) &&
        told.measure !== second.measure &&
        within.test(lead)
      ) {
        isAfter = true;
        end = told.end;
        continue;
      }
      // What it is told against has to be one of the two.
      const named = against.exec(lead)?.groups!['other'];
      const labels = words.slice(Math.max(0, first.start - labelReach), second.end);
      if (named !== undefined && !labels.includes(named.slice(-2))) break;
      if (!changed.test((isAfter ? lead.replace(withinIt, '') : lead).replace(against, ''))) break;
      end = told.end;
      // Rough figures make a rough difference, but hardly one that is a digit off.
      const isRough = first.isRough || second.isRough || told.isRough;
      const [one, other] = isRough
        ? [
            { ...first, slack: 0 },
            { ...second, slack: 0 },
          ]
        : [first, second];
      const real = realOf({ ...told, slack: isRough ? 0 : told.slack }, one, other, isRise || isLater ? first : second);
      const gap = Math.abs(rounded(first.value - second.value));
      // Of three figures the difference may be that of two others.
      const isBoth =
        betweenBoth.test(lead) &&
        !isRough &&
        told.measure === (second.measure === '%' ? '百分點' : second.measure) &&
        amounts.slice(0, index + 1).filter(({ measure, start }) => measure === second.measure && start > piece)
          .length === 2;
      const off = Math.abs(gap - told.value);
      if ((isAfter || inAll.test(lead)) && gap > 0 && told.value > gap && told.value % gap === 0) continue;
      const isOffPlan = offPlan.test(lead) && ofPlan.test(words.slice(Math.max(0, first.start - labelReach), first.start)); // prettier-ignore
      const isAgainst = named !== undefined && /^[^，。；]{0,14}[，；]/.test(between);
      // A difference that is told as an exact one was reckoned from the figures as they stand.
      const isReckoned =
        !told.isRough && off >= Math.max(...[first, second, told].map(({ value }) => lastDigitOf(value)));
      const isSlip = isDigitSlip(gap, told.value) && (!isRough || off > gap * leastOff || isReckoned);
      if (
        real !== undefined &&
        (((isTold || isOffPlan || net.test(lead) || isAgainst || (done.test(between) && wanting.test(lead))) &&
          !isRough) ||
          isBoth ||
          (isSlip && (isTold || apart.test(lead)) && told.measure === second.measure))
      )
        yield { real, start: told.start, end };
    }
  }
}

export const rule: ParagraphRule = {
  per: 'paragraph',
  id: 'numbers/difference',
  title: { 'zh-TW': '增減與前後數字不符', en: 'A difference is not what lies between its figures' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    difference: {
      'zh-TW': '由前面兩個數字算來是 {real}，這裡卻是「{told}」，請核對。',
      en: 'The two figures before make a difference of {real}, this says “{told}”; check them.',
    },
  },
  check: (paragraph, _given, find) => {
    const told: Span[] = [];
    for (const sentence of statementsOf(paragraph))
      for (const { words, amounts, spanOf } of bothReadingsOf(sentence))
        for (const { real, ...span } of [...wrongDifferences(words, amounts), ...wrongTriples(words, amounts)]) {
          const place = spanOf(span);
          if (told.some(({ start }) => start === place.start)) continue;
          told.push(place);
          find({ message: 'difference', params: { real, told: words.slice(span.start, span.end) }, ...place });
        }
  },
};
