import type { PartId } from '../../knowledge/types';
import type { Report } from '../../report/model/report';
import type { Section } from '../../report/model/parts';
import { textOf } from '../../report/queries/read';
import { countHan } from '../../text/characters';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import type { Example, Rule, RulePage } from '../engine/rule';
import { hasBody } from './headings';
import { hasPlaceholder } from '../../report/queries/placeholders';

/** 摘要 has a rule of its own; the days of 行程 are no prose; annexes and 目次 are lists. */
const measured: ReadonlySet<PartId> = new Set([
  'purpose',
  'process',
  'proceedings',
  'reflections',
  'recommendations',
  'reflections-and-recommendations',
]);

/** 「建議：無」 says all there is to say. */
const none = /^[\s：:（(]*(?:無|略|尚無|並無|本次無)/;

/** Han characters below the heading, subsections with theirs; undefined where a table tells it. */
function hanOf({ lines }: Report, { line: heading, toLine }: Section): number | undefined {
  let han = 0;
  for (let line = heading + 1; line < toLine; line++) {
    const { shape, han: own } = lines.facts[line]!;
    if (shape.cells.length > 0) return undefined;
    han += own;
  }
  return han;
}

/** The Han characters of a chapter that is measured. 「目的：了解…」 has its words on the heading line. */
const measure: ChapterReader<number> = {
  read: (report, chapter) => {
    if (chapter.part === undefined || !measured.has(chapter.part) || !hasBody(report, chapter)) return [];
    const below = hanOf(report, chapter);
    return below === undefined ? [] : [below + hanBehindTitle(report, chapter)];
  },
};

export const rule: Rule = {
  id: 'structure/thin-section',
  title: { 'zh-TW': '章節內容過短', en: 'Section of few words' },
  severity: 'hint',
  source: '行政院及所屬各機關出國報告審核表（內容空洞簡略者退回補正）',
  checked: '2026-11-24',
  fix: undefined,
  messages: {
    thin: {
      'zh-TW': '「{title}」只有 {count} 字，內容是否過於簡略？',
      en: '「{title}」 has only {count} Han characters; is that enough?',
    },
  },
  check: (report, { profile }, find) => {
    forEachChapterNote(report, measure, (count, section) => {
      if (count >= profile.thinSection || none.test(textOf(report, section.content).slice(0, 20))) return;
      if (hasPlaceholder(report, section)) return;
      const { start, end } = section.title;
      find({ message: 'thin', params: { title: textOf(report, section.title), count }, start, end });
    });
  },
};

function hanBehindTitle({ text }: Report, { title, heading }: Section): number {
  return countHan(text, title.end, heading.end);
}

/* @__NO_SIDE_EFFECTS__ */
const report = (body: string): string => `服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n${body}\n`;

const enough =
  '了解各會員對人工智慧治理、隱私保護及數位貿易之最新作法，說明我國推動情形，並與主要貿易夥伴就後續合作交換意見，以維護我國產業利益。';

export const examples: readonly Example[] = [
  { in: 'report', text: report('壹、⟦目的⟧\n\n參加本次會議。') },
  { in: 'report', text: report('壹、⟦心得及建議⟧\n\n一、收穫良多。\n二、建議持續參與。') },
  { in: 'report', text: report('## ⟦目的：⟧\n了解數位貿易議題之進展。') },
  { in: 'report', text: report(`壹、目的\n\n${enough}`) },
  { in: 'report', text: report(`壹、目的：${enough}`) },
  { in: 'report', text: report('壹、建議\n\n無。') },
  {
    in: 'report',
    text: report('壹、目的\n\n（待補：原訂計畫目標。）'),
    note: { 'zh-TW': '還沒寫', en: 'Not written yet' },
  },
  { in: 'report', text: report('壹、行程\n\n8月16日\t出發\n8月17日\t返國') },
];

export const page: RulePage = {
  explanation:
    '各章（含其下各節）的漢字少於設定字數（預設 50 字）時提醒。只算漢字，不算標題、標點、英文與數字。這只是提示，短而完整的章節可以略過。',
  leavesAlone: '摘要（另有字數規定）、行程、目次、附件、以表格呈現的章節、還有待補文字的章節，以及寫明「無」的建議。',
  summary:
    'A chapter with fewer Han characters than the profile wants (50), subsections counted. 摘要, 行程, 目次, annexes, tables, unfilled skeletons and 「無」 are left alone.',
};
