/** Plants slips of the input method in clean prose. */
import type { cutOf } from '../../server/src/spelling/cut';
import { folded } from '../../server/src/spelling/lexicon';
import type { Lexicon } from '../../server/src/spelling/lexicon';
import { likenessOfSounds } from '../../server/src/spelling/sounds';
import type { Likeness } from '../../server/src/spelling/sounds';

export interface PlantedSlip {
  /** The sentence with the slip. */
  readonly prose: string;
  readonly at: number;
  readonly meant: string;
  readonly likeness: Likeness;
}

/** A sequence of numbers between 0 and 1 that is the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Of a hundred slips: sounds and tones alike are what an input method mixes up most. */
const shares: readonly (readonly [Likeness, number])[] = [
  ['same-sound', 0.62],
  ['same-syllable', 0.18],
  ['near-sound', 0.08],
  ['shape', 0.12],
];
const candidatesFor = new Map<string, ReadonlyMap<Likeness, readonly string[]>>();
let common: readonly string[] | undefined;

/** The characters that are common by themselves or in words, by how they may stand for `meant`. */
function confusionsOf(meant: string, lexicon: Lexicon): ReadonlyMap<Likeness, readonly string[]> {
  common ??= Array.from({ length: 0x9fff - 0x4e00 }, (_, index) => String.fromCharCode(0x4e00 + index)).filter(
    (one) => (lexicon.costAt(one, 0, 1) ?? 99) < 11 && folded(one) === one,
  );
  let all = candidatesFor.get(meant);
  if (!all) {
    const byLikeness = new Map<Likeness, string[]>();
    for (const one of common) {
      if (one === meant) continue;
      const [a, b] = [meant.charCodeAt(0), one.charCodeAt(0)];
      const likeness =
        likenessOfSounds(lexicon.readingsOf(a), lexicon.readingsOf(b)) ??
        (lexicon.lookAlike(a, b) ? 'shape' : undefined);
      if (likeness) byLikeness.set(likeness, [...(byLikeness.get(likeness) ?? []), one]);
    }
    candidatesFor.set(meant, (all = byLikeness));
  }
  return all;
}

/** Of `choices` one for `meant`: as people do, rather one that looks alike too, or that is known to be taken for it. */
function likelyOf(choices: readonly string[], meant: string, lexicon: Lexicon, random: () => number): string {
  const weights = choices.map((one) => {
    const [a, b] = [one.charCodeAt(0), meant.charCodeAt(0)];
    return 1 + (lexicon.lookSomewhatAlike(a, b) ? 3 : 0) + (lexicon.areUsuallyTaken(a, b) ? 3 : 0);
  });
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  return choices.find((_, index) => (left -= weights[index]!) < 0) ?? choices.at(-1)!;
}

/** About `per10000` slips in 10,000 characters of `text`, each in its sentence alone, in a character of a word. */
export function slipsFor(
  text: string,
  lexicon: Lexicon,
  cut: typeof cutOf,
  per10000: number,
  seed: number,
): readonly PlantedSlip[] {
  const random = randomFrom(seed);
  const slips: PlantedSlip[] = [];
  for (const { 0: run } of text.matchAll(/[\u4e00-\u9fff]{6,}/g)) {
    const { startOf, endOf } = cut(folded(run), lexicon);
    for (let at = 0; at < run.length; at += 1) {
      if (endOf[at]! - startOf[at]! < 2 || random() > per10000 / 10000) continue;
      const confusions = confusionsOf(folded(run[at]!), lexicon);
      const open = shares.filter(([likeness]) => confusions.has(likeness));
      let share = random() * open.reduce((sum, [, part]) => sum + part, 0);
      const wanted = open.find(([, part]) => (share -= part) < 0)?.[0];
      const choices = wanted && confusions.get(wanted);
      if (!choices) continue;
      const slip = likelyOf(choices, folded(run[at]!), lexicon, random);
      const prose = run.slice(0, at) + slip + run.slice(at + 1);
      // What makes another word is no slip that anybody could see.
      if (lexicon.costAt(folded(prose), startOf[at]!, endOf[at]!) !== undefined) continue;
      slips.push({ prose, at, meant: run[at]!, likeness: wanted });
    }
  }
  return slips;
}
