import { anyOf } from '../../knowledge/phrases';
import { normaliseTitle, partTitleOf } from '../../knowledge/parts';
import type { Profile } from '../../knowledge/types';
import type { Heading } from '../../report/model/headings';
import type { Report } from '../../report/model/report';
import type { Section } from '../../report/model/parts';
import { textOf } from '../../report/queries/read';
import { titleOfPart } from '../../report/queries/requiredParts';
import type { Span } from '../../text/span';
import { inReport } from '../engine/placedIn';
import type { ReportDiscovery, ReportRule } from '../engine/rule';
import type { ReportView } from '../engine/view';
import type { TextEdit } from '../../text/edit';
import { keyOf, sectionOf, wordsOfTitle } from '../../report/queries/headings';

/** Missions whose 過程 is the right name whatever the profile: they report no meetings. */
const noMeeting = new RegExp(anyOf('mission-without-meetings'));

/**
 * Whether 過程 is the wrong name: the profile wants the meetings under their own, and the report has none of that name. With
 * 行程 beside it, it tells of the meetings, and so do the rules call it.
 */
function isProcessForeign({ cover, headings }: ReportView, profile: Profile): boolean {
  if (profile.parts.some((asked) => asked.part === 'process')) return false;
  if (profile.parts.every((asked) => asked.part !== 'proceedings')) return false;
  const category = cover?.cover.fields.find(({ id }) => id === 'category');
  if (category && noMeeting.test(textOf(cover!, category.value))) return false;
  const inside = (heading: Heading): boolean => heading.part === 'proceedings' || heading.part === 'itinerary';
  return headings.chapters.every((chapter) => !inside(chapter) && !chapter.children.some(inside));
}

function rename(report: Report, span: Span, title: string): TextEdit {
  return { start: span.start, end: span.end, expected: textOf(report, span), text: title };
}

/** Renames the heading, and its entry in 目次 with it. */
function renameEdits(report: Report, section: Section, title: string): readonly TextEdit[] {
  const key = keyOf(textOf(report, section.title));
  const entries = report.contents?.entries.filter((entry) => keyOf(textOf(report, entry.title)) === key) ?? [];
  return [section.title, ...entries.map((entry) => entry.title)]
    .map((span) => rename(report, wordsOfTitle(report, span), title))
    .sort((a, b) => a.start - b.start);
}

export const rule: ReportRule = {
  per: 'report',
  id: 'structure/heading-name',
  title: { 'zh-TW': '章名不符規定', en: 'Name of a section' },
  severity: 'information',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國報告格式之章名）',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    wrong: { 'zh-TW': '章名「{title}」宜寫作「{name}」。', en: 'The section is called 「{name}」, not 「{title}」.' },
    foreign: {
      'zh-TW': '會議報告以「{name}」為章名，行程另列一章。',
      en: 'A report of a conference calls this 「{name}」, with the itinerary as a section of its own.',
    },
    rename: { 'zh-TW': '改為「{name}」', en: 'Rename to 「{name}」' },
  },
  check: (report, _notes, { profile }, find) => {
    let known: boolean | undefined;
    const isForeign = ({ part }: Heading): boolean =>
      part === 'process' && (known ??= isProcessForeign(report, profile));
    const hasRecommendations = report.headings.chapters.some(({ part }) => part === 'recommendations');
    for (const heading of report.headings.inOrder) {
      const discovery = heading.part === undefined ? undefined : judge(heading, isForeign, profile, hasRecommendations);
      if (discovery) find(discovery);
    }
  },
};

function judge(
  heading: Heading,
  isForeign: (heading: Heading) => boolean,
  profile: Profile,
  hasRecommendations: boolean,
): ReportDiscovery | undefined {
  const { start, end } = wordsOfTitle(heading, heading.title);
  const written = heading.firstLine.facts.written.slice(start, end);
  const title = normaliseTitle(written);
  const row = partTitleOf(title);
  if (!row) return undefined;
  // In a section of its own, a speaker concludes in whatever words.
  if (row.trust === 'general' && heading.depth > 1) return undefined;
  const foreign = row.standing !== 'wrong';
  // 會議過程 and 與會經過 say that they tell of meetings.
  if (foreign && (title.includes('會') || !isForeign(heading))) return undefined;
  // 感想 is all of 心得及建議, unless 建議 has a chapter of its own.
  const part = row.part === 'reflections-and-recommendations' && hasRecommendations ? 'reflections' : row.part;
  const name = titleOfPart(profile, foreign || isForeign(heading) ? 'proceedings' : part);
  // What a title of quite other words holds only its author knows.
  const isSlip = !foreign && [...name].some((character) => title.includes(character));
  return {
    message: foreign ? 'foreign' : 'wrong',
    params: { title: written, name },
    unit: heading,
    start,
    end,
    fixes: ({ whole }) => [
      {
        title: 'rename',
        params: { name },
        safety: isSlip ? 'safe' : 'review',
        edits: inReport(whole, renameEdits(whole, sectionOf(whole, heading), name)),
      },
    ],
  };
}
