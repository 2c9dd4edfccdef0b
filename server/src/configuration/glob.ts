/**
 * Globs as the Language Server Protocol has them. A folder's configuration is anybody's text, so matching keeps the set
 * of all places that a part of the glob can end at, instead of trying them one after the other: no glob takes long.
 */

export interface GlobOptions {
  /** Whether `*`, `?`, `[…]` and `**` stand for names that begin with a dot, too. */
  readonly dot?: boolean;
  /** Whether `\` stands between a path's folders as well. */
  readonly windows?: boolean;
}

/** Lists inside of so many others are no author's; they are read as the words they are written with. */
const deepest = 4;

/** Where a part of a glob can end in `path`, if it begins at one of `starts`. */
type Part = (path: string, starts: ReadonlySet<number>) => Set<number>;

/** A part that is asked for one start at a time. */
function part(endsOf: (path: string, start: number) => readonly number[]): Part {
  return (path, starts) => new Set([...starts].flatMap((start) => endsOf(path, start)));
}

const literal = (words: string): Part =>
  part((path, start) => (path.startsWith(words, start) ? [start + words.length] : []));

const sequence =
  (parts: readonly Part[]): Part =>
  (path, starts) =>
    parts.reduce((places: Set<number>, next) => next(path, places), new Set(starts));

const oneOf =
  (choices: readonly Part[]): Part =>
  (path, starts) =>
    new Set(choices.flatMap((choice) => [...choice(path, starts)]));

/** `wanted` as often as it fits, or not at all. */
function repeated(wanted: Part): Part {
  return (path, starts) => {
    const ends = new Set(starts);
    let places = new Set(starts);
    while (places.size > 0) {
      places = new Set([...wanted(path, places)].filter((place) => !ends.has(place)));
      for (const place of places) ends.add(place);
    }
    return ends;
  };
}

/** Where the name that `at` stands in ends. */
function nameEnd(path: string, at: number): number {
  const slash = path.indexOf('/', at);
  return slash < 0 ? path.length : slash;
}

/** The parts of the list in braces that `glob` begins with, and the index behind it; undefined where it is no list. */
function listIn(glob: string): { readonly choices: readonly string[]; readonly end: number } | undefined {
  const choices: string[] = [];
  let depth = 0;
  let start = 1;
  for (let i = 0; i < glob.length; i++) {
    if (glob[i] === '{') depth++;
    else if (glob[i] === ',' && depth === 1) {
      choices.push(glob.slice(start, i));
      start = i + 1;
    } else if (glob[i] === '}' && --depth === 0) {
      // One word in braces is no list.
      return choices.length > 0 ? { choices: [...choices, glob.slice(start, i)], end: i + 1 } : undefined;
    }
  }
  return undefined;
}

/** Whether `character` is one of the members of a set in brackets: `abc`, `a-z0-9`. */
function isMember(character: string, members: readonly string[]): boolean {
  return members.some((member, i) =>
    member === '-' && i > 0 && i + 1 < members.length
      ? members[i - 1]! <= character && character <= members[i + 1]!
      : member === character,
  );
}

/** Reads globs; `dot` as in the options. */
function reader(dot: boolean): (glob: string) => Part {
  /** Whether a name begins at `at` that `*` and its like don't stand for. */
  const isHidden = (path: string, at: number): boolean =>
    path[at] === '.' &&
    (at === 0 || path[at - 1] === '/') &&
    (!dot || ['.', '..'].includes(path.slice(at, nameEnd(path, at))));
  const isOpen = (path: string, at: number): boolean => at < path.length && path[at] !== '/' && !isHidden(path, at);
  const star = part((path, start) =>
    isHidden(path, start) ? [] : Array.from({ length: nameEnd(path, start) - start + 1 }, (_, i) => start + i),
  );
  const one = (fits: (character: string) => boolean): Part =>
    part((path, start) => {
      const character = isOpen(path, start) ? String.fromCodePoint(path.codePointAt(start)!) : '';
      return character !== '' && fits(character) ? [start + character.length] : [];
    });
  const any = one(() => true);
  const name = part((path, start) => (isOpen(path, start) ? [nameEnd(path, start)] : []));
  const slash = literal('/');
  const folders = repeated(sequence([name, slash]));
  const below = repeated(sequence([slash, name]));

  /** @param atName whether a name of the path begins where `glob` does */
  const read = (glob: string, atName: boolean, depth: number): Part[] => {
    const parts: Part[] = [];
    let at = 0;
    let isAtName = atName;
    const take = (next: Part, length: number, beginsName = false): void => {
      parts.push(next);
      at += length;
      isAtName = beginsName;
    };
    while (at < glob.length) {
      const rest = glob.slice(at);
      const list = rest.startsWith('{') && depth < deepest ? listIn(rest) : undefined;
      const [, isNot, members] = /^\[([!^]?)([^/][^\]/]*)\]/.exec(rest) ?? [];
      // A folder is among what is below it.
      if (rest === '/**') take(below, 3);
      else if (isAtName && rest === '**') take(sequence([name, below]), 2);
      else if (isAtName && rest.startsWith('**/')) take(folders, 3, true);
      else if (rest.startsWith('/')) take(slash, 1, true);
      else if (rest.startsWith('*')) take(star, /^\*+/.exec(rest)![0].length);
      else if (rest.startsWith('?')) take(any, 1);
      else if (list) take(oneOf(list.choices.map((choice) => sequence(read(choice, isAtName, depth + 1)))), list.end);
      else if (members !== undefined) {
        const set = [...members];
        take(
          one((character) => isMember(character, set) === (isNot === '')),
          members.length + (isNot ? 3 : 2),
        );
      } else {
        const [character] = rest;
        take(literal(character!), character!.length);
      }
    }
    return parts;
  };
  return (glob) => sequence(read(glob, true, 0));
}

/**
 * Whether a path fits `glob`, by the grammar of the Language Server Protocol: `*` and `?` within a name, `**` for any
 * folders, `{a,b}` for one of several, `[a-z]` and `[!a-z]` for one character. `./` in front says nothing.
 */
export function globMatcher(glob: string, { dot = false, windows = false }: GlobOptions): (path: string) => boolean {
  // Two of `**` say no more than one.
  const whole = reader(dot)(glob.replace(/^\.\//, '').replace(/(?<![^/])\*\*\/(?=\*\*(?:\/|$))/g, ''));
  return (given) => {
    const path = windows ? given.replaceAll('\\', '/') : given;
    return whole(path, new Set([0])).has(path.length);
  };
}
