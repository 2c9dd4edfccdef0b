import type { TextBlock } from '../../report/model/lines';
import type { Section } from '../../report/model/parts';
import type { Chapter } from '../../report/model/units';
import { bareTitle, hasBody } from '../../report/queries/headings';
import { sectionsIn } from '../../report/queries/read';
import type { Span } from '../../text/span';
import type { ReportRule } from '../engine/rule';

const ending = /[：:。]$/;

/** Words that announce a list: 須具備下列條件：, 可歸納如下：, 建議事項有三：. */
const announcement =
  /下[列述]|以下|如[下次后]|包[括含]|分[為成述]|計有|歸納|列舉|說明|[有為][二兩三四五六七八九十]$|[二兩三四五六七八九十\d][項點大個種類步階面][^，。：]{0,8}$/;

/** Whether a title with a colon at its end leads in what stands below it, and is no heading. */
function leadsIn(block: TextBlock, section: Section): boolean {
  const words = block.text.slice(section.title.start, section.title.end);
  return /[：:]$/.test(words) && (/[，；]/.test(words) || announcement.test(words.slice(0, -1)));
}

/** A title as one of those that stand side by side. */
interface Title extends Span {
  readonly isHeading: boolean;
  /** Whether a mark stands at its end. */
  readonly isEnded: boolean;
}

function titleOf(block: TextBlock, section: Section): Title {
  const { start, end } = section.title;
  const isHeading =
    section.kind !== 'item' &&
    section.part !== 'attachments' &&
    block.lines.facts[section.line]!.shape.heading &&
    !leadsIn(block, section) &&
    (section.part !== undefined || hasBody(block, section));
  return { start, end, isHeading, isEnded: ending.test(block.text.slice(end - 1, end)) };
}

/** The titles with a mark at their end among siblings that are headings of one level, where not all have one. */
function endedAmong<One extends Title>(siblings: readonly One[]): readonly One[] {
  if (siblings.length < 2) return [];
  const headings = siblings.filter(({ isHeading }) => isHeading);
  const ended = headings.filter(({ isEnded }) => isEnded);
  return ended.length === headings.length ? [] : ended;
}

/** The title of a chapter, and those inside it that end in a mark although others beside them don't. */
interface ChapterTitles {
  readonly own: Title;
  readonly ended: readonly Title[];
}

function titlesOf(chapter: Chapter): readonly ChapterTitles[] {
  const ended: Title[] = [];
  for (const { children } of sectionsIn(chapter.section))
    ended.push(...endedAmong(children.map((child) => titleOf(chapter, child))));
  return [{ own: titleOf(chapter, chapter.section), ended }];
}

export const rule: ReportRule<ChapterTitles, 'chapter'> = {
  per: 'report',
  notes: { per: 'chapter', read: titlesOf },
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
  check: (_report, notes, _context, find) => {
    const tell = (unit: Chapter, title: Title): void => {
      const { end: start } = bareTitle(unit, title);
      const { end } = title;
      const params = { mark: unit.text.slice(start, end).trim() };
      find({
        message: 'ending',
        params,
        unit,
        start,
        end,
        fixes: () => [{ title: 'remove', params, safety: 'safe', edits: [{ unit, start, end, text: '' }] }],
      });
    };
    for (const { unit, ...title } of endedAmong(notes.map(({ unit, note }) => ({ unit, ...note.own }))))
      tell(unit, title);
    for (const { unit, note } of notes) for (const title of note.ended) tell(unit, title);
  },
};
