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

/** Clean prose that is measured by every other text, and fitted to by the others. */
function dividedTexts(): readonly CleanText[] {
  return textsIn(path.join(here, 'prose'));
}

/** Clean prose that is only fitted to. */
function textsToFit(): readonly CleanText[] {
  return textsIn(path.join(here, 'proseToFit'));
}

/** Clean prose that the words of offices are counted in: nothing else may learn of it how rare words are. */
export function countedTexts(): readonly CleanText[] {
  return [...textsIn(corpus), ...textsIn(path.join(here, 'proseToCount'))];
}

/** Clean prose of every genre. */
export function proseTexts(): readonly CleanText[] {
  return [...dividedTexts(), ...textsToFit(), ...textsIn(path.join(here, 'proseToCount'))];
}

/** The texts for fitting, or those for measuring. */
export function cleanTexts(use: Use): readonly CleanText[] {
  const prose = dividedTexts().filter((_, index) => (index % 2 === 0) === (use === 'fit'));
  return use === 'fit' ? [...prose, ...textsToFit()] : prose;
}

export interface MarkedSlip {
  readonly prose: string;
  readonly at: number;
  readonly meant: string;
}

/** Sentences with a slip each: a line `以[已]經` is 以經 that was meant as 已經. Every other line is for fitting. */
function markedSlips(name: string, use: Use): readonly MarkedSlip[] {
  return readFileSync(path.join(here, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .filter((_, index) => (index % 2 === 0) === (use === 'fit'))
    .map((line) => {
      const at = line.indexOf('[') - 1;
      return { prose: line.slice(0, at + 1) + line.slice(at + 4), at, meant: line[at + 2]! };
    });
}

/** Slips as they are made in everyday language, by learners and pupils. */
export function everydaySlips(use: Use): readonly MarkedSlip[] {
  return [...markedSlips('everyday.txt', use), ...markedSlips('essays.txt', use)];
}

/** Slips as they are made in the prose of offices. */
export function officialSlips(use: Use): readonly MarkedSlip[] {
  return markedSlips('official.txt', use);
}

/** Everyday sentences without a slip. */
export function rightSentences(): readonly string[] {
  return readFileSync(path.join(here, 'essaysRight.txt'), 'utf8').trim().split('\n');
}
