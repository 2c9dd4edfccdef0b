import { normaliseTitle, partTitleOf } from '../../knowledge/parts';
import type { Profile } from '../../knowledge/types';
import type { Report } from '../../report/model/report';
import type { Section } from '../../report/model/parts';
import { textOf } from '../../report/queries/read';
import { titleOfPart } from '../../report/queries/requiredParts';
import type { Span } from '../../text/span';
import type { Discovery, Example, Rule, RulePage } from '../engine/rule';
import type { TextEdit } from '../../text/edit';
import { bareTitle, keyOf } from './headings';

/** Missions whose 過程 is the right name whatever the profile: they report no meetings. */
const noMeeting = /考察|進修|研究|實習|視察|訪問|參訪|觀摩|訓練/;

/** 過程 where the profile wants the meetings under their own name, and the report has none of that name. */
function isForeign(report: Report, { part }: Section, profile: Profile): boolean {
  if (part !== 'process' || profile.parts.some((asked) => asked.part === 'process')) return false;
  if (profile.parts.every((asked) => asked.part !== 'proceedings')) return false;
  const category = report.cover.fields.find(({ id }) => id === 'category');
  if (category && noMeeting.test(textOf(report, category.value))) return false;
  const inside = (section: Section): boolean => section.part === 'proceedings' || section.part === 'itinerary';
  return report.sections.every((section) => section.part !== 'proceedings' && !section.children.some(inside));
}

function rename(report: Report, span: Span, title: string): TextEdit {
  return { start: span.start, end: span.end, expected: textOf(report, span), text: title };
}

/** Renames the heading, and its entry in 目次 with it. */
function renameEdits(report: Report, section: Section, title: string): readonly TextEdit[] {
  const key = keyOf(textOf(report, section.title));
  const entries = report.contents?.entries.filter((entry) => keyOf(textOf(report, entry.title)) === key) ?? [];
  return [section.title, ...entries.map((entry) => entry.title)]
    .map((span) => rename(report, bareTitle(report, span), title))
    .sort((a, b) => a.start - b.start);
}

export const rule: Rule = {
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
  check: (report, { profile }, find) => {
    const { abstract, sections } = report;
    for (const section of abstract ? [abstract, ...sections] : sections) {
      const discovery = section.part === undefined ? undefined : judge(report, section, profile);
      if (discovery) find(discovery);
    }
  },
};

function judge(report: Report, section: Section, profile: Profile): Discovery | undefined {
  const row = partTitleOf(normaliseTitle(textOf(report, section.title)));
  if (!row) return undefined;
  const foreign = row.standing !== 'wrong';
  if (foreign && !isForeign(report, section, profile)) return undefined;
  const name = titleOfPart(profile, foreign ? 'proceedings' : row.part);
  const { start, end } = bareTitle(report, section.title);
  return {
    message: foreign ? 'foreign' : 'wrong',
    params: { title: report.text.slice(start, end), name },
    start,
    end,
    fixes: () => [
      {
        title: 'rename',
        params: { name },
        // What 過程 holds only its author knows.
        safety: foreign ? 'review' : 'safe',
        edits: renameEdits(report, section, name),
      },
    ],
  };
}

/* @__NO_SIDE_EFFECTS__ */
const report = (body: string): string => `服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n${body}\n`;

export const examples: readonly Example[] = [
  {
    in: 'report',
    text: report('目次\n壹、目的\t1\n貳、心得與建議\t5\n\n壹、目的\n進展。\n貳、⟦心得與建議⟧：\n無'),
    fixed: report('目次\n壹、目的\t1\n貳、心得及建議\t5\n\n壹、目的\n進展。\n貳、心得及建議：\n無'),
  },
  {
    in: 'report',
    text: report('## ⟦目地⟧\n進展。\n## 心得及建議\n無'),
    fixed: report('## 目的\n進展。\n## 心得及建議\n無'),
  },
  {
    in: 'report',
    text: report('壹、目的\n進展。\n貳、⟦過程⟧\n會議順利。\n參、心得及建議\n無'),
    profile: 'conference',
    fixed: report('壹、目的\n進展。\n貳、出席會議情形\n會議順利。\n參、心得及建議\n無'),
  },
  { in: 'report', text: report('壹、前言\n進展。\n貳、會議紀要\n順利。\n參、結論與建議\n無') },
  { in: 'report', text: report('壹、目的\n進展。\n貳、過程\n會議順利。\n參、心得及建議\n無'), profile: 'central' },
  {
    in: 'report',
    text: report('壹、目的\n進展。\n貳、過程\n一、行程\n8月16日\t出發\n二、出席會議情形\n順利。\n參、心得及建議\n無'),
    profile: 'conference',
  },
  { in: 'body', text: '主席請各會員就本次會議之心得與建議發言，並納入結論。' },
];

export const page: RulePage = {
  explanation:
    '章名寫成常見的錯誤或近似名稱時（心得與建議、目地），改為規定的名稱，目次一併更新。會議報告的規定以「行程」「出席會議情形」為章名，只寫「過程」時也提出。',
  leavesAlone: '各機關通行的章名（前言、緣起、會議紀要、結論與建議…）都接受。只看各章標題，不看內文。',
  summary:
    'Typical wrong names of a part are replaced by the name of the regulation, in 目次 too. Accepted names are silent; 過程 is a finding only under a profile that wants 行程 and 出席會議情形.',
};
