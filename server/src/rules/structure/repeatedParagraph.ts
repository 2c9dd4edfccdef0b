import { anyOf } from '../../knowledge/phrases';
import type { Place, Surroundings } from '../../report/model/line';
import { lineTest } from '../../report/model/lineQuery';
import { isBlank } from '../../report/model/lines';
import type { LineFacts } from '../../report/model/lines';
import type { Paragraph } from '../../report/model/units';
import { Cue } from '../../report/scan/cues';
import { countHan } from '../../text/characters';
import type { Span } from '../../text/span';
import type { ReportDiscovery, ReportRule, UnitNote } from '../engine/rule';

/** Shorter ones may be said twice: 依行程辦理如下. */
const shortest = 40;

/** Who was present is told in the same words of every meeting: by names, or as what a paragraph begins with. */
const tellsPresence = lineTest({ cues: Cue.Present | Cue.Delegation });
const beginsWithPresence = new RegExp(`^[^，。；]{0,30}(?:${anyOf('present')}|[國方局署部會]由)`);
/** So many names are a list. */
const fewestNamed = 3;

function isRoll(facts: LineFacts): boolean {
  const { content, names, text } = facts;
  return (
    tellsPresence(facts) &&
    (names.length >= fewestNamed || beginsWithPresence.test(text.slice(content.start, content.end)))
  );
}

/** Suggestions of fewer Han characters are too alike by chance. */
const shortestSuggestion = 9;

/** A clause of fewer Han characters may be said twice. */
const shortestClause = 7;
/** Clauses that stand in an earlier paragraph make so much of a paragraph that repeats it. */
const leastRepeated = 0.65;

/** What a paragraph says. */
interface Words extends Span {
  /** Without number, blanks and marks. */
  readonly said: string;
  /** Its longer clauses, likewise. */
  readonly clauses: readonly string[];
  /** Of an item of 建議: how it is numbered, and what it asks for without the words that only link others. */
  /** What is annexed may be what the report quotes. */
  readonly isAnnexed: boolean;
  readonly suggestion: { readonly mark: string; readonly core: string } | undefined;
}

/** Words that come and go in two writings of one suggestion. */
const linking = /[的之與及和並應宜將請]|建議|持續/g;

/** What an item of 建議 asks for; undefined of anything else. */
function suggestionOf(facts: LineFacts, part: Surroundings['part'], said: string): Words['suggestion'] {
  if (part !== 'recommendations' && part !== 'reflections-and-recommendations') return undefined;
  const { number, bullet } = facts.shape;
  if (!number && !bullet) return undefined;
  return { mark: number?.system ?? 'bullet', core: said.replace(linking, '') };
}

/** What a paragraph says below its heading; undefined of one that may stand twice. */
function wordsOf({ text, lines, units, surroundings }: Paragraph): Words | undefined {
  const { zone, part, inside } = surroundings;
  if (zone !== 'body') return undefined;
  if (inside === 'meeting' && lines.facts.some(isRoll)) return undefined;
  const isHeading = (line: number): boolean => /section/.test(units[line]!.surroundings.begins ?? '');
  const first = Math.max(
    0,
    lines.facts.findIndex((facts, line) => !isBlank(facts) && !isHeading(line)),
  );
  if (lines.facts[first]!.shape.cells.length > 0) return undefined;
  if (inside === 'itinerary' && lines.facts[first]!.dates.length > 0) return undefined;
  const start = lines.starts[first]! + lines.facts[first]!.shape.title.start;
  const words = text.slice(start).trimEnd();
  const said = /^[「『《“>]/.test(words) ? '' : words.replace(/[^\p{L}\p{N}]/gu, '');
  const suggestion = suggestionOf(lines.facts[first]!, part, said);
  return suggestion || countHan(said) > shortest
    ? {
        said,
        clauses: clausesOf(words),
        isAnnexed: part === 'attachments',
        suggestion,
        start,
        end: start + words.length,
      }
    : undefined;
}

/** The clauses of a paragraph that are long enough to be known again, without blanks and marks. */
function clausesOf(words: string): readonly string[] {
  return words
    .split(/[，。；！？]/)
    .map((clause) => clause.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((clause) => countHan(clause) >= shortestClause);
}

/** Tells the items of 建議 that ask for what another of the same list asks for. */
function tellSuggestions(
  notes: readonly UnitNote<'paragraph', Words>[],
  find: (discovery: ReportDiscovery) => void,
): void {
  let mark: string | undefined;
  const known = new Map<string, Place>();
  for (const { unit, note } of notes) {
    const { said, suggestion, start, end } = note;
    // Below the next heading the same may be asked of somebody else.
    if (suggestion?.mark !== mark) known.clear();
    mark = suggestion?.mark;
    if (!suggestion || countHan(said) < shortestSuggestion || countHan(said) > shortest) continue;
    const before = known.get(suggestion.core);
    if (before) find({ message: 'suggestion', unit, start, end, related: [{ message: 'firstSuggestion', ...before }] });
    else known.set(suggestion.core, { unit, start, end });
  }
}

/** The earlier paragraph that has most of what a paragraph says, in the same clauses. */
function mostlySaidIn({ said, clauses }: Words, known: ReadonlyMap<string, Place>): Place | undefined {
  const counts = new Map<Place, number>();
  for (const clause of clauses) {
    const before = known.get(clause);
    if (before) counts.set(before, (counts.get(before) ?? 0) + countHan(clause));
  }
  const han = countHan(said);
  for (const [place, count] of counts) if (count > shortest && count >= han * leastRepeated) return place;
  return undefined;
}

export const rule: ReportRule<Words, 'paragraph'> = {
  per: 'report',
  notes: {
    per: 'paragraph',
    read: (paragraph) => {
      const words = wordsOf(paragraph);
      return words === undefined ? [] : [words];
    },
  },
  id: 'structure/repeated-paragraph',
  title: { 'zh-TW': '段落重複', en: 'Repeated paragraph' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）；文書處理手冊第16點（簡明）',
  checked: '2026-11-28',
  fix: undefined,
  messages: {
    repeated: {
      'zh-TW': '這一段與前面的一段文字相同，請刪去一段或改寫。',
      en: 'This paragraph says the same words as one before; leave one out or rewrite it.',
    },
    alike: {
      'zh-TW': '這一段的大部分文字與前面的一段相同，請刪去重複的部分或改寫。',
      en: 'Most of this paragraph says the same words as one before; leave out what is repeated, or rewrite it.',
    },
    first: { 'zh-TW': '前面的一段', en: 'The one before' },
    suggestion: {
      'zh-TW': '這一項與前面的一項相同，請刪去一項或改寫。',
      en: 'This item says the same as one before; leave one out or rewrite it.',
    },
    firstSuggestion: { 'zh-TW': '前面的一項', en: 'The item before' },
  },
  check: (_report, notes, _context, find) => {
    tellSuggestions(notes, find);
    const known = new Map<string, Place>();
    /** The paragraph that each clause stood in first. */
    const clauses = new Map<string, Place>();
    for (const { unit, note } of notes) {
      const { said, isAnnexed, start, end } = note;
      if (countHan(said) <= shortest) continue;
      const place = { unit, start, end };
      const before = known.get(said);
      const alike = before ?? (isAnnexed ? undefined : mostlySaidIn(note, clauses));
      const message = before ? 'repeated' : 'alike';
      if (alike)
        find({
          message,
          ...(isAnnexed && { severity: 'hint' as const }),
          ...place,
          related: [{ message: 'first', ...alike }],
        });
      if (!before) known.set(said, place);
      for (const clause of note.clauses) if (!clauses.has(clause)) clauses.set(clause, place);
    }
  },
};
