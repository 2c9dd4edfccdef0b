import type { Line } from '../../report/model/line';
import type { WordHit } from '../../report/model/lines';
import { tellOccurrences } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';
import { byRow, occurrencesIn, wordNotes } from './words';

/** What follows a person's name: 由于美華處長 speaks of somebody of the name 于. */
const title =
  /^[\u4e00-\u9fff]{0,3}?(?:副?[組處司局部署科院校所會]長|副?主任|專門?委員|專員|科員|委員|教授|博士|先生|女士|小姐|經理|董事|執行長|研究員|[秘祕]書|參事|大使|代表|顧問|主席|次長|議員|老師|等[一二三四五六七八九十\d])/;

/** Whether the 于 that ends at `end` is a surname. */
function isSurname({ text }: Line, end: number): boolean {
  return text[end - 1] === '于' && title.test(text.slice(end, end + 8));
}

export const rule: ReportRule<WordHit> = {
  per: 'report',
  notes: wordNotes(['unified'], (line, { end }) => !isSurname(line, end)),
  id: 'wording/unified-term',
  title: { 'zh-TW': '不合統一用字', en: 'Not the unified term' },
  severity: 'warning',
  source: '法律統一用字表、法律統一用語表（文書處理手冊附錄4）',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '「{wrong}」應作「{right}」。', en: '“{wrong}” is written “{right}”.' },
    many: {
      'zh-TW': '「{wrong}」應作「{right}」（全文 {count} 處）。',
      en: '“{wrong}” is written “{right}” ({count} places).',
    },
    other: { 'zh-TW': '這裡也應作「{right}」', en: 'Here too it is “{right}”' },
    replace: { 'zh-TW': '改為「{right}」', en: 'Change to “{right}”' },
  },
  check: (_report, notes, _context, find) => {
    for (const [row, places] of byRow(notes))
      tellOccurrences(
        occurrencesIn(places),
        {
          one: 'one',
          many: 'many',
          other: 'other',
          fix: 'replace',
          params: { wrong: row.text, right: row.preferred },
        },
        find,
      );
  },
};
