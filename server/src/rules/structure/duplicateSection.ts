import { normaliseTitle, partTitleOf } from '../../knowledge/parts';
import { textOf } from '../../report/queries/read';
import type { Report } from '../../report/model/report';
import type { Section } from '../../report/model/parts';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import type { Example, Rule, RulePage } from '../engine/rule';

/**
 * The name of a chapter that is a part of the report. 前言 and 目的 tell of one part under two names, each its own: only
 * the same name, or a slip from it, is the part twice.
 */
function nameOf(report: Report, { title, part }: Section): string | undefined {
  if (part === undefined || part === 'attachments') return undefined;
  const name = normaliseTitle(textOf(report, title));
  const row = partTitleOf(name);
  return row && row.standing !== 'accepted' ? part : name;
}

const names: ChapterReader<string> = {
  read: (report, chapter) => {
    const name = nameOf(report, chapter);
    return name === undefined ? [] : [name];
  },
};

export const rule: Rule = {
  id: 'structure/duplicate-section',
  title: { 'zh-TW': '章節重複', en: 'The same section twice' },
  severity: 'warning',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國報告格式）',
  checked: '2026-11-24',
  fix: undefined,
  messages: {
    twice: { 'zh-TW': '「{title}」重複出現，請併為一章。', en: '「{title}」 occurs twice; make it one section.' },
    first: { 'zh-TW': '第一次出現', en: 'The first one' },
  },
  check: (report, _context, find) => {
    const first = new Map<string, Section>();
    const see = (name: string, section: Section): void => {
      const earlier = first.get(name);
      if (!earlier) {
        first.set(name, section);
        return;
      }
      const { title } = section;
      const { start, end } = earlier.title;
      find({
        message: 'twice',
        params: { title: textOf(report, title) },
        start: title.start,
        end: title.end,
        related: [{ message: 'first', start, end }],
      });
    };
    const { abstract } = report;
    const name = abstract && nameOf(report, abstract);
    if (name !== undefined) see(name, abstract!);
    forEachChapterNote(report, names, see);
  },
};

/* @__NO_SIDE_EFFECTS__ */
const report = (body: string): string => `服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n${body}\n`;

export const examples: readonly Example[] = [
  { in: 'report', text: report('壹、目的\n了解議題進展。\n貳、行程\n8月16日\t出發\n參、⟦目的⟧\n掌握各方立場。') },
  { in: 'report', text: report('壹、心得及建議\n一、收穫良多。\n貳、⟦心得與建議⟧\n一、建議持續參與。') },
  { in: 'report', text: report('摘要\n會議順利。\n\n壹、目的\n了解議題進展。\n\n貳、⟦摘要⟧\n會議順利。') },
  {
    in: 'report',
    text: report('壹、前言\n緣起。\n貳、目的\n了解議題進展。'),
    note: { 'zh-TW': '前言與目的各有其名', en: 'Two names, two sections' },
  },
  { in: 'report', text: report('壹、心得\n收穫良多。\n貳、建議\n無') },
  { in: 'report', text: report('壹、目的\n了解議題進展。\n附件\n議程\n附件\n名單') },
];

export const page: RulePage = {
  explanation: '同一章出現兩次，通常是套用格式或合併多人稿件時留下的，請併為一章。',
  leavesAlone: '「前言」與「目的」、「心得」與「建議」等名稱不同的章，以及多份附件。',
  summary:
    'The same part under the same name twice. 前言 beside 目的, 心得 beside 建議 and several annexes are left alone.',
};
