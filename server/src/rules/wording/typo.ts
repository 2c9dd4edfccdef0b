import { isSimplifiedWord } from '../../knowledge/simplified';
import type { TypoReason } from '../../knowledge/types';
import type { Paragraph } from '../../report/model/units';
import { isSurnameBeforeTitle } from '../../report/queries/coverPersons';
import { personNameAround } from '../../report/queries/personNames';
import type { Proposal } from '../../spelling/detect';
import { certaintyOf, occurrencesIn } from '../../spelling/evidence';
import type { Occurrences } from '../../spelling/evidence';
import { nearNamesOn } from '../../spelling/nearNames';
import { leastScore, leastSureScore } from '../../spelling/scores';
import type { Speller } from '../../spelling/speller';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import type { Message } from '../../text/message';
import { tellOccurrences } from '../engine/occurrences';
import type { ReportRule, RuleContext, UnitNote } from '../engine/rule';
import type { ReportView } from '../engine/view';

/** Words of a paragraph that stand for others. */
interface Slip extends Span {
  readonly written: string;
  readonly meant: string;
  readonly reason: TypoReason;
  /** What the detector proposes; undefined for what is in the list. */
  readonly proposal: Proposal | undefined;
}

const reasons: Readonly<Record<TypoReason, Message>> = {
  'same-sound': { 'zh-TW': '同音', en: 'it sounds the same' },
  'near-sound': { 'zh-TW': '近音', en: 'it sounds nearly the same' },
  shape: { 'zh-TW': '形近', en: 'it looks alike' },
  'sound-and-shape': { 'zh-TW': '音形皆近', en: 'it sounds and looks alike' },
  swapped: { 'zh-TW': '字序顛倒', en: 'its characters are the other way round' },
  habit: { 'zh-TW': '習見誤用', en: 'a common mistake' },
};

const messages: Record<string, Message> = {
  other: { 'zh-TW': '這裡也是', en: 'Here too' },
  replace: { 'zh-TW': '改為「{right}」', en: 'Change to “{right}”' },
};
for (const [reason, words] of Object.entries(reasons)) {
  messages[reason] = {
    'zh-TW': `「{wrong}」疑為「{right}」之誤（${words['zh-TW']}）。`,
    en: `“{wrong}” looks like a slip for “{right}”: ${words.en}.`,
  };
  messages[`${reason}-many`] = {
    'zh-TW': `「{wrong}」疑為「{right}」之誤（${words['zh-TW']}；全文 {count} 處）。`,
    en: `“{wrong}” looks like a slip for “{right}”: ${words.en} ({count} places).`,
  };
}

/** Whether a word stands in a person's name behind the surname; what begins like a name, as 簡報擋, is a word. */
function isOfGivenName(words: string, word: Span): boolean {
  const name = personNameAround(words, word);
  return name !== undefined && name.start < word.start;
}

/** The slips of the list that `paragraph` says itself. */
function listedIn(paragraph: Paragraph): readonly Slip[] {
  const slips: Slip[] = [];
  paragraph.units.forEach((line, index) => {
    const offset = paragraph.lines.starts[index]!;
    for (const { row, quoted, ...word } of line.words) {
      if (row.kind !== 'typo' || quoted || line.inQuotation(word.start)) continue;
      const isCut = word.end > line.text.length;
      if (!isCut && !line.text.startsWith(row.text, word.start)) continue; // broken by what nobody sees
      if (isOfGivenName(line.text, word)) continue;
      slips.push({
        start: offset + word.start,
        end: offset + word.end,
        written: row.text,
        meant: row.preferred,
        reason: row.reason!,
        proposal: undefined,
      });
    }
  });
  return slips;
}

/**
 * Names and words that the scanner knows: right as they are, or for another rule to judge. A character by itself that is
 * written in two ways, as 裡, says nothing of the word that it stands in.
 */
function knownIn({ units, lines }: Paragraph, speller: Speller): readonly Span[] {
  return units.flatMap((line, index) => {
    const { names, words, definitions } = line.facts;
    // A name of an economy that misses by one character is for economies/misspelled-name.
    return [...names, ...words, ...definitions, ...nearNamesOn(line, speller).filter(({ isUncertain }) => !isUncertain)]
      .filter(({ start, end }) => end - start > 1)
      .map((place) => shifted(place, lines.starts[index]!));
  });
}

/** What the detector proposes for what `paragraph` says itself. */
function proposedIn(paragraph: Paragraph, { speller, glossary }: RuleContext): readonly Slip[] {
  if (!speller || paragraph.surroundings.zone === 'cover') return [];
  const { starts } = paragraph.lines;
  let prose = '';
  // What follows a heading is a sentence of its own.
  let between = '\n';
  paragraph.units.forEach((line, index) => {
    prose = prose.padEnd(starts[index]!, between) + line.text;
    between = line.facts.shape.heading ? '。' : '\n';
  });
  const slips: Slip[] = [];
  for (const proposal of speller.proposalsIn(prose, glossary.names, () => knownIn(paragraph, speller))) {
    const { start, end, written, meant, confusion } = proposal;
    let index = 0;
    while (index + 1 < paragraph.units.length && starts[index + 1]! <= start) index += 1;
    // What is only written in the other script is for wording/simplified-character.
    if (paragraph.units[index]!.inQuotation(start - starts[index]!) || isSimplifiedWord(written)) continue;
    slips.push({ start, end, written, meant, reason: confusion, proposal });
  }
  return slips;
}

/** What stands between dollar signs in a line. */
const betweenDollars = /\$[^$]*\$/g;
/** A sign of TeX, which no price has. */
const signOfFormula = /[\\^_=]/;

function inFormula({ units, lines }: Paragraph, { start, end }: Span): boolean {
  return units.some(({ text }, index) => {
    const offset = lines.starts[index]!;
    return [...text.matchAll(betweenDollars)].some(
      ({ 0: formula, index: at }) =>
        signOfFormula.test(formula) && offset + at < end && start < offset + at + formula.length,
    );
  });
}

type SlipNote = UnitNote<'paragraph', Slip>;

/** The notes of each slip that is the same in writing and meaning, in the order of first use, however sure. */
function bySlip(notes: readonly SlipNote[]): Iterable<readonly SlipNote[]> {
  const groups = new Map<string, SlipNote[]>();
  for (const note of notes) {
    const { written, meant, proposal } = note.note;
    const key = `${written} ${meant} ${proposal === undefined}`;
    const group = groups.get(key);
    if (group) group.push(note);
    else groups.set(key, [note]);
  }
  return groups.values();
}

/** How often the words of the proposals stand in the report, wherever. */
function occurrencesOf(notes: readonly SlipNote[], report: ReportView): Occurrences {
  const words = notes.flatMap(({ note: { written, meant, proposal } }) => (proposal ? [written, meant] : []));
  return words.length === 0 ? () => 0 : occurrencesIn(report.whole.text, words);
}

/** How sure a group of notes of one slip is: as much as the least sure. */
function certaintyOfAll(group: readonly SlipNote[], occurrences: Occurrences): number {
  let least = Infinity;
  for (const { proposal } of group.map(({ note }) => note))
    if (proposal) least = Math.min(least, certaintyOf(proposal, occurrences));
  return least;
}

export const rule: ReportRule<Slip, 'paragraph'> = {
  per: 'report',
  notes: {
    per: 'paragraph',
    read: (paragraph, context) => {
      const listed = listedIn(paragraph);
      const others = proposedIn(paragraph, context).filter(
        ({ start, end }) => !listed.some((slip) => slip.start < end && start < slip.end),
      );
      return [...listed, ...others].filter((slip) => !inFormula(paragraph, slip));
    },
  },
  id: 'wording/typo',
  title: { 'zh-TW': '疑似錯別字', en: 'Probable slip of the pen' },
  severity: 'information',
  source: '教育部《重編國語辭典修訂本》；出國報告所見錯字',
  checked: '2026-11-28',
  fix: 'review',
  messages,
  check: (report, notes, _context, find) => {
    const occurrences = occurrencesOf(notes, report);
    const { cover } = report;
    const meantAsWords = notes.filter(({ unit, note }) => !isSurnameBeforeTitle(unit.text, note.start, cover));
    for (const group of bySlip(meantAsWords)) {
      const { written, meant, reason } = group[0]!.note;
      const certainty = certaintyOfAll(group, occurrences);
      if (certainty < leastScore) continue;
      tellOccurrences(
        group.map(({ unit, note: { start, end } }) => ({ unit, start, end, edits: [{ start, end, text: meant }] })),
        {
          one: reason,
          many: `${reason}-many`,
          other: 'other',
          fix: 'replace',
          params: { wrong: written, right: meant },
          safety: 'review',
          severity: certainty >= leastSureScore ? undefined : 'hint',
        },
        find,
      );
    }
  },
};
