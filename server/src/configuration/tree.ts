/** The syntax tree of a configuration file: JSON with comments and trailing commas, read so that no text can hurt. */
import { createScanner, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { Span } from '../text/span';
import type { ConfigurationProblem } from './model';
import { messages, syntaxMessage } from './messages';

/** A configuration nests six times at most. The parser recurses, so that a file of brackets must not reach it. */
const deepestNesting = 16;

/** Where the brackets of `text` open deeper than any configuration does, or undefined. */
function tooDeep(text: string): Span | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const first = text[start]!;
    if (first === '{' || first === '[') depth++;
    else if (first === '}' || first === ']') depth--;
    if (depth > deepestNesting) return { start, end: start + 1 };
  }
  return undefined;
}

export interface Tree {
  /** Undefined where the text holds no value at all, or is no JSON whatever one does. */
  readonly root: Node | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

/** Parses `text`. Total: every string gives a result. */
export function parseTreeOf(text: string): Tree {
  const fault = ({ start, end }: Span, message: ConfigurationProblem['message']): ConfigurationProblem => ({
    severity: 'error',
    start,
    end,
    message,
    params: {},
    fix: undefined,
  });
  const deep = tooDeep(text);
  if (deep) return { root: undefined, problems: [fault(deep, messages.nesting)] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  return {
    root,
    problems: errors.map(({ error, offset, length }) =>
      fault(
        { start: Math.min(offset, text.length), end: Math.min(offset + length, text.length) },
        syntaxMessage(printParseErrorCode(error)),
      ),
    ),
  };
}

/** The place of `node` in the text. */
export function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

export interface Property {
  readonly key: Node;
  readonly name: string;
  readonly value: Node;
}

/** Key and value nodes of an object's properties. */
export function propertiesOf(node: Node): readonly Property[] {
  const properties = [];
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (key && value && typeof key.value === 'string') properties.push({ key, name: key.value, value });
  }
  return properties;
}
