/** How much the spelling detector finds, and how often it is wrong. */
import { cutOf } from '../../server/src/spelling/cut';
import type { Confusion } from '../../server/src/spelling/detect';
import { leastScore, leastSureScore } from '../../server/src/spelling/scores';
import type { Likeness } from '../../server/src/spelling/sounds';
import { lexiconForTests, spellerForTests } from './lexicon';
import { slipsFor } from './planting';
import { cleanTexts, everydaySlips, officialSlips, proseTexts } from './texts';

/** The two thresholds: of all that is told, and of what is told as information. */
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
  readonly score: number;
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

const seed = 13;
/** Slips in 10,000 characters. */
const density = 120;

function noFigures(): SlipFigures {
  return { planted: 0, found: { hint: 0, information: 0 }, wrong: { hint: 0, information: 0 } };
}

function count(figures: SlipFigures, prose: string, at: number, meant: string): void {
  figures.planted += 1;
  for (const proposal of spellerForTests().proposalsIn(prose, [], () => [])) {
    const isRight = proposal.start <= at && at < proposal.end && proposal.meant[at - proposal.start] === meant;
    for (const level of ['hint', 'information'] as const)
      if (proposal.score >= thresholds[level]) (isRight ? figures.found : figures.wrong)[level] += 1;
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
    for (const { start, end, written, meant, confusion, score } of spellerForTests().proposalsIn(text, [], () => []))
      falseAlarms.push({
        text: name,
        written,
        meant,
        confusion,
        score,
        around: text.slice(Math.max(0, start - 4), end + 4),
      });
  }
  for (const { text } of cleanTexts('measure'))
    for (const { prose, at, meant, likeness } of slipsFor(text, lexiconForTests(), cutOf, density, seed))
      count(planted[likeness], prose, at, meant);
  for (const { prose, at, meant } of everydaySlips('measure')) count(everyday, prose, at, meant);
  for (const { prose, at, meant } of officialSlips('measure')) count(official, prose, at, meant);
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
    const number = falseAlarms.filter(({ score }) => score >= thresholds[level]).length;
    return `${level} and above (score ≥ ${thresholds[level]}): ${number} false alarms in ${characters} characters`;
  });
  const listed = open
    ? falseAlarms.map(
        ({ text, around, written, meant, score }) =>
          `${text}: ${around.replace(/\s/g, ' ')}: ${written} → ${meant} (${score.toFixed(1)})`,
      )
    : [];
  return [
    'spelling        slips   all: recall, precision   information: recall, precision',
    ...rows,
    ...alarms,
    ...listed,
  ].join('\n');
}
