/**
 * Makes the lexicon of `server/src/spelling`: words with how common they are, and how characters sound. The words come
 * from jieba's dictionary, put into Taiwan's characters by OpenCC, and from the project's own tables; the sounds from
 * pinyin-pro, and for what Taiwan reads otherwise from `taiwanReadings`. The same in, the same out.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pinyin } from 'pinyin-pro';
import { Converter } from 'opencc-js/cn2t';
import {
  acronyms,
  characterVariants,
  lexiconWords,
  lookAlikes,
  names,
  phonetics,
  phrases,
  readings,
  simplified,
  titleWords,
  typoContexts,
  typos,
  usualSlips as usualSlipTable,
  words,
} from '../src/knowledge/schemas';
import type { RowOf, Schema } from '../src/knowledge/table';
import { rowsOf } from '../src/knowledge/table';
import { folded, longestProposal } from '../src/spelling/lexicon';
import { lexiconFormat } from '../src/spelling/lexiconFormat';
import { compileTable, readTable, tableFolder } from '../tables/compile';

const require = createRequire(import.meta.url);
/** The packages whose data the lexicon holds parts of; their licences go with the bundles. */
export const lexiconPackages = ['@node-rs/jieba', 'opencc-js', 'pinyin-pro'].map((name) => {
  const entry = require.resolve(name);
  return entry.slice(0, entry.lastIndexOf(`node_modules/${name}`) + `node_modules/${name}`.length);
});

/** Words of jieba that are met less often than this are left out, by the number of their characters. */
const leastCount: Readonly<Record<number, number>> = { 2: 3, 3: 11, 4: 12 };
/** Names of persons are left out below this: most are of novels. */
const leastCountOfNames = 300;
/** A word is proposed only where it is met this often in jieba, or stands in a table of the project. */
const leastCountOfProposals: Readonly<Record<number, number>> = { 2: 20, 3: 20, 4: 12 };
/** How often a word of the project's own tables is taken to occur, at the least. */
const countOfOwnWords = 300;
/**
 * A character is taken to stand alone this often at the least, of all its places in words: the simplified dictionary
 * counts 捲 and 卷 as one, and so has no place where 捲 stands alone.
 */
const shareAlone = 0.02;
/** The same for the characters of everyday use that the dictionary has in no word. */
const leastCountAlone = 30;

/** How often words are met in the prose of offices: `count.ts` writes it. */
export const officeCountsFile = path.join(import.meta.dirname, 'officeCounts.tsv');

function officeCounts(): ReadonlyMap<string, number> {
  return new Map(
    readFileSync(officeCountsFile, 'utf8')
      .trimEnd()
      .split('\n')
      .map((row) => row.split('\t'))
      .map(([word, count]) => [word!, Number(count)]),
  );
}

interface Entry {
  count: number;
  proposed: boolean;
}

function tableRows<S extends Schema>(name: string, schema: S): readonly RowOf<S>[] {
  return rowsOf(schema, compileTable(readTable(path.join(tableFolder, `${name}.tsv`)), false));
}

const han = /^[\u4e00-\u9fff]+$/;

/** What people of Taiwan call otherwise or write otherwise: known where it is met, never proposed. */
function foreignWords(): ReadonlySet<string> {
  const foreign = new Set<string>();
  for (const { text, kind } of tableRows('words', words))
    if (kind === 'mainland' || kind === 'unified') foreign.add(text);
  return foreign;
}

/** `該本+部署` stands for 該部, 該署, 本部 and 本署; any other word for itself. */
function combined(written: string): readonly string[] {
  const [first, second] = written.split('+');
  if (second === undefined) return [written];
  return [...first!].flatMap((one) => [...second].map((other) => one + other));
}

/** The words of the project's own tables, and whether each may be proposed. */
function ownWords(): ReadonlyMap<string, boolean> {
  const own = new Map<string, boolean>();
  let proposed = true;
  const add = (text: string | undefined): void => {
    for (const part of text?.split(/[^\u4e00-\u9fff]+/) ?? [])
      if (part.length >= 2 && !own.get(part)) own.set(part, proposed);
  };
  const rows = tableRows('lexiconWords', lexiconWords);
  const wordsOf = (role: 'proposed' | 'known'): readonly string[] =>
    rows.filter((row) => row.role === role).flatMap((row) => row.text.split(' '));
  wordsOf('proposed').forEach(add);
  for (const { preferred } of tableRows('typos', typos)) if (preferred.length <= 4) add(preferred);
  // Names and phrases are known: what is like them is not wrong for that.
  proposed = false;
  wordsOf('known').flatMap(combined).forEach(add);
  for (const { preferred, text, kind } of tableRows('words', words)) {
    add(preferred);
    if (kind === 'term' || kind === 'variant') add(text);
  }
  for (const { chinese, variants } of tableRows('acronyms', acronyms)) [chinese, ...variants].forEach(add);
  for (const { text } of tableRows('names', names)) add(text);
  for (const { text } of tableRows('phrases', phrases)) add(text);
  for (const { text } of tableRows('titleWords', titleWords)) add(text);
  return own;
}

function makeWords(): Map<string, Entry> {
  const toTaiwan = Converter({ from: 'cn', to: 'tw' });
  const toTerms = Converter({ from: 'cn', to: 'twp' });
  const simplifiedCharacters = new Set(tableRows('simplified', simplified).map(({ simplified: one }) => one));
  const foreign = foreignWords();
  const entries = new Map<string, Entry>();
  const add = (written: string, count: number, proposed: boolean): void => {
    const word = folded(written);
    const known = entries.get(word);
    if (known) {
      known.count = Math.max(known.count, count);
      known.proposed ||= proposed;
    } else entries.set(word, { count, proposed });
  };
  for (const line of readFileSync(path.join(lexiconPackages[0]!, 'dict.txt'), 'utf8').split('\n')) {
    const [word, written, part = ''] = line.split(' ');
    const count = Number(written);
    if (!word || word.length > 4 || !han.test(word)) continue;
    if (count < (part.startsWith('nr') && word.length > 1 ? leastCountOfNames : (leastCount[word.length] ?? 1)))
      continue;
    const here = toTaiwan(word);
    const term = toTerms(word);
    if (!han.test(here) || [...here].some((one) => simplifiedCharacters.has(one))) continue;
    const isForeign = term !== here || foreign.has(here);
    const isName = /^n[rst]/.test(part);
    add(here, count, !isForeign && word.length > 1 && count >= (isName ? 200 : leastCountOfProposals[word.length]!));
    if (term !== here && term.length <= 4 && han.test(term)) add(term, count, term.length > 1 && !foreign.has(term));
  }
  for (const [word, proposed] of ownWords())
    if (word.length <= 6) add(word, countOfOwnWords, proposed && word.length <= 5 && !foreign.has(word));
  for (const word of foreign) if (entries.has(word)) entries.get(word)!.proposed = false;
  const slips = [...tableRows('typos', typos), ...tableRows('usualSlips', usualSlipTable)].map(({ text }) =>
    folded(text),
  );
  const variants = tableRows('characterVariants', characterVariants);
  const everywhere = variants.filter(({ words: written }) => written.length === 0);
  // Whichever way a word is written, it is known; only the way of the dictionary is proposed.
  for (const [word, { count }] of [...entries])
    for (const { text, other } of everywhere)
      for (const [from, to] of [
        [text, other],
        [other, text],
      ] as const) {
        if (word.length < 2 || !word.includes(from)) continue;
        const variant = folded(word.replace(from, to));
        if (!entries.has(variant) && !slips.some((slip) => variant.includes(slip)))
          entries.set(variant, { count: Math.max(1, count / 4), proposed: false });
      }
  for (const { text, other, words: written } of variants)
    for (const rare of written) {
      const usual = rare.replace(text, other);
      const counts = [rare, usual].map((word) => entries.get(folded(word))?.count ?? 0);
      for (const word of [rare, usual].map(folded))
        if (!entries.has(word) && !slips.some((slip) => word.includes(slip)))
          entries.set(word, { count: Math.max(1, ...counts) / 4, proposed: false });
    }
  for (const slip of slips) entries.delete(slip);
  addCharacters(entries);
  return entries;
}

/**
 * Counts the words of `entries` as who reads both would, as much of offices as of what the dictionary was counted in:
 * there 檢視 and 行程 are rare, and 供 and 值 seldom stand alone.
 */
function addOfficeCounts(entries: ReadonlyMap<string, Entry>, counts: ReadonlyMap<string, number>): void {
  const sum = (all: Iterable<number>): number => [...all].reduce((total, one) => total + one, 0);
  const times = sum([...entries.values()].map(({ count }) => count)) / sum(counts.values());
  for (const [word, count] of counts) {
    const entry = entries.get(word);
    if (entry) entry.count += count * times;
  }
}

/** The characters of everyday use: the first level of Big5. */
function* everydayCharacters(): Iterable<string> {
  const decoder = new TextDecoder('big5');
  for (let row = 0xa4; row <= 0xc6; row += 1)
    for (let column = 0x40; column <= 0xfe; column += 1) {
      if ((column > 0x7e && column < 0xa1) || (row === 0xc6 && column > 0x7e)) continue;
      yield decoder.decode(Uint8Array.of(row, column));
    }
}

/** Gives every character alone a count, be it only in words or in none. */
function addCharacters(entries: Map<string, Entry>): void {
  const inWords = new Map<string, number>();
  for (const [word, { count }] of entries)
    if (word.length > 1) for (const one of word) inWords.set(one, (inWords.get(one) ?? 0) + count);
  const raise = (one: string, count: number): void => {
    const known = entries.get(one);
    if (!known) entries.set(one, { count, proposed: false });
    else known.count = Math.max(known.count, count);
  };
  for (const [one, count] of inWords) raise(one, Math.ceil(count * shareAlone));
  for (const one of everydayCharacters()) raise(folded(one), leastCountAlone);
}

/** Characters by their readings. */
function makeReadings(characters: Iterable<string>): ReadonlyMap<string, string> {
  const byReading = new Map<string, string>();
  const add = (reading: string, character: string): void => {
    const all = byReading.get(reading) ?? '';
    if (!all.includes(character)) byReading.set(reading, all + character);
  };
  const rows = tableRows('readings', readings);
  const severalReadings = new Set(rows.filter(({ reading }) => reading === undefined).flatMap(({ text }) => [...text]));
  for (const character of characters)
    for (const reading of pinyin(character, {
      multiple: severalReadings.has(character),
      type: 'array',
      toneType: 'num',
      v: true,
    }))
      if (/^[a-z]+[0-4]$/.test(reading)) add(reading, character);
  for (const { text, reading } of rows) if (reading) for (const character of text) add(reading, character);
  return byReading;
}

/**
 * The lexicon as text, in the form that `server/src/spelling/lexicon.ts` reads.
 * @param counts how often words are met in the prose of offices
 */
export function compileLexicon(counts = officeCounts()): string {
  const entries = makeWords();
  addOfficeCounts(entries, counts);
  let total = 0;
  for (const { count } of entries.values()) total += count;
  const characters = new Set([...entries.keys()].join(''));
  const readings = [...makeReadings([...characters].sort())].sort(([a], [b]) => (a < b ? -1 : 1));
  const order = charactersByUse(entries);
  const numbers = new Map(order.map((character, number) => [character, number]));
  const byFirst = new Map(order.map((character) => [character, [] as string[]]));
  let fillings = 0;
  for (const [word, { proposed }] of entries) {
    byFirst.get(word[0]!)!.push(word);
    if (proposed && word.length <= longestProposal) fillings += word.length;
  }
  const costOf = (word: string): string => {
    const { count, proposed } = entries.get(word)!;
    return lexiconFormat.encode(-Math.log((count + 0.5) / total), proposed);
  };
  const linesOf = (length: number): readonly string[] => {
    const counts: number[] = [];
    const columns = Array.from({ length: length - 1 }, (): number[] => []);
    let costs = '';
    for (const all of byFirst.values()) {
      const words = all
        .filter((word) => word.length === length)
        .map((word) => ({ word, others: [...word.slice(1)].map((character) => numbers.get(character)!) }))
        .sort((a, b) => a.others[0]! - b.others[0]! || (a.word < b.word ? -1 : 1));
      counts.push(words.length);
      let latest = 0;
      for (const { word, others } of words) {
        const [second] = others;
        [second! - latest, ...others.slice(1)].forEach((number, column) => columns[column]!.push(number));
        latest = second!;
        costs += costOf(word);
      }
    }
    return [...[counts, ...columns].map((all) => all.map(lexiconFormat.encodeNumber).join('')), costs];
  };
  const lengths = new Set([...entries.keys()].map((word) => word.length));
  lengths.delete(1);
  return [
    `${entries.size} ${fillings}`,
    readings.map(([reading, all]) => reading + all).join(' '),
    usualSlips(),
    groupsOf('lookAlikes', lookAlikes),
    groupsOf('phonetics', phonetics),
    contexts(),
    order.join(''),
    order.map(costOf).join(''),
    ...[...lengths].sort().flatMap(linesOf),
  ].join('\n');
}

/** The characters of each row of a table. */
function groupsOf(name: string, schema: typeof lookAlikes): string {
  return tableRows(name, schema)
    .map(({ text }) => text)
    .join(' ');
}

/** The words that are slips between others, in the form that `readContexts` reads. */
function contexts(): string {
  const rows = tableRows('typoContexts', typoContexts).map(
    ({ text, preferred, reason, before, after, soon, without, notAfter, notBefore }) =>
      [
        text,
        preferred,
        reason,
        ...[before, after, soon, without].map((list) => list.join('|')),
        notAfter,
        notBefore,
      ].join('\t'),
  );
  return folded(rows.join(' '));
}

/** All characters, those first that stand in most words behind their first character. */
function charactersByUse(entries: ReadonlyMap<string, Entry>): readonly string[] {
  const uses = new Map<string, number>();
  for (const word of entries.keys()) {
    uses.set(word[0]!, uses.get(word[0]!) ?? 0);
    for (const character of word.slice(1)) uses.set(character, (uses.get(character) ?? 0) + 1);
  }
  return [...uses].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([character]) => character);
}

/** The source of slips that nobody was seen to make: what their characters are taken for elsewhere they don't tell. */
const unseen = 'likely-slips';

/** Slips by what they mean: 提供.題.共. */
class SlipsByWord {
  readonly #slips = new Map<string, string[]>();

  /**
   * Of slips in more than `most` characters only the characters are added: 既.即.
   */
  addAll(rows: readonly { readonly text: string; readonly preferred: string }[], most: number): void {
    for (const row of rows) {
      const [text, preferred] = [folded(row.text), folded(row.preferred)];
      if (text.length !== preferred.length) continue;
      const odd = [...text].flatMap((character, at) => (character === preferred[at] ? [] : [at]));
      for (const at of odd)
        if (odd.length <= most) this.#add(preferred, at, text[at]!);
        else this.#add(preferred[at]!, 0, text[at]!);
    }
  }

  #add(meant: string, at: number, written: string): void {
    const places = this.#slips.get(meant) ?? this.#slips.set(meant, []).get(meant)!;
    while (places.length <= at) places.push('');
    const known = places[at]!;
    if (!known.includes(written)) places[at] = known + written;
  }

  get line(): string {
    return Array.from(this.#slips, ([meant, places]) => [meant, ...places].join('.')).join(' ');
  }
}

/**
 * The slips that people make, and behind `|` those that they may make, as `readSlips` of the lexicon reads them. Of those that
 * the list of slips finds by itself, with the contexts that they need, only the characters.
 */
function usualSlips(): string {
  const isUnseen = new Set(
    readTable(path.join(tableFolder, 'usualSlips.tsv')).rows.flatMap(({ cells }) => cells['source'] === unseen ? [cells['text']!] : []), // prettier-ignore
  );
  const rows = tableRows('usualSlips', usualSlipTable);
  const [made, likely] = [new SlipsByWord(), new SlipsByWord()];
  made.addAll(rows.filter(({ text }) => !isUnseen.has(text)), 1); // prettier-ignore
  made.addAll(tableRows('typos', typos), 0);
  likely.addAll(rows.filter(({ text }) => isUnseen.has(text)), 1); // prettier-ignore
  return `${made.line}|${likely.line}`;
}

/** `compileLexicon`, kept in `out/` from one run to the next for as long as nothing that it is made of changes. */
export function keptLexicon(): string {
  const hash = createHash('sha256');
  const own = [
    ...['compile.ts', 'officeCounts.tsv', '../src/spelling/lexicon.ts', '../src/spelling/lexiconFormat.ts'],
    ...['../src/knowledge/schemas.ts', '../src/knowledge/table.ts', '../tables/compile.ts'],
  ].map((name) => path.join(import.meta.dirname, name));
  for (const file of [
    ...own,
    ...readdirSync(tableFolder)
      .sort()
      .map((name) => path.join(tableFolder, name)),
  ])
    hash.update(readFileSync(file));
  for (const folder of lexiconPackages) hash.update(readFileSync(path.join(folder, 'package.json')));
  const folder = path.resolve(import.meta.dirname, '../../out/lexicon');
  const file = path.join(folder, `${hash.digest('hex').slice(0, 16)}.txt`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const made = compileLexicon();
  mkdirSync(folder, { recursive: true });
  // Several processes may make it at once; each puts a whole file in its place.
  writeFileSync(`${file}.${process.pid}`, made);
  renameSync(`${file}.${process.pid}`, file);
  return made;
}
