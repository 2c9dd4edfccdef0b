import { phrasePattern } from '../../knowledge/phrases';
import type { Place } from '../../report/model/line';
import type { Meeting, Section } from '../../report/model/parts';
import type { Chapter } from '../../report/model/units';
import { lineEndOf, numberLike } from '../../report/queries/headingStyle';
import { isFormalMeeting } from '../../report/queries/meetingNames';
import { nameOf, sectionsIn, textOf } from '../../report/queries/read';
import type { ReportRule, RuleFix } from '../engine/rule';

/** What an author writes where a part is still to come. */
const unwritten = /待[補填]/;

/** Fewer neighbours make no habit. */
const fewestNeighbours = 2;

type MeetingPart = '與會人員' | '出席會員' | '討論要點' | '我國發言';

/** How many there are, and behind it how many attended: 「38個會員中，除冰島外均派員出席」. */
const counted = /\d ?個?(?:會員|經濟體|國家|代表團?)/g;
const attended = /^[^。]*?(?:出席|與會|派員)/;
/** Behind a count so much is read. */
const longestClause = 40;

/** That all were there: 八方成員全部到場, 無缺席. */
const allThere = phrasePattern`(?:全[部數體員]|悉數|[均皆])[已都]?(?:派員)?(?:到齊|${'present'})|無[人會成]?員?${'absent'}`;

/** Whether a section tells how many attended, by those who did not. */
function tellsAttendance(words: string): boolean {
  if (allThere.test(words)) return true;
  return [...words.matchAll(counted)].some(({ 0: count, index }) =>
    attended.test(words.slice(index + count.length, index + count.length + longestClause)),
  );
}

/** What stands in the cell of one. */
const tellsPresence = phrasePattern`^(?:${'present'}|${'absent'}|[○✓✔V×])$`;

/** Whether a table says of each member whether it attended. */
function hasRollTable({ lines, text }: Chapter, { line: from, toLine }: Section): boolean {
  for (let line = from + 1; line < toLine; line++) {
    const { shape } = lines.facts[line]!;
    const offset = lines.starts[line]!;
    if (shape.cells.some(({ start, end }) => tellsPresence.test(text.slice(offset + start, offset + end)))) return true;
  }
  return false;
}

const has: Readonly<Record<MeetingPart, (meeting: Meeting, unit: Chapter) => boolean>> = {
  與會人員: ({ delegation }) => delegation !== undefined,
  出席會員: ({ attendance, section }, unit) =>
    attendance.length > 0 || tellsAttendance(textOf(unit, section)) || hasRollTable(unit, section),
  // A meeting that is told in prose alone has no part of that name.
  討論要點: ({ discussion, section }) => discussion !== undefined || section.children.length === 0,
  我國發言: ({ statements }) => statements.length > 0,
};
const parts = Object.keys(has) as readonly MeetingPart[];

/** Labels that say the same: 與會名單 and 與會情形, 會議重點 and 討論要點. */
const sameLabels: readonly (readonly [RegExp, string])[] = [
  [phrasePattern`^(?:會議)?${'present'}(?:${'those-there'}|情形|狀況)$`, '出席情形'],
  [phrasePattern`^(?:[會審]議|討論|議題|研商)?${'section-tells'}$`, '討論要點'],
];

function kindOf(label: string): string {
  return sameLabels.find(([words]) => words.test(label))?.[1] ?? label;
}

/** What the items of a section begin with, where they are parts of it: 單位簡介, 綜合討論. */
function labelsOf(unit: Chapter, { children }: Section): readonly string[] {
  const labels = children.map(({ title }) => nameOf(unit, title).split(/[：:]/)[0]!);
  return labels.filter((label) => label.length <= longestLabel);
}

/** Longer words are no label but a sentence. */
const longestLabel = 8;
/** Sections that are told in the same parts share so many. */
const fewestLabels = 2;

/** A section beside others, and the parts that it lacks and they have. */
interface Sibling {
  readonly unit: Chapter;
  readonly section: Section;
  readonly missing: readonly string[];
}

/** The sections of 過程, at any level, that are told in parts. */
function siblingsOf(unit: Chapter): readonly Sibling[] {
  const { section } = unit;
  if (section.part !== 'process' && section.part !== 'proceedings') return [];
  return [...sectionsIn(section)].flatMap(({ children }) => siblingsAmong(unit, children));
}

/** Those of sections side by side that are told in parts, as each visit or topic in 單位簡介, 參訪重點, 綜合討論. */
function siblingsAmong(unit: Chapter, children: readonly Section[]): readonly Sibling[] {
  const told = children
    .map((section) => ({ section, labels: labelsOf(unit, section) }))
    .filter(({ section, labels }) => section.children.length >= fewestLabels && labels.length > 0);
  if (told.length === fewestNeighbours) return siblingsOfPair(unit, told);
  if (told.length < fewestNeighbours) return [];
  const having = (label: string): number => told.filter(({ labels }) => labels.includes(label)).length;
  const common = [...new Set(told.flatMap(({ labels }) => labels))].filter((label) => having(label) > told.length / 2);
  if (common.length < fewestLabels) return [];
  const sharing = told.filter(({ labels }) => labels.some((label) => common.includes(label)));
  // A seminar among meetings, which lacks several of their parts, is told in a way of its own.
  const close = sharing.filter(({ labels }) => common.filter((label) => !labels.includes(label)).length < fewestLabels);
  const alike = close.length > fewestNeighbours ? close : sharing;
  return alike.map(({ section, labels }) => {
    const own = labels.filter((label) => !common.includes(label)).map(kindOf);
    const isLacking = (label: string): boolean => !labels.includes(label) && !own.includes(kindOf(label));
    const missing = common.filter(
      (label) => isLacking(label) && alike.filter((other) => other.labels.includes(label)).length === alike.length - 1,
    );
    return { unit, section, missing };
  });
}

/** What every meeting is told in, whatever else it has. */
const partOfAny = phrasePattern`^(?:我[國方]|本團)${'speech'}${'section-tells'}?$|^${'present'}(?:${'those-there'}|情形)$|^討論${'section-tells'}$`;

/** Of two sections that are told in the same parts: the one that lacks one of them which no meeting goes without. */
function siblingsOfPair(
  unit: Chapter,
  told: readonly { readonly section: Section; readonly labels: readonly string[] }[],
): readonly Sibling[] {
  return told.map(({ section, labels }, index) => {
    const other = told[1 - index]!.labels;
    const shared = other.filter((label) => labels.includes(label)).length;
    const kinds = labels.map(kindOf);
    const lacking = other.filter((label) => !labels.includes(label) && !kinds.includes(kindOf(label)));
    const isLacking =
      shared >= fewestLabels && lacking.length === 1 && labels.length === shared && partOfAny.test(lacking[0]!);
    return { unit, section, missing: isLacking ? lacking : [] };
  });
}

/** The missing parts as items at the end of the meeting, numbered like its own. */
function insertion(unit: Chapter, section: Section, missing: readonly string[]): RuleFix<Place> {
  const { text } = unit;
  const lineBreak = lineEndOf(unit);
  const last = section.children.filter(({ number }) => number !== undefined).at(-1);
  const end = section.start + textOf(unit, section).trimEnd().length;
  const lines = missing.map((part, index) => {
    const number = last?.number && numberLike(unit, last.number, last.number.value + index + 1);
    const before = last?.number ? text.slice(last.heading.start, last.number.start) : '';
    const behind = last?.number ? text.slice(last.number.end, last.title.start).replaceAll('*', '') : '';
    return `${lineBreak}${before.replaceAll('*', '')}${number ?? ''}${number ? behind : ''}${part}：待補`;
  });
  return {
    title: 'insert',
    params: { parts: missing.join('、') },
    safety: 'review',
    edits: [{ unit, start: end, end, text: lines.join('') }],
  };
}

export const rule: ReportRule<Sibling, 'chapter'> = {
  per: 'report',
  notes: { per: 'chapter', read: siblingsOf },
  id: 'structure/meeting-parts',
  title: { 'zh-TW': '會議缺少其他會議都有的部分', en: 'Meeting without a part that the others have' },
  severity: 'hint',
  source:
    '行政院及所屬各機關出國報告綜合處理要點附件一（過程）；報告調查 R1（逐場寫與會人員、出席會員、討論要點、我國發言）',
  checked: '2026-11-30',
  fix: 'review',
  messages: {
    lacks: {
      'zh-TW': '其他會議都寫了{parts}，這一場沒有。',
      en: 'The other meetings have {parts}; this one has not.',
    },
    insert: { 'zh-TW': '補上{parts}', en: 'Add {parts}' },
  },
  check: ({ meetings }, siblings, _context, find) => {
    const formal = meetings
      .filter(({ unit, meeting }) => meeting.section.depth > 1 && isFormalMeeting(textOf(unit, meeting.section.title)))
      .map(({ unit, meeting }) => ({ unit, meeting, lacks: parts.filter((part) => !has[part](meeting, unit)) }));
    const counts = new Map<MeetingPart, number>();
    for (const { lacks } of formal) for (const part of lacks) counts.set(part, (counts.get(part) ?? 0) + 1);
    // All others have it.
    const lacking = formal.map(({ unit, meeting: { section }, lacks }): Sibling => {
      return { unit, section, missing: lacks.filter((part) => counts.get(part) === 1) };
    });
    const told = new Set<Section>();
    for (const sibling of [...(formal.length > fewestNeighbours ? lacking : []), ...siblings.map(({ note }) => note)]) {
      const { unit, section, missing } = sibling;
      if (missing.length === 0 || told.has(section) || unwritten.test(textOf(unit, section))) continue;
      told.add(section);
      const { start, end } = section.title;
      find({
        message: 'lacks',
        params: { parts: missing.join('、') },
        unit,
        start,
        end,
        fixes: () => [insertion(unit, section, missing)],
      });
    }
  },
};
