/**
 * Fits the weights of the spelling detector: `npm run spelling:fit`. It plants slips in clean prose, with the sounds and
 * shapes of the lexicon and a random sequence of its own, adds every other of the slips that people make, of
 * `test/spelling`, and finds the weights that tell what was planted from everything else (logistic regression by Newton's
 * method). The same in, the same out.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { candidatesIn } from '../src/spelling/candidates';
import { cutOf } from '../src/spelling/cut';
import { terms, valuesOf } from '../src/spelling/features';
import { folded, readLexicon } from '../src/spelling/lexicon';
import { slipsFor } from '../../test/spelling/planting';
import { cleanTexts, everydaySlips, officialSlips } from '../../test/spelling/texts';
import { keptLexicon } from './compile';

const lexicon = readLexicon(keptLexicon());
const file = path.resolve(import.meta.dirname, '../src/spelling/weights.json');

interface Sample {
  readonly values: readonly number[];
  readonly planted: boolean;
  readonly weight: number;
}
const samples: Sample[] = [];
/** Every candidate of `prose`; the one that undoes the slip at `slip` is right. */
function learn(prose: string, slip: { readonly at: number; readonly meant: string } | undefined, weight: number): void {
  for (const { 0: run, index } of prose.matchAll(/[\u4e00-\u9fff]+/g)) {
    if (slip && (slip.at < index || slip.at >= index + run.length)) continue;
    const words = folded(run);
    for (const candidate of candidatesIn(words, cutOf(words, lexicon), lexicon)) {
      const planted =
        slip !== undefined &&
        index + candidate.at === slip.at &&
        candidate.word[candidate.at - candidate.start] === folded(slip.meant);
      const values = valuesOf(candidate);
      samples.push({ values: terms.map((term) => values[term]), planted, weight });
    }
  }
}

for (const { text } of cleanTexts('fit')) learn(text, undefined, 1);
for (const { text } of cleanTexts('fit'))
  for (const { prose, at, meant } of slipsFor(text, lexicon, cutOf, 40, 1)) learn(prose, { at, meant }, 0.5);
for (const { prose, at, meant } of [...everydaySlips('fit'), ...officialSlips('fit')]) learn(prose, { at, meant }, 3);

function solve(matrix: number[][], vector: number[]): number[] {
  const size = vector.length;
  const rows = matrix.map((row, index) => [...row, vector[index]!]);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let each = column; each <= size; each += 1) rows[row]![each]! -= factor * rows[column]![each]!;
    }
  }
  return rows.map((row, index) => row[size]! / row[index]!);
}

const ridge = 1;
let weights = terms.map(() => 0);
for (let step = 0; step < 25; step += 1) {
  const gradient = weights.map((weight) => -ridge * weight);
  const curvature = weights.map((_, row) => weights.map((__, column) => (row === column ? ridge : 0)));
  for (const { values, planted, weight } of samples) {
    const score = values.reduce((sum, value, index) => sum + value * weights[index]!, 0);
    const likelihood = 1 / (1 + Math.exp(-score));
    for (let row = 0; row < values.length; row += 1) {
      gradient[row]! += weight * (Number(planted) - likelihood) * values[row]!;
      for (let column = 0; column < values.length; column += 1)
        curvature[row]![column]! += weight * likelihood * (1 - likelihood) * values[row]! * values[column]!;
    }
  }
  const move = solve(curvature, gradient);
  weights = weights.map((weight, index) => weight + move[index]!);
}
const fitted = Object.fromEntries(terms.map((term, index) => [term, Number(weights[index]!.toFixed(2))]));
writeFileSync(file, `${JSON.stringify(fitted, null, 2)}\n`);
console.log(`${samples.filter(({ planted }) => planted).length} slips, ${samples.length} candidates`, fitted);
