import { lineEndOf, numeralOf } from '../../report/queries/headingStyle';
import type { Report } from '../../report/model/report';
import type { Section } from '../../report/model/parts';
import { textOf } from '../../report/queries/read';
import type { PartId, Profile } from '../../knowledge/types';
import { longestRising } from '../../text/longestRising';
import type { Example, Fix, Rule, RulePage } from '../engine/rule';
import type { TextEdit } from '../../text/edit';
import { numeralEdit } from './headings';
import { frontNumber, isFrontMatter, rankOf } from './parts';

interface Ranked {
  readonly section: Section;
  readonly rank: number;
}

/** What `parts` hold only besides the part that it could stand for, such as 行程 beside 過程: it may stand anywhere. */
function besides(parts: ReadonlySet<PartId | undefined>, profile: Profile): ReadonlySet<PartId> {
  const asked = profile.parts.filter(({ part }) => parts.has(part));
  const free = new Set(asked.flatMap(({ insteadOf }) => insteadOf.flat()));
  for (const { part } of profile.parts) free.delete(part);
  return free;
}

/** 摘要 and the chapters that the profile has a place for, in the order of the text. 目次 may stand before or behind 摘要. */
function ranked({ abstract, sections }: Report, profile: Profile): readonly Ranked[] {
  const all = abstract ? [...sections, abstract].sort((a, b) => a.start - b.start) : sections;
  const free = besides(new Set(sections.map(({ part }) => part)), profile);
  const ranks = new Map<PartId, number | undefined>();
  const chapters: Ranked[] = [];
  for (const section of all) {
    const { part } = section;
    if (part === undefined || free.has(part)) continue;
    if (!ranks.has(part)) ranks.set(part, rankOf(profile, part));
    const rank = ranks.get(part);
    if (rank !== undefined) chapters.push({ section, rank });
  }
  return chapters;
}

/** Moves `section` before `next`, or behind `last`, and numbers the chapters in their new order. */
function move(report: Report, section: Section, next: Section | undefined, last: Section): Fix {
  const { text, sections } = report;
  const lineBreak = lineEndOf(report);
  const others = sections.filter((other) => other !== section);
  const at = next ? others.indexOf(next) : others.indexOf(last) + 1;
  const order =
    isFrontMatter(section.part!) || at < 0 ? others : [...others.slice(0, at), section, ...others.slice(at)];
  const system = order.find(({ number }) => number !== undefined)?.number?.system;
  const edits: TextEdit[] = [];
  let words = textOf(report, section).trimEnd();
  let value = frontNumber(report);
  for (const chapter of order) {
    if (!chapter.number || chapter.number.system !== system) continue;
    value++;
    if (chapter !== section) {
      const edit = numeralEdit(report, chapter.number, value);
      if (edit) edits.push(edit);
      continue;
    }
    const { start, end } = chapter.number.numeral;
    const numeral = numeralOf(chapter.number.system, value) ?? text.slice(start, end);
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
    edits: edits.sort((a, b) => a.start - b.start || a.end - b.end),
  };
}

export const rule: Rule = {
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
  check: (report, { profile }, find) => {
    const chapters = ranked(report, profile);
    const kept = longestRising(chapters, ({ rank }) => rank);
    if (kept.length === chapters.length) return;
    const inPlace = new Set(kept);
    /** The first chapter of each rank; ranks rise. */
    const heads = kept.filter(({ rank }, index) => kept[index - 1]?.rank !== rank);
    for (const moved of chapters) {
      if (inPlace.has(moved)) continue;
      const { section, rank } = moved;
      const next = heads.find((other) => other.rank > rank)?.section;
      const last = kept.at(-1)!.section;
      const neighbour = next ?? last;
      find({
        message: next ? 'before' : 'behind',
        params: { title: textOf(report, section.title), neighbour: textOf(report, neighbour.title) },
        start: section.title.start,
        end: section.title.end,
        related: [{ message: 'neighbour', start: neighbour.title.start, end: neighbour.title.end }],
        fixes: () => [move(report, section, next, last)],
      });
    }
  },
};

/* @__NO_SIDE_EFFECTS__ */
const report = (body: string): string => `服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n\n${body}\n`;

export const examples: readonly Example[] = [
  {
    in: 'report',
    text: report(
      '壹、⟦行程⟧\n\n8月16日\t出發\n\n貳、目的\n\n了解議題進展。\n\n參、出席會議情形\n\n會議順利。\n\n肆、心得及建議\n\n無',
    ),
    fixed: report(
      '壹、目的\n\n了解議題進展。\n\n貳、行程\n\n8月16日\t出發\n\n參、出席會議情形\n\n會議順利。\n\n肆、心得及建議\n\n無',
    ),
  },
  {
    in: 'report',
    text: report(
      '壹、目的\n\n了解議題進展。\n\n貳、⟦心得及建議⟧\n\n無\n\n參、行程\n\n8月16日\t出發\n\n肆、出席會議情形\n\n會議順利。',
    ),
    fixed: report(
      '壹、目的\n\n了解議題進展。\n\n貳、行程\n\n8月16日\t出發\n\n參、出席會議情形\n\n會議順利。\n\n肆、心得及建議\n\n無',
    ),
  },
  {
    in: 'report',
    text: report('壹、目的\n\n了解議題進展。\n\n貳、行程\n\n8月16日\t出發\n\n⟦摘要⟧\n\n本次會議順利完成。'),
    profile: 'conference',
  },
  { in: 'report', text: report('壹、前言\n\n緣起。\n\n貳、目的\n\n了解議題進展。\n\n參、行程\n\n8月16日\t出發') },
  {
    in: 'report',
    text: report(
      '目次\n壹、目的\t1\n貳、心得\t2\n\n摘要\n\n順利。\n\n壹、目的\n\n進展。\n\n貳、心得\n\n良多。\n\n參、建議\n\n無',
    ),
  },
  {
    in: 'report',
    text: report('壹、目的\n\n進展。\n\n貳、市場概況\n\n成長。\n\n參、心得及建議\n\n無'),
    note: { 'zh-TW': '規定以外的章不論', en: 'Other chapters may stand anywhere' },
  },
  {
    in: 'report',
    text: report(
      '壹、目的\n\n進展。\n\n貳、行程\n\n8月16日\t出發\n\n參、過程\n\n參訪。\n\n肆、心得及建議\n\n無\n\n伍、建議\n\n無',
    ),
    profile: 'taoyuan',
    note: { 'zh-TW': '「過程」之外另有「行程」', en: '行程 besides 過程' },
  },
  {
    in: 'report',
    text: report(
      '壹、目的\n\n進展。\n\n貳、⟦出席會議情形⟧\n\n順利。\n\n參、行程\n\n8月16日\t出發\n\n肆、心得及建議\n\n無',
    ),
    fixed: report(
      '壹、目的\n\n進展。\n\n貳、行程\n\n8月16日\t出發\n\n參、出席會議情形\n\n順利。\n\n肆、心得及建議\n\n無',
    ),
    profile: 'central',
  },
];

export const page: RulePage = {
  explanation:
    '章節要依規定的次序排列：摘要、目的、（過程或行程、出席會議情形）、心得及建議、附件。只提出被移動的章；快速修正把它移到應在的位置並重新編號，目次由 `structure/toc-mismatch` 提醒更新。',
  leavesAlone: '目次與摘要孰先孰後、「過程」之外另立的「行程」、規定沒有提到的章、同一部分的兩章（前言、目的）。',
  summary:
    'The parts must come in the profile’s order. Only what was moved is pointed out; the fix moves it back and renumbers the chapters.',
};
