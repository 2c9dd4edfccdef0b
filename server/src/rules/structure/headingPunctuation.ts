import type { Report, Section } from '../../report/model';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import { forEachChapterNote, siblingsReader } from '../chapters';
import { bareChapters, bareTitle, hasBody } from './headings';
import type { Rule } from '../rule';

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
  prose: {},
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
