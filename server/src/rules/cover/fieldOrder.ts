import type { CoverField } from '../../report/model/parts';
import { textOf } from '../../report/queries/read';
import { isBlank, lineAt, lineEnd, lineStart } from '../../report/model/lines';
import type { CoverUnit } from '../../report/model/units';
import type { Profile } from '../../knowledge/types';
import type { Span } from '../../text/span';
import { placedIn } from '../engine/placedIn';
import type { ReportRule, RuleFix } from '../engine/rule';
import { insertLineBefore, insertLineBehind } from './lines';

interface RankedField {
  readonly field: CoverField;
  readonly rank: number;
}

/** The fields that the profile asks for with their place in its order; a label that occurs again is left out. */
function ranked(fields: readonly CoverField[], { cover }: Profile): readonly RankedField[] {
  const seen = new Set<string>();
  const found: RankedField[] = [];
  for (const field of fields) {
    if (seen.has(field.id)) continue;
    seen.add(field.id);
    const rank = cover.findIndex(
      (requirement) => requirement.field === field.id || requirement.insteadOf.some((set) => set.includes(field.id)),
    );
    if (rank >= 0) found.push({ field, rank });
  }
  return found;
}

/** The most fields that stand in the right order among themselves; what is not in it has been moved. */
function inOrder(fields: readonly RankedField[]): ReadonlySet<RankedField> {
  let best: readonly RankedField[] = [];
  const runs: (readonly RankedField[])[] = [];
  for (const field of fields) {
    let longest: readonly RankedField[] = [];
    for (const run of runs) {
      if (run.length > longest.length && run[run.length - 1]!.rank <= field.rank) longest = run;
    }
    const run = [...longest, field];
    runs.push(run);
    if (run.length > best.length) best = run;
  }
  return new Set(best);
}

/** Moves the lines of `field`, with the gap below them, to before or behind `place`. */
function moved(unit: CoverUnit, field: CoverField, place: CoverField, before: boolean): readonly RuleFix<Span>[] {
  const { text, lines } = unit;
  const from = lineAt(lines, field.start);
  // A line of several fields can't be moved for one of them.
  if (lines.facts[from]!.shape.labels.length > 1) return [];
  const last = lineAt(lines, Math.max(field.start, field.end - 1));
  let to = last + 1;
  while (to < lines.count && isBlank(lines.facts[to]!)) to++;
  const start = lines.starts[from]!;
  const end = lineStart(lines, to);
  const words = text.slice(start, lineEnd(lines, last));
  const insert = before ? insertLineBefore(unit, place.start, words) : insertLineBehind(unit, place.end, words);
  if (insert.start > start && insert.start < end) return [];
  return [{ title: 'move', safety: 'review', edits: [{ start, end, text: '' }, insert] }];
}

export const rule: ReportRule = {
  per: 'report',
  id: 'cover/field-order',
  title: { 'zh-TW': '封面項目次序不符', en: 'Items of the cover out of order' },
  severity: 'hint',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國報告格式：封面）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    before: { 'zh-TW': '「{label}」應列在「{next}」之前。', en: '「{label}」 belongs before 「{next}」.' },
    behind: { 'zh-TW': '「{label}」應列在「{last}」之後。', en: '「{label}」 belongs behind 「{last}」.' },
    neighbour: { 'zh-TW': '應在的位置', en: 'Where it belongs' },
    move: { 'zh-TW': '移到應在的位置', en: 'Move it where it belongs' },
  },
  check: ({ cover }, _notes, { profile }, find) => {
    if (!cover || !profile.coverAsked) return;
    const fields = ranked(cover.cover.fields, profile);
    const right = inOrder(fields);
    if (right.size === fields.length) return;
    const label = ({ field }: RankedField): string => textOf(cover, field.label).replace(/\s/g, '');
    for (const strayed of fields) {
      if (right.has(strayed)) continue;
      const kept = [...right];
      const next = kept.find(({ rank }) => rank > strayed.rank);
      const place = next ?? kept[kept.length - 1]!;
      const { start, end } = strayed.field.label;
      const neighbour = place.field.label;
      find(
        placedIn(cover, {
          message: next ? 'before' : 'behind',
          params: { label: label(strayed), next: label(place), last: label(place) },
          start,
          end,
          related: [{ message: 'neighbour', start: neighbour.start, end: neighbour.end }],
          fixes: () => moved(cover, strayed.field, place.field, next !== undefined),
        }),
      );
    }
  },
};
