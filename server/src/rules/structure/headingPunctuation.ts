import type { Report } from '../../report/model/report';
import type { Section } from '../../report/model/parts';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import { forEachChapterNote, siblingsReader } from '../chapters';
import { bareChapters, bareTitle, hasBody } from './headings';
import type { Example, Rule, RulePage } from '../engine/rule';

const ending = /[：:。]$/;

function isHeading(report: Report, section: Section, filled: (section: Section) => boolean): boolean {
  return (
    section.kind !== 'item' &&
    section.part !== 'attachments' &&
    report.lines.facts[section.line]!.shape.heading &&
    (section.part !== undefined || filled(section))
  );
}

/** The titles with a mark at their end among siblings that are headings of one level, where not all have one. */
function endedOf(report: Report, siblings: readonly Section[], filled: (section: Section) => boolean): readonly Span[] {
  if (siblings.length < 2) return [];
  const ended: Span[] = [];
  let headings = 0;
  for (const section of siblings) {
    if (!isHeading(report, section, filled)) continue;
    headings++;
    const { title } = section;
    if (ending.test(report.text.slice(title.end - 1, title.end))) ended.push(title);
  }
  return ended.length === headings ? [] : ended;
}

/** The titles inside a chapter that end in a mark although others beside them don't. */
const inside = siblingsReader<Span>(
  (report, siblings) => endedOf(report, siblings, (section) => hasBody(report, section)),
  (title, start) => shifted(title, -start),
);

export const rule: Rule = {
  id: 'structure/heading-punctuation',
  title: { 'zh-TW': '標題結尾標點不一致', en: 'Punctuation behind a heading' },
  severity: 'hint',
  source: '教育部《重訂標點符號手冊》；文書處理手冊（標題不加標點）',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    ending: {
      'zh-TW': '標題以「{mark}」結尾，同一層有的標題沒有，請統一。',
      en: 'This heading ends in 「{mark}」; not all of its siblings do.',
    },
    remove: { 'zh-TW': '刪去「{mark}」', en: 'Remove 「{mark}」' },
  },
  check: (report, _context, find) => {
    const tell = (title: Span): void => {
      const { end: start } = bareTitle(report, title);
      const { end } = title;
      const mark = report.text.slice(start, end);
      const params = { mark: mark.trim() };
      find({
        message: 'ending',
        params,
        start,
        end,
        fixes: () => [{ title: 'remove', params, safety: 'safe', edits: [{ start, end, expected: mark, text: '' }] }],
      });
    };
    const bare = bareChapters(report);
    endedOf(report, report.sections, (section) => !bare.has(section)).forEach(tell);
    forEachChapterNote(report, inside, (title, { start }) => {
      tell(shifted(title, start));
    });
  },
};

/* @__NO_SIDE_EFFECTS__ */
const report = (body: string): string => `服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n${body}\n`;

const went = '\n（一）我國由數位發展部派員與會。\n';

export const examples: readonly Example[] = [
  {
    in: 'report',
    text: report(
      `參、出席會議情形\n一、資料隱私次級小組會議${went}二、數位經濟指導小組會議⟦：⟧${went}三、研討會${went}`,
    ),
    fixed: report(`參、出席會議情形\n一、資料隱私次級小組會議${went}二、數位經濟指導小組會議${went}三、研討會${went}`),
  },
  {
    in: 'report',
    text: report('壹、目的⟦：⟧\n了解議題進展。\n貳、行程\n8月16日\t出發'),
    fixed: report('壹、目的\n了解議題進展。\n貳、行程\n8月16日\t出發'),
  },
  { in: 'report', text: report('## 目的\n了解議題進展。\n## 行程⟦：⟧\n8月16日\t出發\n## 建議\n無') },
  {
    in: 'report',
    text: report('壹、目的⟦：⟧\n了解議題進展。\n貳、行程⟦：⟧\n8月16日\t出發\n參、建議\n無'),
    note: { 'zh-TW': '標題以不加標點為準', en: 'Headings take none' },
  },
  { in: 'report', text: report('壹、目的：\n了解議題進展。\n貳、行程：\n8月16日\t出發') },
  {
    in: 'body',
    text: '1. 建議事項：\n(1) 持續參與。\n2. 強化合作\n3. 加強交流',
    note: { 'zh-TW': '列舉的引導語', en: 'The lead-in of a list' },
  },
  { in: 'report', text: report('壹、目的：了解議題進展。\n貳、行程\n8月16日\t出發') },
];

export const page: RulePage = {
  explanation: '同一層的標題，有的以「：」或「。」結尾、有的沒有時，提出有標點的標題。快速修正刪去標點。',
  leavesAlone: '同一層全部都加標點、標題後直接接內容（「目的：…」），以及列舉項目的引導語。',
  summary:
    'A heading that ends in ： or 。 while others of its level do not. Headings that run on, and lead-ins of lists, are left alone.',
};
