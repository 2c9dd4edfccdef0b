/** The licences of the packages that the bundles hold parts of: most ask that their words come along. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * What a package says of others whose data it holds, as OpenCC's dictionaries in opencc-js.
 * @param {string} folder the package's
 * @returns {string[]}
 */
function furtherLicences(folder) {
  return readdirSync(folder)
    .filter((each) => /^third[_-]?party[_-]?licen[cs]es\.\w+$/i.test(each))
    .map((each) => readFileSync(path.join(folder, each), 'utf8').replace(/\r\n/g, '\n').trim());
}

/**
 * @param {Iterable<string>} inputs the files that went into the bundles, relative to `root`, with `/`
 * @param {string} root the project's folder
 * @returns {string} a notice for each package, by name
 * @throws {Error} where a package has no licence in its folder, nor in `licences/` beside this file
 */
export function thirdPartyNotices(inputs, root) {
  const folders = new Set();
  for (const input of inputs) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
    if (folder) folders.add(folder);
  }
  const notices = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const own = readdirSync(path.join(root, folder)).find((each) => /^licen[cs]e(?:\.\w+)?$/i.test(each));
    // A package without its licence in it: the licence is that of its repository.
    const kept = path.join(import.meta.dirname, 'licences', `${name}.txt`);
    if (!own && !existsSync(kept)) throw new Error(`${folder} has no licence file, and ${kept} is not there`);
    const words = readFileSync(own ? path.join(root, folder, own) : kept, 'utf8')
      .replace(/\r\n/g, '\n')
      .trim();
    return `${name} ${version} (${license})\n\n${[words, ...furtherLicences(path.join(root, folder))].join('\n\n')}\n`;
  });
  const line = `\n${'-'.repeat(80)}\n\n`;
  return ['Mission Report 出國報告 holds parts of these packages:\n', ...notices.sort()].join(line);
}
