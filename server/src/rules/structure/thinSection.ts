import type { PartId } from '../../knowledge/types';
import type { TextBlock } from '../../report/model/lines';
import type { Section } from '../../report/model/parts';
import { textOf } from '../../report/queries/read';
import { countHan } from '../../text/characters';
import type { ChapterRule } from '../engine/rule';
import { hasBody } from '../../report/queries/headings';
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
function hanOf({ lines }: TextBlock, { line: heading, toLine }: Section): number | undefined {
  let han = 0;
  for (let line = heading + 1; line < toLine; line++) {
    const { shape, han: own } = lines.facts[line]!;
    if (shape.cells.length > 0) return undefined;
    han += own;
  }
  return han;
}

export const rule: ChapterRule<number> = {
  per: 'chapter',
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
  given: (_report, { profile }) => profile.thinSection,
  check: (chapter, least, find) => {
    const { section } = chapter;
    if (section.part === undefined || !measured.has(section.part) || !hasBody(chapter, section)) return;
    const below = hanOf(chapter, section);
    if (below === undefined) return;
    const count = below + hanBehindTitle(chapter, section);
    if (count >= least || none.test(textOf(chapter, section.content).slice(0, 20))) return;
    if (hasPlaceholder(chapter, section)) return;
    const { start, end } = section.title;
    find({ message: 'thin', params: { title: textOf(chapter, section.title), count }, start, end });
  },
};

/** 「目的：了解…」 has its words on the heading line. */
function hanBehindTitle({ text }: TextBlock, { title, heading }: Section): number {
  return countHan(text, title.end, heading.end);
}
