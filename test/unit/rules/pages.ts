/**
 * The page of a rule, `<rule>.md` beside its file, as tests read it: its sections, and its examples, which run as tests.
 * CONTRIBUTING.md says how an example is written.
 */
import MarkdownIt from 'markdown-it';
import type { Profile } from '../../../server/src/knowledge/types';
import { profiles } from '../../../server/src/knowledge/profiles';

/** Headings of a page's sections, in their order. */
export const headings = {
  explanation: '說明',
  leavesAlone: '不提出的情形',
  wrong: '會提出的例子',
  right: '不提出的例子',
  adjusting: '調整',
  summary: 'English summary',
} as const;

/** A text that the rule must judge rightly. */
export interface Example {
  /** Where `text` is put: a whole report as it is, or a paragraph of 參、出席會議情形 in a small clean report. */
  readonly in: 'report' | 'body';
  /** With `⟦` and `⟧` around what a finding must cover, no more and no less; without any, nothing is found. */
  readonly text: string;
  /** The text after the first fix of the first finding, without marks. */
  readonly fixed?: string;
  /** Profile to check with, instead of the one found. */
  readonly profile?: Profile['id'];
}

export interface RulePage {
  /** Everything above the first section: title, id and metadata. */
  readonly head: string;
  /** The words of each section, blank lines around them left out; those of `wrong` and `right` with their examples. */
  readonly sections: Readonly<Record<keyof typeof headings, string>>;
  /** In the order of the page. */
  readonly examples: readonly Example[];
}

/** Stands for the lines that a corrected text has in common with the example above it. */
const unchanged = '…';

/**
 * The whole corrected text, of which `shown` may leave out the first and the last lines.
 *
 * @throws Error where the first or last line shown doesn't say which line of the example it is
 */
function wholeCorrection(original: string, shown: string): string {
  const before = original.split('\n');
  const lines = shown.split('\n');
  const place = (line: string | undefined): number => {
    const at = before.indexOf(line ?? '');
    if (at < 0 || at !== before.lastIndexOf(line ?? ''))
      throw new Error(
        `next to ${unchanged} stands a line that is not in the example above exactly once: ${line ?? ''}`,
      );
    return at;
  };
  const head = lines[0] === unchanged ? before.slice(0, place(lines[1])) : [];
  const tail = lines.at(-1) === unchanged ? before.slice(place(lines.at(-2)) + 1) : [];
  const changed = lines.slice(lines[0] === unchanged ? 1 : 0, lines.at(-1) === unchanged ? -1 : undefined);
  return [...head, ...changed, ...tail].join('\n');
}

type Token = ReturnType<MarkdownIt['parse']>[number];

function exampleOf({ info, content }: Token): Example {
  const [language, ...words] = info.trim().split(/\s+/);
  if (language !== 'text') throw new Error(`an example begins with \`\`\`text, not \`\`\`${language ?? ''}`);
  let place: Example['in'] = 'body';
  let profile: Profile['id'] | undefined;
  for (const word of words) {
    const named = profiles.find(({ id }) => word === `profile=${id}`);
    if (word === 'report') place = 'report';
    else if (named) profile = named.id;
    else throw new Error(`behind \`\`\`text stands report, fixed or profile=(id of a profile), not ${word}`);
  }
  // A report ends with the end of its last line, a paragraph within one doesn't.
  const text = place === 'report' ? content : content.slice(0, -1);
  return { in: place, text, ...(profile && { profile }) };
}

/** The example with its correction, which stands in the block under it. */
function corrected(example: Example | undefined, { info, content }: Token): Example {
  if (info.trim() !== 'text fixed') throw new Error(`nothing more may stand in \`\`\`${info}`);
  if (!example || example.fixed !== undefined) throw new Error('a corrected text stands without its example');
  const end = example.in === 'report' ? '\n' : '';
  const original = example.text.replace(/[⟦⟧]/g, '');
  const lines = end === '' ? original : original.slice(0, -1);
  return { ...example, fixed: wholeCorrection(lines, content.slice(0, -1)) + end };
}

/** The examples among the blocks of a section. */
function examplesIn(tokens: readonly Token[]): readonly Example[] {
  const examples: Example[] = [];
  for (const token of tokens) {
    if (token.type !== 'fence') continue;
    try {
      if (/\bfixed\b/.test(token.info)) examples.push(corrected(examples.pop(), token));
      else examples.push(exampleOf(token));
    } catch (error) {
      throw new Error(`line ${token.map![0] + 1}: ${(error as Error).message}`, { cause: error });
    }
  }
  return examples;
}

/** Every example of a section shows a fault, or none does. */
function allMarked(examples: readonly Example[], marked: boolean): void {
  for (const { text } of examples)
    if (text.includes('⟦') !== marked)
      throw new Error(
        `under ${marked ? headings.wrong : headings.right} stands one ${marked ? 'without' : 'with'} ⟦ ⟧: ${text}`,
      );
}

/**
 * Reads a page.
 *
 * @throws Error that says what is wrong with it
 */
export function parsePage(text: string): RulePage {
  const lines = text.split('\n');
  const tokens = new MarkdownIt().parse(text, {});
  const starts = tokens.flatMap(({ type, tag }, index) => (type === 'heading_open' && tag === 'h2' ? [index] : []));
  const titles = starts.map((at) => tokens[at + 1]!.content);
  const wanted = Object.values(headings);
  if (titles.join() !== wanted.join())
    throw new Error(`the sections are ${titles.join('、')} where they should be ${wanted.join('、')}`);
  const lineOf = (index: number): number => tokens[starts[index] ?? tokens.length]?.map![0] ?? lines.length;
  const words = starts.map((_at, index) =>
    lines
      .slice(lineOf(index) + 1, lineOf(index + 1))
      .join('\n')
      .trim(),
  );
  const blocks = starts.map((at, index) => tokens.slice(at, starts[index + 1]));
  const names = Object.keys(headings) as (keyof typeof headings)[];
  const wrong = examplesIn(blocks[names.indexOf('wrong')]!);
  const right = examplesIn(blocks[names.indexOf('right')]!);
  allMarked(wrong, true);
  allMarked(right, false);
  return {
    head: lines.slice(0, lineOf(0)).join('\n'),
    sections: Object.fromEntries(names.map((name, index) => [name, words[index]!])) as RulePage['sections'],
    examples: [...wrong, ...right],
  };
}
