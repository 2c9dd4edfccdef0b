import { anyOf } from '../../knowledge/phrases';
import type { PartId } from '../../knowledge/types';
import type { ParagraphRule } from '../engine/rule';

/** The chapters whose amounts a reader at home is to weigh. */
const chapters: ReadonlySet<PartId | undefined> = new Set([
  'reflections',
  'recommendations',
  'reflections-and-recommendations',
]);

const amount =
  '(?<![\\d,.一二三四五六七八九十百千])(?:\\d[\\d,.]{0,15}[十百千]?|[一二三四五六七八九十百千]{1,8}) ?[萬億兆]?[餘多]? ?';
const foreign = new RegExp(
  `${amount}${anyOf('currency')}|(?:US\\$|USD|EUR|JPY|GBP|[€£¥]) ?\\d[\\d,.]*(?: ?[萬億兆])?`,
  'g',
);
const local = /新[臺台]幣|[臺台]幣|NT\$|NTD|TWD/;

export const rule: ParagraphRule = {
  id: 'numbers/currency-without-ntd',
  per: 'paragraph',
  title: { 'zh-TW': '外幣金額未附新臺幣', en: 'Foreign amount without NT dollars' },
  severity: 'off',
  source: '報告調查 R1（建議事項之金額併列新臺幣，供編列預算參考）',
  checked: '2026-11-28',
  fix: undefined,
  messages: {
    foreign: {
      'zh-TW': '「{amount}」未附新臺幣金額；供國內參考之心得及建議，宜括註約合新臺幣多少。',
      en: '{amount} stands without NT dollars; give readers at home what it comes to.',
    },
  },
  check: ({ text, surroundings }, _, find) => {
    if (!chapters.has(surroundings.part) || local.test(text)) return;
    for (const { 0: words, index } of text.matchAll(foreign))
      find({ message: 'foreign', params: { amount: words }, start: index, end: index + words.length });
  },
};
