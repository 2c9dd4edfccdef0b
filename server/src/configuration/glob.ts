/**
 * Globs as Bash and VS Code know them. A folder's configuration is anybody's text, so matching keeps the set of all
 * places that a part of the glob can end at, instead of trying them one after the other: no glob takes long.
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
function part(endsOf: (path: string, start: number) => Iterable<number>): Part {
  return (path, starts) => {
    const ends = new Set<number>();
    for (const start of starts) for (const end of endsOf(path, start)) ends.add(end);
    return ends;
  };
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

/** `wanted` as often as it fits, at least `least` times. */
function repeated(wanted: Part, least: 0 | 1): Part {
  return (path, starts) => {
    let places = least === 0 ? new Set(starts) : wanted(path, starts);
    const ends = new Set(places);
    while (places.size > 0) {
      places = new Set([...wanted(path, places)].filter((place) => !ends.has(place)));
      for (const place of places) ends.add(place);
    }
    return ends;
  };
}

/** `wanted`, whose ends are looked for once for each start: in lists that hold lists the work would double at each. */
function remembering(wanted: Part): Part {
  let of = '';
  let known = new Map<number, ReadonlySet<number>>();
  return part((path, start) => {
    if (path !== of) known = new Map();
    of = path;
    let ends = known.get(start);
    if (!ends) known.set(start, (ends = wanted(path, new Set([start]))));
    return ends;
  });
}

/** Where the name that `at` stands in ends. */
function nameEnd(path: string, at: number): number {
  const slash = path.indexOf('/', at);
  return slash < 0 ? path.length : slash;
}

/** The index behind the bracket that closes the one at `open`; -1 where none does. */
function closing(glob: string, open: number): number {
  const brackets = glob[open] === '{' ? '{}' : '()';
  let depth = 0;
  for (let i = open; i < glob.length; i++) {
    if (glob[i] === '\\') i++;
    else if (glob[i] === brackets[0]) depth++;
    else if (glob[i] === brackets[1] && --depth === 0) return i + 1;
  }
  return -1;
}

/** `list` cut at every `separator` that stands in no brackets. */
function choicesOf(list: string, separator: string): readonly string[] {
  const choices: string[] = [];
  let start = 0;
  for (let i = 0; i < list.length; i++) {
    if (list[i] === '\\') i++;
    else if (list[i] === '{' || list[i] === '(') i = Math.max(i, closing(list, i) - 1);
    else if (list[i] === separator) {
      choices.push(list.slice(start, i));
      start = i + 1;
    }
  }
  return [...choices, list.slice(start)];
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
  /** Every place from `start` to the end of the name. */
  const inName = (path: string, start: number): number[] =>
    isHidden(path, start) ? [] : Array.from({ length: nameEnd(path, start) - start + 1 }, (_, i) => start + i);
  const star = part(inName);
  const one = (fits: (character: string) => boolean): Part =>
    part((path, start) => {
      const character = isOpen(path, start) ? String.fromCodePoint(path.codePointAt(start)!) : '';
      return character !== '' && fits(character) ? [start + character.length] : [];
    });
  const name = part((path, start) => (isOpen(path, start) ? [nameEnd(path, start)] : []));
  const slash = literal('/');
  const folders = repeated(sequence([name, slash]), 0);
  const below = sequence([slash, name]);
  /** `a/**` is `a`, too; in front of the last names of the glob `*` stands for a folder. */
  const atOrBelow = repeated(below, 0);
  const belowIt = repeated(below, 1);

  /** The list in brackets at `open`, with what its sign says of it. */
  const list = (glob: string, open: 0 | 1, end: number, isStart: boolean, depth: number): Part => {
    const choices = choicesOf(glob.slice(open + 1, end - 1), open === 0 ? ',' : '|');
    const wanted = oneOf(choices.map((choice) => sequence(read(choice, isStart, depth + 1))));
    const sign = open === 0 ? '@' : glob[0]!;
    if (sign === '@') return wanted;
    if (sign === '?') return oneOf([wanted, sequence([])]);
    if (sign === '*' || sign === '+') return repeated(wanted, sign === '*' ? 0 : 1);
    return part((path, start) => {
      const unwanted = wanted(path, new Set([start]));
      return inName(path, start).filter((end) => !unwanted.has(end));
    });
  };

  const read = (glob: string, isStart: boolean, depth: number): Part[] => {
    const [first = '', second = ''] = glob;
    const then = (next: Part, length: number, startsName = false): Part[] => [
      next,
      ...read(glob.slice(length), startsName, depth),
    ];
    if (first === '') return [];
    if (first === '\\' && second !== '') return then(literal(second), 1 + second.length);
    if (glob === '/**') return [atOrBelow];
    if (first === '/') return then(slash, 1, true);
    if (isStart && glob.startsWith('**/')) return then(folders, 3, true);
    if (isStart && glob === '**') return [name, atOrBelow];
    const open = first === '{' ? 0 : second === '(' && '@?*+!'.includes(first) ? 1 : undefined;
    const end = open === undefined || depth >= deepest ? -1 : closing(glob, open);
    // One word in braces is no list.
    if (open !== undefined && end > 0 && (open === 1 || choicesOf(glob.slice(1, end - 1), ',').length > 1))
      return then(remembering(list(glob, open, end, isStart, depth)), end);
    if (glob === '*/**') return [star, belowIt];
    if (first === '*') return then(star, /^\*+/.exec(glob)![0].length);
    if (first === '?')
      return then(
        one(() => true),
        1,
      );
    const isNot = second === '!' || second === '^';
    const membersEnd = first === '[' ? glob.indexOf(']', isNot ? 3 : 2) : -1;
    if (membersEnd > 0) {
      const members = [...glob.slice(isNot ? 2 : 1, membersEnd)];
      return then(
        one((character) => isMember(character, members) !== isNot),
        membersEnd + 1,
      );
    }
    return then(literal(first), first.length);
  };
  return (glob) => sequence(read(glob, true, 0));
}

/**
 * Whether a path fits `glob`: `**`, `*`, `?`, `[…]`, `[!…]`, `{a,b}`, Bash's lists `@(a|b)`, `?(…)`, `*(…)`, `+(…)` and
 * `!(…)`, `\` before what stands for itself, and `!` in front of a glob that must not fit.
 */
export function globMatcher(glob: string, { dot = false, windows = false }: GlobOptions): (path: string) => boolean {
  let wanted = glob;
  let fits = true;
  while (wanted.startsWith('!') && wanted[1] !== '(') {
    wanted = wanted.slice(1);
    fits = !fits;
  }
  // Two of `**` say no more than one.
  const whole = reader(dot)(wanted.replace(/^\.\//, '').replace(/(?<![^/])\*\*\/(?=\*\*(?:\/|$))/g, ''));
  return (given) => {
    const path = windows ? given.replaceAll('\\', '/') : given;
    return whole(path, new Set([0])).has(path.length) === fits;
  };
}
