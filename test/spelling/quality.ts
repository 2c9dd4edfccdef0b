/** How much the spelling detector finds, and how often it is wrong. */
import { cutOf } from '../../server/src/spelling/cut';
import type { Confusion } from '../../server/src/knowledge/types';
import type { Proposal } from '../../server/src/spelling/detect';
import { certaintyOf, occurrencesIn } from '../../server/src/spelling/evidence';
import { leastScore, leastSureScore } from '../../server/src/spelling/scores';
import type { Likeness } from '../../server/src/spelling/sounds';
import { lexiconForTests, spellerForTests } from './lexicon';
import { slipsFor } from './planting';
import { cleanTexts, everydaySlips, officialSlips, proseTexts } from './texts';
import type { MarkedSlip } from './texts';

/** The two thresholds of certainty: of all that is told, and of what is told as information. */
export const thresholds = { hint: leastScore, information: leastSureScore } as const;
export type Threshold = keyof typeof thresholds;

export interface SlipFigures {
  planted: number;
  readonly found: Record<Threshold, number>;
  /** Proposals at the slip or beside it that are not what was meant. */
  readonly wrong: Record<Threshold, number>;
}

export interface FalseAlarm {
  readonly text: string;
  readonly written: string;
  readonly meant: string;
  readonly confusion: Confusion;
  readonly certainty: number;
  /** What stands around it. */
  readonly around: string;
}

export interface SpellingQuality {
  /** Slips planted in clean prose, by what they were made by. */
  readonly planted: Readonly<Record<Likeness, SlipFigures>>;
  /** Slips as people make them in everyday language, which nothing was fitted to. */
  readonly everyday: SlipFigures;
  /** The same in the prose of offices. */
  readonly official: SlipFigures;
  readonly falseAlarms: readonly FalseAlarm[];
  /** Han characters of the clean prose. */
  readonly characters: number;
}

/** A proposal that is told, with how sure it is in its report. */
interface Told extends Proposal {
  readonly certainty: number;
}

const seed = 13;
/** Slips in 10,000 characters. */
const density = 120;

function noFigures(): SlipFigures {
  return { planted: 0, found: { hint: 0, information: 0 }, wrong: { hint: 0, information: 0 } };
}

/** What is told of `prose` in `report`, with how sure it is there. */
export function toldOf(prose: string, report = prose): readonly Told[] {
  const proposals = spellerForTests().proposalsIn(prose, [], () => []);
  const words = proposals.flatMap(({ written, meant }) => [written, meant]);
  const occurrences = occurrencesIn(report, words);
  return proposals
    .map((proposal) => ({ ...proposal, certainty: certaintyOf(proposal, occurrences) }))
    .filter(({ certainty }) => certainty >= leastScore);
}

/** @param report the text that `prose` stands in */
function count(figures: SlipFigures, { prose, at, meant }: MarkedSlip, report = prose): void {
  figures.planted += 1;
  for (const { start, end, meant: proposed, certainty } of toldOf(prose, report)) {
    const isRight = start <= at && at < end && proposed[at - start] === meant;
    for (const level of ['hint', 'information'] as const)
      if (certainty >= thresholds[level]) (isRight ? figures.found : figures.wrong)[level] += 1;
  }
}

/**
 * Measures the detector alone, without the list of slips: what it finds on texts that nothing was fitted to, false
 * alarms on all clean prose.
 */
export function spellingQuality(): SpellingQuality {
  const planted: Record<Likeness, SlipFigures> = {
    'same-sound': noFigures(),
    'same-syllable': noFigures(),
    'near-sound': noFigures(),
    shape: noFigures(),
  };
  const everyday = noFigures();
  const official = noFigures();
  const falseAlarms: FalseAlarm[] = [];
  let characters = 0;
  for (const { name, text } of proseTexts()) {
    characters += text.match(/[\u4e00-\u9fff]/g)!.length;
    for (const { start, end, written, meant, confusion, certainty } of toldOf(text))
      falseAlarms.push({
        text: name,
        written,
        meant,
        confusion,
        certainty,
        around: text.slice(Math.max(0, start - 4), end + 4),
      });
  }
  for (const { text } of cleanTexts('measure'))
    for (const slip of slipsFor(text, lexiconForTests(), cutOf, density, seed)) {
      const { prose, at, meant, likeness } = slip;
      const right = prose.slice(0, at) + meant + prose.slice(at + 1);
      count(planted[likeness], slip, text.replace(right, prose));
    }
  for (const slip of everydaySlips('measure')) count(everyday, slip);
  for (const slip of officialSlips('measure')) count(official, slip);
  return { planted, everyday, official, falseAlarms, characters };
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`);

/** The figures as `npm run quality` prints them; `open` lists the false alarms too. */
export function spellingTable(
  { planted, everyday, official, falseAlarms, characters }: SpellingQuality,
  open: boolean,
): string {
  const rows = [...Object.entries(planted), ['everyday', everyday] as const, ['official', official] as const].map(
    ([name, { planted: all, found, wrong }]) =>
      [
        name.padEnd(14),
        String(all).padStart(5),
        ...(['hint', 'information'] as const).flatMap((level) => [
          share(found[level], all).padStart(7),
          share(found[level], found[level] + wrong[level]).padStart(7),
        ]),
      ].join('  '),
  );
  const alarms = (['hint', 'information'] as const).map((level) => {
    const number = falseAlarms.filter(({ certainty }) => certainty >= thresholds[level]).length;
    return `${level} and above (certainty ≥ ${thresholds[level]}): ${number} false alarms in ${characters} characters`;
  });
  const listed = open
    ? falseAlarms.map(
        ({ text, around, written, meant, certainty }) =>
          `${text}: ${around.replace(/\s/g, ' ')}: ${written} → ${meant} (${certainty.toFixed(1)})`,
      )
    : [];
  return [
    'spelling        slips   all: recall, precision   information: recall, precision',
    ...rows,
    ...alarms,
    ...listed,
  ].join('\n');
}
