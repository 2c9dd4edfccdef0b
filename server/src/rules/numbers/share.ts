import { phrasePattern } from '../../knowledge/phrases';
import type { ParagraphRule } from '../engine/rule';
import { rounded, shareWords, sumOf } from './amounts';
import type { Amount } from './amounts';
import { clausesOf, statementsOf } from './statements';
import { wrongParts, wrongShares } from './shares';

/** Where one may be of several parts the shares have bases of their own, or overlap. */
const overlap = /[兼跨]/;
const ownBases = /複選|重[複疊]|加權|(?:分別|各)占/;
/** In front of shares that a sentence gives of one whole. */
const ofWhole = phrasePattern`${'money'}|分[為成攤]|[組構]成|[配評]分|比重|股權|出資`;
/** Right in front of a share: 占, or who bears it. */
const sharing = phrasePattern`(?:[占佔為]|${'paid-by'}|持[股有])$`;

/** What the shares that a sentence gives of one whole make, where that is not all: 筆試占40%，實作占70%. */
function wrongWhole(
  words: string,
  amounts: readonly Amount[],
): { readonly last: Amount; readonly sum: number } | undefined {
  if (!ofWhole.test(words)) return undefined;
  const tenths = amounts.filter(({ measure }) => measure === '成');
  const shares = tenths.length > 1 ? tenths : amounts.filter(({ measure }) => measure === '%');
  const last = shares.at(-1);
  const isShare = ({ start, isRough }: Amount): boolean =>
    !isRough && sharing.test(words.slice(Math.max(0, start - 2), start));
  if (!last || shares.length < 2 || !shares.every(isShare)) return undefined;
  const sum = rounded(sumOf(shares) * (last.measure === '成' ? 10 : 1));
  const isAll = new RegExp(
    `(?:${shares.length}|${'〇一兩三四五六'[shares.length] ?? '二'})(?:個|大)?(?:部分|項|類|階段)`,
  );
  return (sum > 100 && sum <= 150) || (sum < 100 && sum >= 80 && isAll.test(words)) ? { last, sum } : undefined;
}

export const rule: ParagraphRule = {
  per: 'paragraph',
  id: 'numbers/share',
  title: { 'zh-TW': '百分比與數字不符', en: 'A share is not that of its figures' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    share: {
      'zh-TW': '「{part}」是「{base}」的 {real}，這裡卻是「{share}」，請核對。',
      en: '“{part}” is {real} of “{base}”, this says “{share}”; check the figures.',
    },
    whole: {
      'zh-TW': '各部分的百分比加起來是 {sum}%，請核對。',
      en: 'The shares of the whole make {sum}%; check them.',
    },
    base: { 'zh-TW': '全體', en: 'The whole' },
    part: { 'zh-TW': '部分', en: 'The part' },
  },
  check: (paragraph, _given, find) => {
    const statements = statementsOf(paragraph);
    const all = statements.flatMap(({ amounts }) => amounts);
    if (!all.some(({ measure }) => measure === '%' || measure === '成')) return;
    const placeOf = new Map(statements.flatMap((at) => at.amounts.map((amount) => [amount, at] as const)));
    let from = 0;
    for (const [at, statement] of statements.entries()) {
      const { words, amounts, spanOf } = statement;
      const first = from;
      from += amounts.length;
      if (ownBases.test(words)) continue;
      const wordsOf = (each: Amount): string => (placeOf.get(each) ?? statement).words.slice(each.start, each.end);
      for (const { share, part, base } of [
        ...wrongShares(words, amounts, all, first, statements[at - 1]),
        ...wrongParts(statement),
      ]) {
        const real = shareWords(part.value, base.value, share);
        const params = { part: wordsOf(part), base: wordsOf(base), share: wordsOf(share), real };
        const related = [{ message: 'base', ...(placeOf.get(base) ?? statement).spanOf(base) }, { message: 'part', ...spanOf(part) }]; // prettier-ignore
        find({ message: 'share', params, ...spanOf(share), related });
      }
    }
    for (const { words, amounts, spanOf } of clausesOf(paragraph)) {
      const whole = overlap.test(words) || ownBases.test(words) ? undefined : wrongWhole(words, amounts);
      if (whole) find({ message: 'whole', params: { sum: whole.sum }, ...spanOf(whole.last) });
    }
  },
};
