import type { Span } from '../../text/span';
import type { ParagraphRule } from '../engine/rule';
import { written } from './amounts';
import { bothReadingsOf, statementsOf } from './statements';
import type { Statement } from './statements';
import { wrongAreas } from './areas';
import { wrongConversions } from './conversions';
import type { WrongProduct } from './factors';
import { wrongGroups, wrongSums } from './groupSums';
import { wrongAcross, wrongProducts } from './products';
import { wrongMeans, wrongYears } from './yearSums';

export const rule: ParagraphRule = {
  per: 'paragraph',
  id: 'numbers/product',
  title: { 'zh-TW': '單價與總數不符', en: 'Figures do not make their product' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    product: {
      'zh-TW': '相乘是 {real}，與「{total}」不符，請核對。',
      en: 'The figures make {real}, which is not “{total}”; check them.',
    },
    factors: { 'zh-TW': '相乘的數字', en: 'The figures multiplied' },
  },
  check: (paragraph, _given, find) => {
    const told: Span[] = [];
    let before: Statement | undefined;
    for (const sentence of statementsOf(paragraph)) {
      const tell = ({ words, spanOf }: Statement, { total, factors, real }: WrongProduct): void => {
        const place = spanOf(total);
        if (told.some(({ start }) => start === place.start)) return;
        told.push(place);
        const params = { real: written(real), total: words.slice(total.start, total.end) };
        find({ message: 'product', params, ...place, related: [{ message: 'factors', ...spanOf(factors) }] });
      };
      for (const each of [...wrongConversions(sentence), ...wrongAcross(sentence, before)]) tell(sentence, each);
      before = sentence;
      for (const statement of bothReadingsOf(sentence)) {
        for (const each of [
          ...wrongProducts(statement),
          ...wrongGroups(statement),
          ...wrongSums(statement),
          ...wrongMeans(statement),
          ...wrongYears(statement),
          ...wrongAreas(statement),
        ])
          tell(statement, each);
      }
    }
  },
};
