/** Shares that are not what their part is of its base, the part before them or behind. */
import { phrasePattern } from '../../knowledge/phrases';
import { isShareOf } from './amounts';
import type { Amount } from './amounts';
import type { Statement } from './statements';
import { isExplained, isPartOf, isWhole, namedBefore, wholeBefore } from './shareBases';
import { isPercentage, labelOf, partOfShare, rateInBrackets, toNamed, toRate, toShare } from './shareParts';

/** Between a part and its base: 61,500公噸，於全體. */
const withinAll = /^[^。；：\d]{0,8}[於在][^，。；：、\d]{0,8}$/;
const allToShare = /^[^，。；：、（）\d]{0,4}[中內裡][約僅]?[占佔]?[約達為僅]*$/;
/** Between two figures and the share that the one is of the other by its name: ，為保證值之. */
const ofNamed =
  /^[^，。；：、（）\d]{0,6}，[約僅達即亦也]?(?:[為占佔達合]|相當於)(?<base>[^，。；：、（）\d]{2,8})[之的]約?$/;
/** Between a part and a share that names its base: ，占全部架次之, ，占全部學校的. */
const ofNamedBase =
  /^[^，。；：、（）\d]{0,10}，?[^，。；：、（）\d]{0,4}[占佔](?:全部|全[年月體]|所有|總)?(?<base>[^，。；：、（）\d]{1,8}?)數?[之的](?:比[例率重])?[約為達]{0,2}$/;
/** Between a part and its base, and between the base and the share: 80萬元，占營運成本400萬元的25%. */
const ofBase = /^[^。；：\d]{0,12}(?:[占佔]|達[全總])[^，。；：、\d]{0,14}$/;
const baseToShare = /^[^，。；：、（）\d]{0,8}[之的][^，。；：、（）\d]{0,4}$/;
/** A sentence that begins so tells of a part of what the sentence before told. */
const partOfBefore = /^(?:其中|當中|這些?之?中)/;
/** So many amounts before and behind a share may explain it. */
const reach = 14;
interface WrongShare {
  readonly share: Amount;
  readonly part: Amount;
  readonly base: Amount;
}

/** Shares of a sentence that are not what their part is of its base, where both are certain. */
export function* wrongShares(
  words: string,
  amounts: readonly Amount[],
  all: readonly Amount[],
  from: number,
  previous: Statement | undefined,
): Generator<WrongShare> {
  const before = all.slice(Math.max(0, from - reach), from);
  for (const [index, share] of amounts.entries()) {
    if (share.measure !== '%' && share.measure !== '成') continue;
    const [of, told] = amounts.slice(Math.max(0, index - 2), index);
    if (
      told &&
      told.measure === of!.measure &&
      ((ofBase.test(words.slice(of!.end, told.start)) && baseToShare.test(words.slice(told.end, share.start))) ||
        (withinAll.test(words.slice(of!.end, told.start)) && allToShare.test(words.slice(told.end, share.start))))
    ) {
      if (!isShareOf(share, of!, told) && !isPercentage(of!)) yield { share, part: of!, base: told };
      continue;
    }
    const named = told?.measure === of?.measure && told && ofNamed.exec(words.slice(told.end, share.start))?.groups!['base']; // prettier-ignore
    if (named) {
      // Of two figures the one is named again: 實測485瓩，保證值500瓩，為保證值之97%.
      const [isFirst, isSecond] = [of!, told].map((each) => labelOf(words, each).includes(named));
      const [one, base] = isSecond ? [of!, told] : [told, of!];
      if (isFirst !== isSecond) {
        if (!isPercentage(one) && !isShareOf(share, one, base)) yield { share, part: one, base };
        continue;
      }
    }
    const last = amounts[index - 1];
    const other = last && ofNamedBase.exec(words.slice(last.end, share.start))?.groups!['base'];
    const isBase = (each: Amount): boolean =>
      each.value >= last!.value &&
      (each.measure === other!.replace(/(?<=^[場梯班])次$/, '') ||
        (each.measure === last!.measure && other!.length > 1 && labelOf(words, each).includes(other!.slice(-2))));
    const whole =
      other &&
      amounts
        .slice(0, index - 1)
        .filter(isBase)
        .at(-1);
    if (whole) {
      if (!isShareOf(share, last, whole)) yield { share, part: last, base: whole };
      continue;
    }
    const part = partOfShare(words, amounts, share);
    if (!part) continue;
    const alike = amounts.filter(({ measure }) => measure === part.measure);
    const between = words.slice(part.end, share.start);
    const isRate =
      toRate.test(between) || rateInBrackets.test(between) || (!toShare.test(between) && toNamed.test(between));
    const base =
      alike
        .slice(0, alike.indexOf(part))
        .filter((each) => each.value >= part.value && (isRate || isPartOf(words, each, part, alike)))
        .at(-1) ??
      (partOfBefore.test(words) && alike[0] === part ? wholeBefore(before, part) : undefined) ??
      (previous && alike[0] === part ? namedBefore(words, previous, part) : undefined) ??
      before.filter(({ measure, value }) => measure === part.measure && value > part.value).find((each) => isWhole(each, part, alike)); // prettier-ignore
    if (!base) continue;
    // Of 400家退出 those who stay are the others.
    if (isRate && !share.side && isShareOf(share, { value: base.value - part.value, slack: 0 }, base)) continue;
    const at = from + index;
    const near = all.slice(Math.max(0, at - reach), at + reach).filter(({ measure }) => measure === part.measure);
    const others = new Set(amounts.filter((each, i) => each !== part && amounts[i + 1] && isPercentage(amounts[i + 1]!) && toShare.test(words.slice(each.end, amounts[i + 1]!.start)))); // prettier-ignore
    if (!isExplained(share, part, near, others)) yield { share, part, base };
  }
}

/** Between a share and the part that it makes: 占75%，即46人; 八成五（713萬元）. */
const toPart = phrasePattern`^[^，。；：、（）()\d]{0,12}(?:[（(]|，?(?:${'that-is'}|即|[合約共]?[計為]))[為是有達約共]{0,2}[^，。；：、（）()\d較比每各增減]{0,4}$`;
/** In front of a share these make it one of a change, or of something else. */
const ofChange = /[增減升降漲跌較比]|成長|年息|[利稅]率|折扣/;
/** A part further off its share, in points, is of something else. */
const mostApart = 25;

/** Shares whose part is told behind them: 教師64人，專任者占75%，即46人. */
export function* wrongParts({ words, amounts }: Statement): Generator<WrongShare> {
  for (const [index, share] of amounts.entries()) {
    const part = amounts[index + 1];
    if ((share.measure !== '%' && share.measure !== '成') || !part || isPercentage(part)) continue;
    const between = words.slice(share.end, part.start);
    const inBrackets = /[（(]/.test(between);
    if (!toPart.test(between) || (inBrackets && !/^[）)]/.test(words.slice(part.end)))) continue;
    // 歐元860萬元 is told on as 713萬元.
    const alike = amounts.filter(
      ({ measure }) => measure === part.measure || (part.measure === '元' && measure.endsWith('元')),
    );
    const base = alike
      .slice(0, alike.indexOf(part))
      .filter(({ value }) => value > part.value)
      .at(-1);
    if (!base || ofChange.test(words.slice(base.end, share.start))) continue;
    const real = (part.value / base.value) * 100;
    const stated = share.value * (share.measure === '成' ? 10 : 1);
    if (Math.abs(real - stated) <= mostApart && !isExplained(share, part, alike)) yield { share, part, base };
  }
}
