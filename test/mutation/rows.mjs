/** The rows of mutations.json: which text of which file becomes another, and what that breaks. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ number: number, file: string, text: string, replacement: string, breaks: string }} Mutation */

/** @param {string} root folder of the project @returns {Mutation[]} numbered from 1 */
export function mutationsIn(root) {
  const rows = JSON.parse(readFileSync(path.join(root, 'test/mutation/mutations.json'), 'utf8'));
  return rows.map((/** @type {object} */ row, /** @type {number} */ index) => ({ number: index + 1, ...row }));
}

/**
 * What is wrong with a row; undefined where it fits the source.
 * @param {string} root @param {Mutation} mutation @returns {string | undefined}
 */
export function stalenessOf(root, { number, file, text, replacement }) {
  const place = path.join(root, file);
  if (!existsSync(place)) return `${number}: there is no ${file}`;
  const times = readFileSync(place, 'utf8').split(text).length - 1;
  if (times !== 1) return `${number}: ${JSON.stringify(text)} stands ${times} times in ${file}`;
  return text === replacement ? `${number}: changes nothing` : undefined;
}
