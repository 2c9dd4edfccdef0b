import { phrasePattern } from '../../knowledge/phrases';
import { normaliseTitle, partTitleOf } from '../../knowledge/parts';
import type { Heading } from '../../report/model/headings';
import { wordsOfTitle } from '../../report/queries/headings';
import { sectionsIn, textOf } from '../../report/queries/read';
import type { Place } from '../../report/model/line';
import { relatedPlaces } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

/**
 * The name of a chapter that is a part of the report. 前言 and 目的 tell of one part under two names, each its own: only
 * the same name, or a slip from it, is the part twice.
 */
function nameOf(heading: Heading): string | undefined {
  const { title, part, number } = heading;
  if (part === undefined) return undefined;
  const name = normaliseTitle(textOf(heading, title));
  // Annexes are many, but no two chapters of them have one name.
  if (part === 'attachments') return number === undefined ? undefined : name;
  const row = partTitleOf(name);
  return row && row.standing !== 'accepted' ? part : name;
}

/** What a programme has more than once: 分組討論, 專題演講. */
const repeatable = phrasePattern`^${'kind-of-session'}{0,3}(?:${'session'}|${'section-tells'})$`;
/** Shorter titles are labels that may stand anywhere. */
const shortestName = 5;
const shortestRepeatable = 4;

/**
 * The earlier chapter of a part whose name is the end of this one's, or the other way round: 「出國目的」 behind 「目的」.
 */
function sameEnding(heading: Heading, before: readonly Heading[]): Heading | undefined {
  const name = normaliseTitle(textOf(heading, heading.title));
  if (heading.part === undefined || heading.part === 'attachments') return undefined;
  return before.find((other) => {
    const known = normaliseTitle(textOf(other, other.title));
    return other.part === heading.part && known !== name && (known.endsWith(name) || name.endsWith(known));
  });
}

/** A section, an earlier one of its name beside it, and whether that is a name which a programme may have twice. */
type Repeated = readonly [section: Heading, earlier: Heading, isLikely: boolean];

/** The sections inside a chapter that stand beside an earlier one of the same name, with that. */
function repeatedIn(chapter: Heading): readonly Repeated[] {
  const repeated: Repeated[] = [];
  for (const { children, part } of sectionsIn(chapter)) {
    if (part === 'attachments') continue;
    const first = new Map<string, Heading>();
    let last: Heading | undefined;
    for (const heading of children) {
      if (heading.kind === 'item' || heading.part !== undefined || !heading.isFilled) continue;
      const { start, end } = wordsOfTitle(heading, heading.title);
      const name = normaliseTitle(heading.text.slice(start, end));
      const earlier = first.get(name);
      const isLikely = name.length >= shortestName && !repeatable.test(name);
      // What a programme has again has something else in between.
      if (earlier && (isLikely || (earlier === last && name.length >= shortestRepeatable)))
        repeated.push([heading, earlier, isLikely]);
      if (!earlier || !isLikely) first.set(name, heading);
      last = heading;
    }
  }
  return repeated;
}

export const rule: ReportRule<Repeated, 'headings'> = {
  per: 'report',
  notes: { per: 'headings', read: repeatedIn },
  id: 'structure/duplicate-section',
  title: { 'zh-TW': '章節重複', en: 'The same section twice' },
  severity: 'warning',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國報告格式）',
  checked: '2026-11-24',
  fix: undefined,
  messages: {
    twice: { 'zh-TW': '「{title}」重複出現，請併為一章。', en: '「{title}」 occurs twice; make it one section.' },
    akin: {
      'zh-TW': '「{title}」與前面的「{earlier}」是同一部分，請併為一章。',
      en: '「{title}」 is the same part as 「{earlier}」 before it; make it one section.',
    },
    first: { 'zh-TW': '第一次出現', en: 'The first one' },
  },
  check: ({ headings: { abstract, chapters } }, notes, _context, find) => {
    for (const {
      note: [unit, earlier, isLikely],
    } of notes) {
      const related = relatedPlaces([{ unit: earlier, ...earlier.title }], 'first');
      const params = { title: textOf(unit, unit.title) };
      find({
        message: 'twice',
        params,
        ...(!isLikely && { severity: 'information' as const }),
        unit,
        ...unit.title,
        related,
      });
    }
    const first = new Map<string, Place>();
    const known: Heading[] = [];
    for (const unit of abstract ? [abstract, ...chapters] : chapters) {
      const name = nameOf(unit);
      if (name === undefined) continue;
      const { start, end } = unit.title;
      const place = { unit, start, end };
      const earlier = first.get(name);
      const akin = earlier ? undefined : sameEnding(unit, known);
      known.push(unit);
      if (!earlier) first.set(name, place);
      if (earlier || akin)
        find({
          message: earlier ? 'twice' : 'akin',
          params: { title: textOf(unit, place), ...(akin && { earlier: textOf(akin, akin.title) }) },
          ...(akin && { severity: 'information' as const }),
          ...place,
          related: relatedPlaces([earlier ?? { unit: akin!, ...akin!.title }], 'first'),
        });
    }
  },
};
