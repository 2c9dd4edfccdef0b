/** The texts that the spelling detector is fitted to and measured by. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface CleanText {
  readonly name: string;
  readonly text: string;
}

const here = import.meta.dirname;
const corpus = path.resolve(here, '../corpus/reports');

/** Whether a text is for fitting the weights or for measuring what comes of it. */
export type Use = 'fit' | 'measure';

function textsIn(folder: string): readonly CleanText[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}

/** Clean prose of every genre. */
export function proseTexts(): readonly CleanText[] {
  return textsIn(path.join(here, 'prose'));
}

/** The reports of the corpus and every other text of `proseTexts` are for fitting, the others for measuring. */
export function cleanTexts(use: Use): readonly CleanText[] {
  const prose = proseTexts().filter((_, index) => (index % 2 === 0) === (use === 'fit'));
  return use === 'fit' ? [...textsIn(corpus), ...prose] : prose;
}

export interface MarkedSlip {
  readonly prose: string;
  readonly at: number;
  readonly meant: string;
}

/** Slips as they are made: a line each, `以[已]經` for 以經 that was meant as 已經. Every other line is for fitting. */
export function everydaySlips(use: Use): readonly MarkedSlip[] {
  return readFileSync(path.join(here, 'everyday.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .filter((_, index) => (index % 2 === 0) === (use === 'fit'))
    .map((line) => {
      const at = line.indexOf('[') - 1;
      return { prose: line.slice(0, at + 1) + line.slice(at + 4), at, meant: line[at + 2]! };
    });
}
