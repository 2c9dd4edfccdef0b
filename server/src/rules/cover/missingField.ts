import { anyOf } from '../../knowledge/phrases';
import { agencyAtHead, namesAgency } from '../../report/queries/coverAgency';
import { fieldStyle } from '../../report/queries/coverStyle';
import { lineEndOf } from '../../report/queries/headingStyle';
import type { Cover, CoverField } from '../../report/model/parts';
import type { Report } from '../../report/model/report';
import type { CoverFieldId, CoverRequirement, Profile } from '../../knowledge/types';
import type { Span } from '../../text/span';
import { placedIn } from '../engine/placedIn';
import type { ReportRule, RuleFix, Severity, UnitDiscovery } from '../engine/rule';
import { insertLineBefore, insertLineBehind } from './lines';

/** What a line that only names the kind of report is made of; what is left over is a title. */
const kindWords = /行政院(?:及?所屬各機關)?|出國類別|因公|公務|出國|人員|報告書?|[\s#*()（）：:]/g;
/** A title has at least so many characters beside the words of the kind line. */
const shortestTitle = 4;
/** Says that something is still to be written; structure/placeholder finds it when it is forgotten. */
const titleToWrite = '○○報告';

function stands(cover: Cover, { field, insteadOf }: CoverRequirement): boolean {
  const has = (id: CoverFieldId): boolean => cover.fields.some((candidate) => candidate.id === id);
  return has(field) || insteadOf.some((set) => set.length > 0 && set.every(has));
}

/** Whether the cover has a title, be it in the line that names the kind of report: 「赴日本出國考察報告」. */
function hasTitle(report: Report): boolean {
  const { title, kindLine, fields } = report.cover;
  if (title) return true;
  if (!kindLine) return false;
  const category = fields.find(({ id, start }) => id === 'category' && start >= kindLine.start && start < kindLine.end);
  const words = report.text.slice(kindLine.start, category ? category.start : kindLine.end);
  return words.replace(kindWords, '').length >= shortestTitle;
}

const online = new RegExp(anyOf('online'));

/** Whether the cover says that nobody went abroad. */
function isOnline({ cover, text }: Report): boolean {
  return online.test(text.slice(cover.start, cover.end));
}

/** The first words of the report: where a cover belongs that is not there. */
function firstWords(report: Report): Span | undefined {
  const { facts, starts, count } = report.lines;
  for (let line = 0; line < count; line++) {
    const { content } = facts[line]!;
    if (content.end > content.start) return { start: starts[line]! + content.start, end: starts[line]! + content.end };
  }
  return undefined;
}

/** The fields that stand for a requirement. */
function fieldsOf(cover: Cover, { field, insteadOf }: CoverRequirement): readonly CoverField[] {
  return cover.fields.filter(({ id }) => id === field || insteadOf.some((set) => set.includes(id)));
}

interface Place {
  /** What the finding marks. */
  readonly span: Span;
  /** On which side of the marked line the missing one belongs. */
  readonly side: 'before' | 'behind';
}

/** The nearest field behind, else before, the one of `index` in the profile's order. */
function neighbour(cover: Cover, required: readonly CoverRequirement[], index: number): Place | undefined {
  for (let i = index + 1; i < required.length; i++) {
    const [field] = fieldsOf(cover, required[i]!);
    if (field) return { span: field.label, side: 'before' };
  }
  for (let i = index - 1; i >= 0; i--) {
    const field = required[i]!.field === 'category' ? undefined : fieldsOf(cover, required[i]!).at(-1);
    if (field) return { span: field.label, side: 'behind' };
  }
  return undefined;
}

/** The field on the other side of where the missing one belongs. */
function otherNeighbour(
  cover: Cover,
  required: readonly CoverRequirement[],
  index: number,
  { span }: Place,
): readonly Span[] {
  const ranked = cover.fields.filter((field) => required.some((each) => fieldsOf(cover, each).includes(field)));
  const isBefore = (field: CoverField): boolean =>
    required.slice(0, index).some((each) => fieldsOf(cover, each).includes(field));
  return [ranked.filter(isBefore).at(-1), ranked.find((field) => !isBefore(field))].flatMap((field) =>
    field && field.label.start !== span.start ? [field.label] : [],
  );
}

function categoryPlace(cover: Cover, required: readonly CoverRequirement[]): Place | undefined {
  if (cover.kindLine) return { span: cover.kindLine, side: 'behind' };
  if (cover.title) return { span: cover.title, side: 'before' };
  return neighbour(cover, required, 0);
}

function missingField(report: Report, required: readonly CoverRequirement[], index: number): UnitDiscovery | undefined {
  const { cover } = report;
  const { field, label } = required[index]!;
  const place =
    field === 'category' ? categoryPlace(cover, required) : (neighbour(cover, required, index) ?? titlePlace(cover));
  if (!place) return undefined;
  const fix = (): RuleFix<Span> => {
    if (field === 'category') {
      const { kindLine } = cover;
      const words = `（${label}：）`;
      return {
        title: 'insert',
        params: { label },
        safety: 'review',
        edits: [
          kindLine
            ? { start: kindLine.end, end: kindLine.end, expected: '', text: words }
            : insertLineBefore(report, place.span.start, `出國報告${words}`),
        ],
      };
    }
    const { before, between, behind } = fieldStyle(report);
    const words = before + label + between + behind;
    return {
      title: 'insert',
      params: { label },
      safety: 'review',
      edits: [
        place.side === 'before'
          ? insertLineBefore(report, place.span.start, words)
          : insertLineBehind(report, lineOfValue(cover, place.span), words),
      ],
    };
  };
  return {
    message: 'field',
    params: { label },
    subject: field,
    start: place.span.start,
    end: place.span.end,
    related: otherNeighbour(cover, required, index, place).map(({ start, end }) => ({ message: 'beside', start, end })),
    fixes: () => [fix()],
  };
}

/** Where the field with `label` ends: its value may run over several lines. */
function lineOfValue(cover: Cover, label: Span): number {
  return cover.fields.find((field) => field.label.start === label.start)?.end ?? label.end;
}

function titlePlace(cover: Cover): Place | undefined {
  const span = cover.title ?? cover.kindLine;
  return span && { span, side: 'behind' };
}

/** The whole cover at the head of a text that has none. */
function wholeCover(report: Report, { cover }: Profile): RuleFix<Span> {
  const lineBreak = lineEndOf(report);
  const [category, ...others] = [
    ...cover.filter(({ field }) => field === 'category'),
    ...cover.filter(({ field }) => field !== 'category'),
  ];
  const head = category?.field === 'category' ? [`出國報告（${category.label}：）`] : [`出國報告`];
  const labels = category?.field === 'category' ? others : cover;
  const words = [...head, '', titleToWrite, '', ...labels.map(({ label }) => `${label}：`), '', ''];
  return {
    title: 'insertCover',
    safety: 'review',
    edits: [{ start: 0, end: 0, text: words.join(lineBreak) }],
  };
}

/** What no cover that has all the rest leaves out by habit. */
const expected: readonly CoverFieldId[] = ['name-and-title', 'destination', 'period', 'report-date'];

/** Where no form of the cover is asked for: which one item lacks of a cover that has all the others. */
function leftOut(report: Report, { id, cover: required }: Profile): number | undefined {
  if (id !== 'school' && id !== 'council') return undefined;
  const missing = required.filter((each) => !stands(report.cover, each));
  const [only] = missing;
  if (missing.length !== 1 || !only || !expected.includes(only.field)) return undefined;
  if (only.field === 'destination' && isOnline(report)) return undefined;
  return required.indexOf(only);
}

export const rule: ReportRule = {
  per: 'report',
  id: 'cover/missing-field',
  title: { 'zh-TW': '封面缺少必要項目', en: 'The cover lacks an item' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國報告格式：封面）',
  checked: '2026-11-30',
  fix: 'review',
  messages: {
    field: { 'zh-TW': '封面缺少「{label}」。', en: 'The cover lacks 「{label}」.' },
    title: { 'zh-TW': '封面缺少報告名稱。', en: 'The cover lacks the title of the report.' },
    cover: {
      'zh-TW': '報告沒有封面，請補上報告名稱及{labels}。',
      en: 'The report has no cover; add its title and {labels}.',
    },
    beside: { 'zh-TW': '應與這一項相鄰', en: 'It belongs beside this item' },
    insert: { 'zh-TW': '插入「{label}」', en: 'Insert 「{label}」' },
    insertTitle: { 'zh-TW': '插入報告名稱', en: 'Insert a title' },
    insertCover: { 'zh-TW': '插入封面', en: 'Insert a cover' },
  },
  check: ({ whole: report }, _notes, { profile }, tell) => {
    const find = (discovery: UnitDiscovery, severity: Severity = profile.missingPart): void => {
      // Where no rule of the agency asks for the cover, only usage does, nothing that it lacks is an error.
      tell(placedIn(report, { ...discovery, severity }));
    };
    const { cover } = report;
    if (!profile.coverAsked) {
      const left = leftOut(report, profile);
      const discovery = left === undefined ? undefined : missingField(report, profile.cover, left);
      if (discovery) find(discovery, 'information');
      return;
    }
    if (cover.fields.length === 0) {
      // A body pasted alone lacks one thing, its cover, not seven.
      const place = cover.title ?? cover.kindLine ?? firstWords(report);
      if (!place) return;
      const labels = profile.cover.map(({ label }) => label).join('、');
      find({
        message: 'cover',
        subject: 'cover',
        params: { labels },
        start: place.start,
        end: place.end,
        ...(cover.title || cover.kindLine ? {} : { fixes: () => [wholeCover(report, profile)] }),
      });
      return;
    }
    if (!hasTitle(report)) {
      const first = cover.fields.find(({ id }) => id !== 'category');
      const place = first?.label ?? cover.kindLine ?? cover.fields[0]!.label;
      find({
        message: 'title',
        subject: 'title',
        start: place.start,
        end: place.end,
        fixes: () => [
          {
            title: 'insertTitle',
            safety: 'review',
            edits: [
              first
                ? insertLineBefore(report, place.start, titleToWrite)
                : insertLineBehind(report, place.end, titleToWrite),
            ],
          },
        ],
      });
    }
    profile.cover.forEach((requirement, index) => {
      const isGiven =
        stands(cover, requirement) ||
        (requirement.field === 'destination' && isOnline(report)) ||
        (requirement.field === 'agency' && profile.missingPart === 'warning' && agencyAtHead(report) !== undefined);
      const discovery = isGiven ? undefined : missingField(report, profile.cover, index);
      if (!discovery) return;
      // The reader sees whose report it is; what is missing is its label.
      if (requirement.field === 'agency' && namesAgency(report)) find(discovery, 'information');
      else find(discovery);
    });
  },
};
