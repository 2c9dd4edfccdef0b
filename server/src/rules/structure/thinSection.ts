import { phrasePattern } from '../../knowledge/phrases';
import type { PartId } from '../../knowledge/types';
import type { TextBlock } from '../../report/model/lines';
import type { Section } from '../../report/model/parts';
import { sectionsIn, textOf } from '../../report/queries/read';
import { countHan } from '../../text/characters';
import type { Span } from '../../text/span';
import type { ChapterRule } from '../engine/rule';
import { normaliseTitle } from '../../knowledge/parts';
import { firstLineBelow, hasBody } from '../../report/queries/headings';
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

/** A section of a chapter that has fewer Han characters is a sentence, where others beside it are told at length. */
const shortestSection = 20;
/** At length is so many times as much. */
const farLonger = 4;
/** A title of data: who, when and where is told in a few words. */
const ofData = phrasePattern`(?:${'those-there'}|${'data-title'})$`;
/** What says all there is to say, or where it is said. */
const saysAll = /[無未免略詳併]|取消|如[附下上]|參[見閱]|同[上前]/;

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
  yieldsTo: ['structure/duplicate-section'],
  messages: {
    thin: {
      'zh-TW': '「{title}」只有 {count} 字，內容是否過於簡略？',
      en: '「{title}」 has only {count} Han characters; is that enough?',
    },
    text: { 'zh-TW': '內容', en: 'What it says' },
  },
  given: (_report, { profile }) => profile.thinSection,
  check: (chapter, least, find) => {
    const { section } = chapter;
    if (section.part === undefined || !measured.has(section.part) || !hasBody(chapter, section)) return;
    for (const { section: inner, han } of least > 0 ? thinInside(chapter, section) : []) {
      const { start, end } = inner.title;
      const params = { title: textOf(chapter, inner.title), count: han };
      find({ message: 'thin', params, start, end, related: textsBelow(chapter, inner) });
    }
    const below = hanOf(chapter, section);
    if (below === undefined) return;
    const count = below + hanBehindTitle(chapter, section);
    if (count >= least || none.test(textOf(chapter, section.content).slice(0, 20))) return;
    if (hasPlaceholder(chapter, section)) return;
    const { start, end } = section.title;
    find({
      message: 'thin',
      params: { title: textOf(chapter, section.title), count },
      start,
      end,
      related: textsBelow(chapter, section),
    });
  },
};

/** Where what there is of a section stands. */
function textsBelow(chapter: TextBlock, section: Section): readonly (Span & { message: string })[] {
  const line = firstLineBelow(chapter, section);
  return line ? [{ message: 'text', ...line }] : [];
}

/** A section without others inside, and how many Han characters it has. */
interface Leaf {
  readonly section: Section;
  readonly han: number;
}

/** Whether a section that a sentence tells needs no more words. What a mark divides is no title but an item that a line end cuts. */
function isComplete(chapter: TextBlock, { title, content }: Section): boolean {
  const words = textOf(chapter, content).trim();
  const own = textOf(chapter, title);
  return /[，；]/.test(own) || ofData.test(normaliseTitle(own)) || !words.endsWith('。') || saysAll.test(words);
}

/** The sections inside a chapter that a single sentence tells although those beside them are told at length. */
function thinInside(chapter: TextBlock, root: Section): readonly Leaf[] {
  const thin: Leaf[] = [];
  for (const { children } of sectionsIn(root)) {
    const sections = children.filter(({ kind }) => kind !== 'item');
    const told = sections.flatMap((section): readonly Leaf[] => {
      const han = hasBody(chapter, section) ? hanOf(chapter, section) : undefined;
      return han === undefined ? [] : [{ section, han }];
    });
    if (sections.length < 2) continue;
    const isOfTable = (section: Section): boolean =>
      section.children.length === 0 && hasBody(chapter, section) && !told.some((one) => one.section === section);
    for (const leaf of told) {
      const { section, han } = leaf;
      if (han >= shortestSection || section.children.length > 0 || isComplete(chapter, section)) continue;
      const others = sections.filter((other) => other !== section && !isOfTable(other));
      if (others.length === 0) continue;
      const isTold = (other: Section): boolean =>
        other.children.length > 0 || told.some((one) => one.section === other && one.han >= farLonger * han);
      const isPart = section.part === 'reflections' || section.part === 'recommendations';
      if ((isPart || others.every(isTold)) && !hasPlaceholder(chapter, section)) thin.push(leaf);
    }
  }
  return thin;
}

/** 「目的：了解…」 has its words on the heading line. */
function hanBehindTitle({ text }: TextBlock, { title, heading }: Section): number {
  return countHan(text, title.end, heading.end);
}
