import type { Report, Section } from '../../report/model';
import { nameOf, textOf, zoneAt } from '../../report/read';
import { Trait } from '../../report/scan/traits';
import { ownCopy } from '../../text/ownCopy';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import { forEachNote } from '../lines';
import type { LineReader } from '../lines';
import type { Example, Rule, RulePage } from '../rule';
import { placeholdersOf } from '../../report/placeholders';

/** A placeholder with its words. */
interface Note extends Span {
  readonly words: string;
}

const reader: LineReader<Note> = {
  lines: { traits: Trait.Placeholder },
  raw: true,
  read: (words, facts) =>
    placeholdersOf(words, facts).map(({ start, end }) => ({ words: ownCopy(words.slice(start, end)), start, end })),
};

const mostRelated = 50;
/** What the zones before the body are called. */
const zones = { cover: '封面', abstract: '摘要', contents: '目次' } as const;

/** What a chapter is called: 「參、出席會議情形」. */
function chapterName(report: Report, { number, title }: Section): string {
  return (number ? textOf(report, number) : '') + nameOf(report, title);
}

export const rule: Rule = {
  id: 'structure/placeholder',
  title: { 'zh-TW': '留有待填文字', en: 'Placeholder left in the report' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告審核表（內容空洞簡略、未依規定格式者退回補正）',
  checked: '2026-11-24',
  fix: undefined,
  messages: {
    one: {
      'zh-TW': '「{part}」的「{words}」是待填文字，請補上內容。',
      en: '「{words}」 in 「{part}」 is a placeholder; write what belongs here.',
    },
    more: {
      'zh-TW': '「{part}」有 {count} 處待填文字，請補上內容。',
      en: '「{part}」 has {count} placeholders; write what belongs here.',
    },
    other: { 'zh-TW': '待填', en: 'To be filled in' },
  },
  reads: [reader],
  check: (report: Report, _context, find) => {
    const parts = new Map<string, Note[]>();
    // Notes come in the order of the text, and so do chapters.
    const chapters = report.sections;
    let next = 0;
    forEachNote(report, reader, ({ words, ...place }, offset) => {
      const note = { words, ...shifted(place, offset) };
      while (next < chapters.length && chapters[next]!.start <= note.start) next++;
      const chapter = chapters[next - 1];
      const zone = zoneAt(report, note.start);
      const part = zone === 'body' ? (chapter ? chapterName(report, chapter) : '本文') : zones[zone];
      const notes = parts.get(part);
      if (notes) notes.push(note);
      else parts.set(part, [note]);
    });
    for (const [part, [first, ...others]] of parts) {
      if (!first) continue;
      find({
        message: others.length > 0 ? 'more' : 'one',
        params: { part, words: first.words, count: others.length + 1 },
        start: first.start,
        end: first.end,
        related: others.slice(0, mostRelated).map(({ start, end }) => ({ message: 'other', start, end })),
      });
    }
  },
};

export const examples: readonly Example[] = [
  { in: 'body', text: '本次會議由⟦○○⟧主持，討論數位貿易議題。' },
  {
    in: 'body',
    text: '會議於⟦○⟧月○日在○○舉行。',
    note: { 'zh-TW': '同一章節多處只提出一次', en: 'Several in one part are one finding' },
  },
  { in: 'body', text: '我國由⟦ＸＸ⟧處王處長偕同仁與會。' },
  { in: 'body', text: '主席為⟦XXX⟧，會議結論如下。' },
  { in: 'body', text: '（⟦待補⟧：逐場說明與會人員及討論要點。）' },
  { in: 'body', text: '會議照片⟦待補⟧。' },
  { in: 'body', text: '⟦TODO⟧：補上我國發言。' },
  { in: 'body', text: '會議於⟦${1:⟧地點}舉行。' },
  { in: 'body', text: '二○二四年及一○三年之統計，二〇〇八年、一○○年亦同。' },
  {
    in: 'body',
    text: '○ 主席宣布開會。\n○ 秘書處報告。',
    note: { 'zh-TW': '圓圈作項目符號', en: 'Circles as bullets' },
  },
  { in: 'body', text: '海關以 X 光及 X-ray 查驗，資料見 https://example.org/docs/XXX/index.html。' },
  { in: 'body', text: '會員等待補充說明，並期待填補落差；尚有案件待補助、待填補之缺口。' },
  { in: 'body', text: '講者以「○○公司」為例，說明個資外洩之處理。' },
  { in: 'body', text: '由陳○○先生陪同，參訪紀錄見 Annex XXX。' },
  { in: 'body', text: '報名費每人 US$1,500，約合 $1.5 million。' },
];

export const page: RulePage = {
  explanation:
    '草稿裡先用 ○○、ＸＸ、XXX、TODO、待補、待填佔位，或留下程式碼片段的 `${1:…}`，送出前都要補上。同一個章節有多處時只提出一次，其餘列為相關位置；按 F8 或 Tab 逐處填寫。插入章節的快速修正會寫入「（待補：…）」，補好之前由本規則提醒。',
  leavesAlone:
    '年份中的○（二○二四年）、項目符號○、X 光、網址、羅馬數字、「待補助」「等待補充」「期待填補」，以及引號內或隱匿姓名（陳○○先生）的○○。',
  summary:
    'Placeholders such as ○○, ＸＸ, XXX, TODO, 待補, 待填 and left tab stops must be filled in before the report is handed in. Zeros of years, bullets, quoted or masked names, addresses and Roman numerals are left alone.',
};
