import { lineEndOf, numeralLike } from '../../report/queries/headingStyle';
import type { Report } from '../../report/model/report';
import type { Heading, Headings } from '../../report/model/headings';
import type { Section } from '../../report/model/parts';
import { textOf } from '../../report/queries/read';
import type { PartId, Profile } from '../../knowledge/types';
import { longestIncreasingSubsequence } from '../../text/longestIncreasingSubsequence';
import type { Place } from '../../report/model/line';
import { inReport } from '../engine/placedIn';
import type { ReportRule, RuleFix } from '../engine/rule';
import type { TextEdit } from '../../text/edit';
import { numeralEdit, sectionOf, titleOf } from '../../report/queries/headings';
import { frontNumber, isFrontMatter, rankOf } from './parts';

interface RankedHeading {
  readonly heading: Heading;
  readonly rank: number;
}

/** What `parts` hold only besides the part that it could stand for, such as 行程 beside 過程: it may stand anywhere. */
function besides(parts: ReadonlySet<PartId | undefined>, profile: Profile): ReadonlySet<PartId> {
  const asked = profile.parts.filter(({ part }) => parts.has(part));
  const free = new Set(asked.flatMap(({ insteadOf }) => insteadOf.flat()));
  for (const { part } of profile.parts) free.delete(part);
  return free;
}

/** What tells of the mission itself: the days before it are told behind its purpose. */
const told: ReadonlySet<PartId> = new Set(['process', 'proceedings']);

/** 摘要 and the chapters that the profile has a place for, in the order of the text. 目次 may stand before or behind 摘要. */
function ranked({ chapters: body, inOrder }: Headings, profile: Profile): readonly RankedHeading[] {
  const free = besides(new Set(body.map(({ part }) => part)), profile);
  const ranks = new Map<PartId, number | undefined>();
  const chapters: RankedHeading[] = [];
  let isBeforeAll = true;
  for (const heading of inOrder) {
    const { part } = heading;
    if (part !== undefined && told.has(part)) isBeforeAll = false;
    if (part === undefined || (free.has(part) && !(part === 'itinerary' && isBeforeAll))) continue;
    if (!ranks.has(part)) ranks.set(part, rankOf(profile, part));
    const rank = ranks.get(part);
    if (rank !== undefined) chapters.push({ heading, rank });
  }
  return chapters;
}

/** Moves `section` before `next`, or behind `last`, and numbers the chapters in their new order. */
function move(report: Report, section: Section, next: Section | undefined, last: Section): RuleFix<Place> {
  const { text, sections } = report;
  const lineBreak = lineEndOf(report);
  const others = sections.filter((other) => other !== section);
  const at = next ? others.indexOf(next) : others.indexOf(last) + 1;
  const order =
    isFrontMatter(section.part!) || at < 0 ? others : [...others.slice(0, at), section, ...others.slice(at)];
  const system = order.find(({ number }) => number !== undefined)?.number?.system;
  const edits: TextEdit[] = [];
  let words = textOf(report, section).trimEnd();
  let value = frontNumber(report.units);
  for (const chapter of order) {
    if (!chapter.number || chapter.number.system !== system) continue;
    value++;
    if (chapter !== section) {
      const edit = numeralEdit(report, chapter.number, value);
      if (edit) edits.push(edit);
      continue;
    }
    const { start, end } = chapter.number.numeral;
    const numeral = numeralLike(report, chapter.number, value) ?? text.slice(start, end);
    words = words.slice(0, start - section.start) + numeral + words.slice(end - section.start);
  }
  const target = next ? next.start : last.end;
  const tail = text.slice(0, target).trimEnd().length;
  const breaks = text.slice(tail, target).split(/\r\n|\r|\n/).length - 1;
  const inserted = next ? words + lineBreak + lineBreak : lineBreak.repeat(Math.max(0, 2 - breaks)) + words + lineBreak;
  edits.push(
    { start: section.start, end: section.end, expected: textOf(report, section), text: '' },
    { start: target, end: target, expected: '', text: inserted },
  );
  return {
    title: 'move',
    params: { title: textOf(report, section.title) },
    safety: 'review',
    edits: inReport(report, edits),
  };
}

export const rule: ReportRule = {
  per: 'report',
  id: 'structure/section-order',
  title: { 'zh-TW': '章節次序不符', en: 'Sections out of order' },
  severity: 'warning',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國報告格式）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    before: { 'zh-TW': '「{title}」應列在「{neighbour}」之前。', en: '「{title}」 belongs before 「{neighbour}」.' },
    behind: { 'zh-TW': '「{title}」應列在「{neighbour}」之後。', en: '「{title}」 belongs behind 「{neighbour}」.' },
    neighbour: { 'zh-TW': '應在的位置', en: 'Where it belongs' },
    move: { 'zh-TW': '移動「{title}」並重新編號', en: 'Move 「{title}」 and renumber' },
  },
  check: ({ headings }, _notes, { profile }, find) => {
    const chapters = ranked(headings, profile);
    const kept = longestIncreasingSubsequence(chapters, ({ rank }) => rank);
    if (kept.length === chapters.length) return;
    const inPlace = new Set(kept);
    /** The first and the last chapter of each rank; ranks rise. */
    const heads = kept.filter(({ rank }, index) => kept[index - 1]?.rank !== rank);
    const tails = kept.filter(({ rank }, index) => kept[index + 1]?.rank !== rank);
    const places = new Map(chapters.map((chapter, place) => [chapter, place]));
    for (const moved of chapters) {
      if (inPlace.has(moved)) continue;
      const { heading, rank } = moved;
      const head = heads.find((other) => other.rank > rank);
      const tail = tails.filter((other) => other.rank < rank).at(-1);
      const next = head?.heading;
      const last = kept.at(-1)!.heading;
      // What it stands on the wrong side of: the first chapter before it, or the last one behind it.
      const at = places.get(moved)!;
      const above = head && places.get(head)! < at ? head.heading : undefined;
      const below = tail && places.get(tail)! > at ? tail.heading : undefined;
      const neighbour = above ?? below ?? last;
      find({
        message: above ? 'before' : 'behind',
        params: { title: titleOf(heading), neighbour: titleOf(neighbour) },
        unit: heading,
        ...heading.title,
        related: [{ message: 'neighbour', unit: neighbour, ...neighbour.title }],
        fixes: ({ whole }) => [
          move(whole, sectionOf(whole, heading), next && sectionOf(whole, next), sectionOf(whole, last)),
        ],
      });
    }
  },
};
