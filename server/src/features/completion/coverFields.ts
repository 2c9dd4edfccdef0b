import { coverLabelOf } from '../../knowledge/coverLabels';
import { normaliseTitle } from '../../knowledge/parts';
import type { CoverFieldId, Profile } from '../../knowledge/types';
import { fieldStyle } from '../../report/queries/coverStyle';
import type { FieldStyle } from '../../report/queries/coverStyle';
import { lineEnd } from '../../report/model/lines';
import type { Span } from '../../text/span';
import { coverFieldNotes } from '../coverFieldNotes';
import { rocDate } from '../rocDate';
import { coverCard } from '../hover/coverCard';
import type { CompletionContext } from './context';
import type { CompletionEntry } from './entry';
import { literal, rank } from './entry';
import { findingWords, isOnTheWay, isWanted } from './typed';

/** What Latin typing finds a category by. */
const categoryEnglish: Readonly<Record<string, string>> = {
  考察: 'study tour',
  視察: 'inspection',
  訪問: 'visit',
  開會: 'meeting conference',
  談判: 'negotiation',
  業務洽談: 'business talks',
  進修: 'further study',
  研究: 'research',
  實習: 'training internship',
  其他: 'other',
};

/** ○ says that something is still to be written, and a rule finds it when it is forgotten. */
const dateForms: Partial<Readonly<Record<CoverFieldId, string>>> = {
  period: '${1:○}年${2:○}月${3:○}日至${4:○}月${5:○}日',
  'report-date': '${1:○}年${2:○}月${3:○}日',
};
const withoutStops = (form: string): string => form.replace(/\$\{\d:(.)\}/g, '$1');

function choiceOf(categories: readonly string[]): string {
  const choices = categories.map((category) => literal(category).replace(/[,|]/g, '\\$&'));
  return choices.length > 0 ? `\${1|${choices.join(',')}|}` : '$1';
}

/** The line of a field that is still to be filled in, as a snippet. */
function fieldLine(field: CoverFieldId, label: string, style: FieldStyle, profile: Profile): string {
  if (field === 'category') return `（${literal(label)}：${choiceOf(profile.categories)}）$0`;
  const value = dateForms[field] ?? '$1';
  return `${literal(style.before + label + style.between)}${value}${literal(style.behind)}$0`;
}

function completeLabels({
  report,
  lead,
  profile,
  locale,
  asked,
  lineStart,
  beforeBody,
}: CompletionContext): CompletionEntry[] {
  if (!lead || !beforeBody || lead.marks > 0 || /[：:]/.test(lead.text)) return [];
  const there = new Set(
    report.cover.fields.filter(({ start }) => start < lineStart || start > lead.end).map(({ id }) => id),
  );
  const style = fieldStyle(report);
  const typed = lead.text.replace(/^[\s（(|*•-]+/, '');
  const typedBefore = lead.text.slice(0, lead.text.length - typed.length);
  const entries: CompletionEntry[] = [];
  profile.cover.forEach(({ field, label, insteadOf }, index) => {
    if (there.has(field) || insteadOf.some((set) => set.length > 0 && set.every((other) => there.has(other)))) return;
    const { english, wants } = coverFieldNotes[field];
    if (!isWanted(asked, typed, label, english)) return;
    entries.push({
      label,
      kind: 'field',
      detail: wants[locale],
      documentation: coverCard(field, profile, locale),
      filterText: typedBefore + findingWords(typed, label, english),
      sortText: rank('place', index),
      insertText: fieldLine(field, label, style, profile),
      snippet: true,
      replace: { start: lead.start, end: lead.end },
    });
  });
  return entries;
}

/** The field whose value the cursor is in, and that value (empty at the cursor where nothing is written yet). */
export function fieldAtCursor(
  context: CompletionContext,
): { readonly field: CoverFieldId; readonly value: Span } | undefined {
  const { report, line, lineStart, offset, before, beforeBody } = context;
  if (!beforeBody) return undefined;
  const { labels } = report.lines.facts[line]!.shape;
  const label = labels.filter((candidate) => offset > lineStart + candidate.label.end).at(-1);
  if (label) {
    const value = { start: lineStart + label.value.start, end: lineStart + label.value.end };
    if (value.start < value.end)
      return value.start <= offset && offset <= value.end ? { field: label.field, value } : undefined;
    const between = report.text.slice(lineStart + label.label.end, offset);
    return /^[\s：:|*]+$/.test(between) ? { field: label.field, value: { start: offset, end: offset } } : undefined;
  }
  // 「（出國類別：」, with its bracket still open
  const colon = Math.max(before.lastIndexOf('：'), before.lastIndexOf(':'));
  if (colon < 0) return undefined;
  const field = coverLabelOf(normaliseTitle(before.slice(0, colon).replace(/^.*[（(]/, '')))?.field;
  if (field === undefined) return undefined;
  const start = colon + 1 + before.slice(colon + 1).search(/\S|$/);
  return { field, value: { start: lineStart + start, end: Math.min(offset, lineEnd(report.lines, line)) } };
}

function completeValues(context: CompletionContext): CompletionEntry[] {
  const { report, offset, profile, locale } = context;
  const place = fieldAtCursor(context);
  if (!place) return [];
  const { field, value } = place;
  const typed = report.text.slice(value.start, offset);
  const documentation = coverCard(field, profile, locale);
  const detail = coverFieldNotes[field].wants[locale];
  if (field === 'category') {
    return profile.categories
      .map((category, index) => ({ category, english: categoryEnglish[category] ?? '', index }))
      .filter(({ category, english }) => isOnTheWay(typed, category, english))
      .map(({ category, english, index }) => ({
        label: category,
        kind: 'value',
        detail,
        documentation,
        filterText: `${category} ${english}`.trim(),
        sortText: rank('place', index),
        insertText: category,
        snippet: false,
        replace: value,
      }));
  }
  const form = dateForms[field];
  if (form === undefined || typed !== '') return [];
  const { today } = context;
  const written = field === 'report-date' && today && rocDate(today);
  return [
    ...(written
      ? [
          {
            label: written,
            kind: 'value' as const,
            detail: { 'zh-TW': '今天', en: 'today' }[locale],
            documentation,
            filterText: `${written} today`,
            sortText: rank('place', 0),
            insertText: written,
            snippet: false,
            replace: value,
          },
        ]
      : []),
    {
      label: withoutStops(form),
      kind: 'value',
      detail,
      documentation,
      filterText: withoutStops(form),
      sortText: rank('place', 1),
      insertText: form,
      snippet: true,
      replace: value,
    },
  ];
}

/** On the cover: labels that are still missing, the categories to choose from, the form of the dates. */
export function completeCoverFields(context: CompletionContext): CompletionEntry[] {
  return [...completeLabels(context), ...completeValues(context)];
}
