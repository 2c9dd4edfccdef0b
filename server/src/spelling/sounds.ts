/** How syllables sound, and which of them the ear, or a hand at the keyboard, takes for another. */

/** A syllable with its tone. */
export interface Sound {
  /** One bit of 32 for `near`: sounds without a bit in common are others. */
  readonly bit: number;
  /** Pinyin without tone: `yi`. */
  readonly syllable: string;
  /** 1 to 4, 0 for the light tone. */
  readonly tone: number;
  /** The syllable with what sounds nearly the same made one: ㄓㄗ ㄔㄘ ㄕㄙ ㄋㄌㄖ ㄈㄏ ㄥㄣ ㄤㄢ ㄩㄧ. */
  readonly near: string;
}

const known = new Map<string, Sound>();
const nearForms = new Map<string, string>();
const bitOf = new Map<string, number>();

/** @param reading pinyin with the number of the tone: `yi4`, `lv4` */
export function soundOf(reading: string): Sound {
  let sound = known.get(reading);
  if (!sound) {
    const syllable = reading.slice(0, -1);
    let near = nearForms.get(syllable);
    if (near === undefined) nearForms.set(syllable, (near = nearForm(syllable)));
    let bits = bitOf.get(near);
    if (bits === undefined) bitOf.set(near, (bits = 1 << (bitOf.size & 31)));
    known.set(reading, (sound = { syllable, tone: Number(reading.slice(-1)), near, bit: bits }));
  }
  return sound;
}

function nearForm(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr]/, 'l')
    .replace(/^hu(?=[in]$)/, 'hue')
    .replace(/^f(?=[aeo])/, 'hu')
    .replace(/^fu/, 'hu')
    .replace(/^yu/, 'yi')
    .replace(/^([jqx])u/, '$1i')
    .replace(/^([nl])v/, '$1i')
    .replace(/ng$/, 'n');
}

/** How two characters may be taken for each other, the likeliest first. */
export type Likeness = 'same-sound' | 'same-syllable' | 'near-sound' | 'shape';

/** How alike two characters sound, in any of their readings; undefined where they don't. */
export function likenessOfSounds(
  one: readonly Sound[],
  other: readonly Sound[],
): Exclude<Likeness, 'shape'> | undefined {
  let best: Exclude<Likeness, 'shape'> | undefined;
  for (const a of one)
    for (const b of other) {
      if (a.near !== b.near) continue;
      if (a.syllable === b.syllable) {
        if (a.tone === b.tone) return 'same-sound';
        best = 'same-syllable';
      } else best ??= 'near-sound';
    }
  return best;
}
