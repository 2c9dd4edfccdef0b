/**
 * What Markdown and its dialects say that is no prose, read with the parser of CodeMirror. Texts without Markdown have the
 * same but for indented code.
 */
import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { parser as commonMark } from '@lezer/markdown';
import type { InlineContext, InlineParser } from '@lezer/markdown';
import { countHan } from './characters';
import type { Stretch } from './prose';
import type { Span } from './span';

/** Whether a text is written in Markdown, where words indented by four blanks are code. */
export type Markup = 'markdown' | 'plain';

const inlineNames = ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image', 'LinkEnd'];
const blockNames = [
  ...['LinkReference', 'IndentedCode', 'FencedCode', 'Blockquote', 'HorizontalRule', 'BulletList', 'OrderedList'],
  ...['ATXHeading', 'HTMLBlock', 'SetextHeading'],
];

// Blocks are parsed without what stands in them: a text pasted from Word is one paragraph, and a key changes one line of it.
const blockParsers = {
  markdown: commonMark.configure({ remove: inlineNames }),
  plain: commonMark.configure({ remove: [...inlineNames, 'IndentedCode'] }),
} as const;

/** Lines that belong to a block that is no prose, or to one of HTML, whose tags alone are none. */
export interface MarkedBlock extends Span {
  readonly kind: 'apart' | 'html';
}

/** YAML between lines of `---`, TOML between lines of `+++`, at the very start of a text. */
const frontMatter = /^\ufeff?(---|\+\+\+)[ \t]*\n((?:(?!\1)[^\n]*\n){1,200}?)\1[ \t]*(?:\n|$)/;
const frontMatterEntry = /^["\w\u3400-\u9fff-]+[ \t]*[:=]/m;

/** What a text without blocks of these kinds has none of. */
function mayHaveBlocks(text: string, markup: Markup): boolean {
  return (
    ['```', '~~~', '<', ']:'].some((mark) => text.includes(mark)) ||
    (markup === 'markdown' && (text.includes('\n    ') || text.includes('\t')))
  );
}

/** The blocks of a text that are no prose, in order. A block that is never closed goes on to the end, as Markdown has it. */
export function markedBlocksOf(text: string, markup: Markup): readonly MarkedBlock[] {
  const blocks: MarkedBlock[] = [];
  // The parser knows no other line end.
  let source = text.includes('\r')
    ? text.replace(/\r\n?/g, (end) => end.replace('\r', end === '\r' ? '\n' : ' '))
    : text;
  const front = frontMatter.exec(source);
  if (front && frontMatterEntry.test(front[2]!)) {
    blocks.push({ start: 0, end: front[0].length, kind: 'apart' });
    source = '\n'.repeat(front[0].length) + source.slice(front[0].length);
  }
  if (!mayHaveBlocks(source, markup)) return blocks;
  const tree = blockParsers[markup].parse(source);
  tree.iterate({
    enter: ({ name, from, to }) => {
      const kind = kindOfBlock(name, source, from, to);
      if (kind) blocks.push({ start: from, end: to, kind });
      return kind === undefined;
    },
  });
  return blocks;
}

/** Elements of HTML whose content is no prose. */
const codeElement = /^<(?:script|style|pre|textarea|svg|math)\b/i;

/** Han characters of a line, with a mark of a Chinese sentence, that nobody writes in code. */
const sentenceLength = 12;

/** Whether an indented block is a paragraph whose lines somebody indented as with a typewriter. */
function isIndentedParagraph(block: string): boolean {
  return block.split('\n').some((line) => /[，。、]/.test(line) && countHan(line) >= sentenceLength);
}

function kindOfBlock(name: string, text: string, from: number, to: number): MarkedBlock['kind'] | undefined {
  switch (name) {
    case 'CodeBlock':
      return isIndentedParagraph(text.slice(from, to)) ? undefined : 'apart';
    case 'FencedCode':
    case 'ProcessingInstructionBlock':
      return 'apart';
    case 'LinkReference':
      // [^1]: is a footnote, whose words are prose
      return text[from + 1] === '^' ? undefined : 'apart';
    case 'CommentBlock': {
      // A comment on one line with words behind it is read as a part of that line.
      const close = text.indexOf('-->', from);
      const isWhole = close < 0 || close > to || text.slice(close + 3, to).trim() === '';
      return isWhole || text.slice(from, close).includes('\n') ? 'apart' : 'html';
    }
    case 'HTMLBlock':
      return codeElement.test(text.slice(from, from + 10)) ? 'apart' : 'html';
    default:
      return undefined;
  }
}

const fileEndings =
  'pdf|docx?|docm|xlsx?|xlsm|pptx?|odt|ods|odp|odg|rtf|txt|md|csv|tsv|zip|7z|rar|gz|jpe?g|png|gif|tiff?|bmp|webp|svg|heic|' +
  'mp3|mp4|mov|avi|wav|html?|xml|json|ya?ml|toml|py|js|mjs|ts|css|sh|bat|exe|sql|tex|bib|eml|msg|ics|epub|ai|psd|dwg';
const domains =
  'com|org|net|gov|edu|int|info|asia|tw|jp|kr|cn|hk|mo|sg|my|th|vn|ph|id|bn|pg|au|nz|us|ca|mx|pe|cl|ru|eu|uk|de|fr|ch|nl|be|at|es|it|se|no|fi|dk|pl|cz|in|io|ai';

/** What ends an address or a path: blanks and the marks of a Chinese sentence, but no Han. */
const endsPath = String.raw`\s<>"'\x60|^{}()\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u2018-\u201f\u2026\ufffc`;
const pathUnit = String.raw`[^${endsPath}\\]`;
const fileUnit = `[^${endsPath}]`;
const path = String.raw`[/?#](?:${pathUnit}|\(${pathUnit}*\))*`;

/** What stands at the start of a Latin word, each as long as it can be. */
const latinThings: readonly RegExp[] = [
  // An address, a scheme before it.
  new RegExp(String.raw`(?:[a-z][a-z\d+.-]{1,14}:\/\/|www\.)[.@:-]*[\w%~]+(?:[.@:-]+[\w%~]+)*(?:${path})?`, 'iy'),
  // The same of a scheme without a host: mailto:…, doi:10.…
  /(?:mailto|tel|doi|urn|file):[\w.+@%/:()-]*[\w/]/iy,
  // E-mail.
  /[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,}/iy,
  // A file.
  new RegExp(String.raw`[\w.+-]{1,100}\.(?:${fileEndings})(?!\.{0,9}\w)`, 'iy'),
  // A host without a scheme, with its path.
  new RegExp(String.raw`(?:[a-z\d-]{1,63}\.){1,6}(?:${domains})(?![\w-])(?:${path})?`, 'iy'),
  // A path of Windows.
  new RegExp(String.raw`[a-z]:[\\/]${fileUnit}+`, 'iy'),
];
/** A path that begins with a mark: \\server\share, ~/notes, ./figures, /usr/share/doc. */
const markedPath = new RegExp(String.raw`(?:\\\\[\w.$-]+\\|~\/|\.{1,2}\/|\/(?=[\w.-]+\/[\w.-]))${fileUnit}+`, 'y');
/** A file with a Chinese name; what stands right before it may be a part of it. */
const chineseFile = new RegExp(
  String.raw`[\w\u3400-\u9fff\uff10-\uff5a+-]{1,60}\.(?:${fileEndings})(?!\.{0,9}\w)`,
  'iy',
);
/** Marks that end a sentence rather than an address. */
const sentenceMarks = '.,;:!?*_~';

function isWordUnit(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x2d ||
    code === 0x2e ||
    code === 0x2b
  );
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/** The length of what `pattern`, a sticky one, finds at `pos`; 0 for nothing. */
function lengthAt(cx: InlineContext, pattern: RegExp, pos: number): number {
  pattern.lastIndex = pos - cx.offset;
  return pattern.exec(cx.text)?.[0].length ?? 0;
}

function thingAt(cx: InlineContext, next: number, pos: number): number {
  const before = pos > cx.offset ? cx.char(pos - 1) : 32;
  if (next === 0x5c || next === 0x7e || next === 0x2f || next === 0x2e) {
    if (isWordUnit(before) || before === 0x2f || before === next) return 0;
    const length = lengthAt(cx, markedPath, pos);
    if (length > 0) return length;
  }
  if (isHan(next)) return isHan(before) || isWordUnit(before) ? 0 : lengthAt(cx, chineseFile, pos);
  if (!isWordUnit(next) || isWordUnit(before)) return 0;
  if (!isHan(before) && lengthAt(cx, chineseFile, pos) > 0) return lengthAt(cx, chineseFile, pos);
  for (const pattern of latinThings) {
    const length = lengthAt(cx, pattern, pos);
    if (length === 0) continue;
    let end = pos + length;
    while (sentenceMarks.includes(cx.slice(end - 1, end))) end--;
    return end - pos;
  }
  return 0;
}

/** An inline parser that makes nodes of what `lengthOf` finds. */
function nodesOf(name: string, lengthOf: (cx: InlineContext, next: number, pos: number) => number): InlineParser {
  return {
    name,
    before: 'Escape',
    parse: (cx, next, pos) => {
      const length = lengthOf(cx, next, pos);
      return length > 0 ? cx.addElement(cx.elt(name, pos, pos + length)) : -1;
    },
  };
}

/** A node of what `pattern`, a sticky one, finds behind the character `first`. */
function nodesWith(name: string, first: string, pattern: RegExp): InlineParser {
  const code = first.charCodeAt(0);
  return nodesOf(name, (cx, next, pos) => (next === code ? lengthAt(cx, pattern, pos) : 0));
}

/** What dialects of Markdown add to the words of a line. */
const dialects: readonly InlineParser[] = [
  // [^1], [^note]: the mark of a footnote, and what introduces its words
  nodesWith('FootnoteMark', '[', /\[\^[^\]\s]{1,40}\]:?/y),
  // []{#anchor}
  nodesWith('Anchor', '[', /\[\]\{[^{}\n]{0,200}\}/y),
  // [[page]], [[page|words]]
  nodesWith('WikiLink', '[', /!?\[\[[^[\]\n]{1,400}\]\]/y),
  // {#anchor}, {.class}, {: .class}
  nodesWith('Attributes', '{', /\{:?[ \t]*[#.][^{}\n]{0,200}\}/y),
  // <figure data-位置="三樓">, which is no tag of Markdown's for its Han
  nodesWith(
    'HanTag',
    '<',
    /<\/?[a-z][a-z\d-]{0,30}(?:[ \t]+[^\s"'<>/=]{1,60}=(?:"[^"\n]{0,400}"|'[^'\n]{0,400}')){1,20}[ \t]*\/?>/iy,
  ),
  // {{ shortcode }}, {% tag %}
  nodesWith('Shortcode', '{', /\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}/y),
  // [!NOTE]
  nodesWith('Callout', '[', /\[![a-z]{2,20}\][+-]?/iy),
  nodesOf('Thing', thingAt),
];

const inlineParser = commonMark.configure({
  remove: [...blockNames, 'Emphasis', 'HardBreak'],
  defineNodes: dialects.map(({ name }) => name),
  parseInline: dialects,
});

/** Tags that part what stands before them from what stands behind. */
const borderTag =
  /^<\/?(?:br|hr|p|div|td|th|tr|li|ul|ol|dl|dt|dd|table|thead|tbody|section|center|h[1-6]|blockquote|summary|details)\b/i;
/** Elements that are seen as a thing. */
const thingTag = /^<\/?(?:img|iframe|video|audio|embed|object|input|picture|source)\b/i;
/** Elements whose content is code. */
const codeTag = /^<(code|kbd|samp|var|tt)\b/i;

/** `!!! note "Title"`, `???+ note "Title"`, `=== "Tab"`, `::: note[Title]`: such a line is syntax up to its end, the words of its title too. */
const admonition =
  /^[ \t]*(?:(?:!!!|={3}[!+]?(?=[ \t]+["'])|\?\?\?\+?)(?:[ \t]+[\w-]+)*[ \t]*|:{3,}[ \t]*(?:\{[^{}\n]*\}|[\w-]*)[ \t]*)/;

/** Whether `line` may hold anything that `stretchesOf` finds; most lines do not. */
export function mayHoldMarkup(line: string): boolean {
  return /[`<>[\]{}\\@=]|:\/\/|\.[a-z]|[a-z~.]\/|\/[a-z]+\/|^[ \t]*(?:!!!|\?\?\?|:::)/i.test(line);
}

/** Collects stretches in the order of the text. */
class Stretches {
  readonly all: Stretch[] = [];

  add(start: number, end: number, kind: Stretch['kind']): void {
    const last = this.all[this.all.length - 1];
    if (end > start && (!last || last.end <= start)) this.all.push({ start, end, kind });
  }
}

/** What of `text`, lines of one paragraph that are parted by `\n`, is no prose; in order, none overlapping. */
export function stretchesOf(text: string): readonly Stretch[] {
  const inLines = inlineStretches(text);
  const titled = admonitionStretches(text);
  if (titled.length === 0) return inLines;
  const both = new Stretches();
  for (const { start, end, kind } of [...titled, ...inLines].sort((a, b) => a.start - b.start))
    both.add(start, end, kind);
  return both.all;
}

function admonitionStretches(text: string): readonly Stretch[] {
  if (!/!!!|\?\?\?|:::|===/.test(text)) return [];
  const stretches = new Stretches();
  let at = 0;
  for (const line of text.split('\n')) {
    const head = admonition.exec(line)?.[0].length ?? 0;
    if (head > 0) stretches.add(at, at + line.length, 'mark');
    at += line.length + 1;
  }
  return stretches.all;
}

function inlineStretches(text: string): readonly Stretch[] {
  const stretches = new Stretches();
  inlineParser.parse(text).iterate({
    enter: (node) => enterNode(node, text, stretches),
    leave: ({ name, node }) => {
      const behind = isLink(name) ? wordsOfLink(node)?.end : undefined;
      if (behind !== undefined) stretches.add(behind, node.to, name === 'Link' ? 'mark' : 'thing');
    },
  });
  return stretches.all;
}

/** Takes what a node is of itself; whether what stands inside it is to be read too. */
function enterNode({ name, from, to, node }: SyntaxNodeRef, text: string, stretches: Stretches): boolean {
  switch (name) {
    case 'InlineCode':
    case 'Entity':
    case 'Autolink':
    case 'Thing':
    case 'Shortcode':
      stretches.add(from, to, 'thing');
      return false;
    case 'Comment':
    case 'ProcessingInstruction':
    case 'FootnoteMark':
    case 'Anchor':
    case 'Attributes':
    case 'Callout':
      stretches.add(from, to, 'mark');
      return false;
    case 'WikiLink': {
      const bar = text.slice(from, to).indexOf('|');
      if (bar < 0) stretches.add(from, to, 'thing');
      else {
        stretches.add(from, from + bar + 1, 'mark');
        stretches.add(to - 2, to, 'mark');
      }
      return false;
    }
    case 'HTMLTag':
    case 'HanTag':
      addTag(text, from, to, stretches);
      return false;
    case 'Link':
    case 'Image': {
      const words = wordsOfLink(node);
      if (words) stretches.add(from, words.start, name === 'Link' ? 'mark' : 'thing');
      return true;
    }
    default:
      return true;
  }
}

/** A tag; of an element of code all up to its end. */
function addTag(text: string, from: number, to: number, stretches: Stretches): void {
  const tag = text.slice(from, to);
  const code = codeTag.exec(tag)?.[1]?.toLowerCase();
  const close = code === undefined ? -1 : text.toLowerCase().indexOf(`</${code}>`, to);
  if (close >= 0) stretches.add(from, text.indexOf('>', close) + 1, 'thing');
  else stretches.add(from, to, thingTag.test(tag) ? 'thing' : borderTag.test(tag) ? 'border' : 'mark');
}

function isLink(name: string): boolean {
  return name === 'Link' || name === 'Image';
}

/** The words of a link or an image; undefined for brackets that lead nowhere. */
function wordsOfLink(node: SyntaxNode): Span | undefined {
  const marks = node.getChildren('LinkMark');
  return marks.length > 2 || node.getChild('LinkLabel') ? { start: marks[0]!.to, end: marks[1]!.from } : undefined;
}
