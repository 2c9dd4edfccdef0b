/** Hands out findings about single mentions of names, as the rules of this family need them. */
import type { NameHit } from '../../report/model/lines';
import type { NameMention } from '../../report/model/mentions';
import type { Report } from '../../report/model/report';
import type { NameKind } from '../../knowledge/types';
import type { Span } from '../../text/span';
import { forEachNote } from '../lines';
import type { LineReader } from '../lines';
import type { Discovery, RelatedPlace } from '../engine/rule';
import type { TextEdit } from '../../text/edit';
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

/** Reads the unquoted names of a kind that `keep` lets stand by what is around them on the line. */
export function namesReader(
  kind: NameKind,
  keep: (words: string, hit: NameHit) => boolean = () => true,
): LineReader<NameHit> {
  return {
    lines: { holding: [kind] },
    raw: true,
    read: (words, { names }) => names.filter((hit) => hit.row.kind === kind && !hit.quoted && keep(words, hit)),
  };
}

/** What `reader` reads, by the text of the row, in the order of first use. */
export function mentionsByText(
  report: Report,
  reader: LineReader<NameHit>,
  keep: (mention: NameMention) => boolean = () => true,
): ReadonlyMap<string, readonly NameMention[]> {
  const byText = new Map<string, NameMention[]>();
  forEachNote(report, reader, ({ row, quoted, start, end }, offset) => {
    const mention = { row, quoted, start: offset + start, end: offset + end };
    if (!keep(mention)) return;
    const known = byText.get(row.text);
    if (known) known.push(mention);
    else byText.set(row.text, [mention]);
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
