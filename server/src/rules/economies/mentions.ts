/** Hands out findings about single mentions of names, as the rules of this family need them. */
import type { NameMention, Report } from '../../report/model';
import { forEachName } from '../../report/read';
import type { NameKind } from '../../knowledge/types';
import type { Span } from '../../text/span';
import type { Discovery, RelatedPlace, TextEdit } from '../rule';
import { reportSlips } from '../slips';

/** A name used more often than this is a habit, not a slip: one finding with related places. */
const mostSingle = 4;
/** Related places that are shown. */
const mostRelated = 20;

/** The mentions as places beside a finding, at most 20. */
export function relatedTo(mentions: readonly Span[], message: string): readonly RelatedPlace[] {
  return mentions.slice(0, mostRelated).map(({ start, end }) => ({ message, start, end }));
}

/** Edits that put `text` in place of each mention. */
export function replacing(mentions: readonly NameMention[], text: (mention: NameMention) => string): TextEdit[] {
  return mentions.map((mention) => ({
    start: mention.start,
    end: mention.end,
    expected: mention.row.text,
    text: text(mention),
  }));
}

/** The unquoted mentions of `kinds` by the text of their row, in the order of first use. */
export function mentionsByText(
  report: Report,
  kinds: readonly NameKind[],
  keep: (mention: NameMention) => boolean = () => true,
): ReadonlyMap<string, readonly NameMention[]> {
  const byText = new Map<string, NameMention[]>();
  forEachName(report, kinds, (mention) => {
    if (mention.quoted || !keep(mention)) return;
    const known = byText.get(mention.row.text);
    if (known) known.push(mention);
    else byText.set(mention.row.text, [mention]);
  });
  return byText;
}

/**
 * Reports the mentions one by one, or those of one text together where there are many, each with the safe fix that puts
 * the row's `preferred` in its place. The rule's messages are `fault`, `other` (a related place) and `replace` (the
 * fix); they get `{name}` and `{preferred}`.
 */
export function reportCorrections(
  byText: ReadonlyMap<string, readonly NameMention[]>,
  find: (discovery: Discovery) => void,
): void {
  for (const [name, mentions] of byText) {
    const preferred = mentions[0]!.row.preferred!;
    reportSlips(
      mentions.map((mention) => ({
        start: mention.start,
        end: mention.end,
        edits: replacing([mention], () => preferred),
      })),
      { one: 'fault', many: 'fault', other: 'other', fix: 'replace', params: { name, preferred }, mostSingle },
      find,
    );
  }
}
