/** The folder's configuration file `.mission-report.json`: JSON with comments and trailing commas. */
import { createScanner, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { ProfileId } from '../knowledge/types';
import { nearest } from '../text/nearest';
import type { Span } from '../text/span';
import type { Message, Parameters, Severity } from './rule';

/** What a configuration file says; what it leaves out is for the editor's settings or the defaults to say. */
export interface Configuration {
  readonly profile: ProfileId | 'auto' | undefined;
  /** Severity by rule id, where it is not the default. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}

/** A fault of the file; the range is that of the wrong words, in UTF-16 code units. */
export interface ConfigurationProblem extends Span {
  readonly message: Message;
  readonly params: Parameters;
}

export interface ConfigurationResult {
  /** Undefined where there is any problem: half a configuration would be one that nobody wrote. */
  readonly value: Configuration | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

const keys = ['$schema', 'profile', 'rules'];
const severities: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'] satisfies (Severity | 'off')[];
/** A configuration nests twice. The parser recurses, so that a file of brackets must not reach it. */
const deepestNesting = 16;

const messages = {
  syntax: { 'zh-TW': '不是合法的 JSON：{what}', en: 'Not valid JSON: {what}' },
  nesting: { 'zh-TW': '括號巢狀過深', en: 'Brackets are nested too deeply' },
  noObject: { 'zh-TW': '設定檔應為一個 JSON 物件 { … }', en: 'The configuration must be one JSON object { … }' },
  unknownKey: { 'zh-TW': '不認得的設定「{key}」；可用：{known}', en: 'Unknown key "{key}"; known keys: {known}' },
  unknownKeyNear: {
    'zh-TW': '不認得的設定「{key}」；是否為「{near}」？',
    en: 'Unknown key "{key}"; did you mean "{near}"?',
  },
  repeatedKey: { 'zh-TW': '「{key}」重複出現', en: '"{key}" is there twice' },
  noString: { 'zh-TW': '「{key}」的值應為字串', en: 'The value of "{key}" must be a string' },
  noRules: {
    'zh-TW': '「rules」的值應為物件，例如 { "abstract/length": "off" }',
    en: 'The value of "rules" must be an object such as { "abstract/length": "off" }',
  },
  unknownProfile: {
    'zh-TW': '不認得的格式「{id}」；可用：{known}',
    en: 'Unknown profile "{id}"; known profiles: {known}',
  },
  unknownRule: { 'zh-TW': '不認得的規則「{id}」', en: 'Unknown rule "{id}"' },
  unknownRuleNear: {
    'zh-TW': '不認得的規則「{id}」；是否為「{near}」？',
    en: 'Unknown rule "{id}"; did you mean "{near}"?',
  },
  unknownSeverity: {
    'zh-TW': '不認得的嚴重程度；可用：{known}',
    en: 'Unknown severity; known severities: {known}',
  },
} satisfies Record<string, Message>;

/** What a syntax error is about, by the parser's name for it. */
const syntaxErrors: Readonly<Record<string, Message>> = {
  PropertyNameExpected: { 'zh-TW': '缺少屬性名稱', en: 'a property name is missing' },
  ValueExpected: { 'zh-TW': '缺少值', en: 'a value is missing' },
  ColonExpected: { 'zh-TW': '缺少冒號', en: 'a colon is missing' },
  CommaExpected: { 'zh-TW': '缺少逗號', en: 'a comma is missing' },
  CloseBraceExpected: { 'zh-TW': '缺少右大括號 }', en: 'a closing brace is missing' },
  CloseBracketExpected: { 'zh-TW': '缺少右中括號 ]', en: 'a closing bracket is missing' },
  EndOfFileExpected: { 'zh-TW': '設定之後還有多餘的內容', en: 'something follows the configuration' },
  UnexpectedEndOfComment: { 'zh-TW': '註解沒有結束', en: 'a comment does not end' },
  UnexpectedEndOfString: { 'zh-TW': '字串沒有結束', en: 'a string does not end' },
  UnexpectedEndOfNumber: { 'zh-TW': '數字格式錯誤', en: 'a number is malformed' },
  InvalidNumberFormat: { 'zh-TW': '數字格式錯誤', en: 'a number is malformed' },
  InvalidEscapeCharacter: { 'zh-TW': '字串中有不合法的跳脫字元', en: 'a string holds an invalid escape' },
  InvalidUnicode: { 'zh-TW': '字串中有不合法的 \\u 跳脫', en: 'a string holds an invalid \\u escape' },
  InvalidCharacter: { 'zh-TW': '字串中有不合法的字元', en: 'a string holds an invalid character' },
  InvalidSymbol: { 'zh-TW': '不認得的符號', en: 'an unknown symbol' },
};

function syntaxMessage(name: string): Message {
  const what = syntaxErrors[name] ?? { 'zh-TW': name, en: name };
  return {
    'zh-TW': messages.syntax['zh-TW'].replace('{what}', what['zh-TW']),
    en: messages.syntax.en.replace('{what}', what.en),
  };
}

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

function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

/** Key and value nodes of an object's properties. */
function propertiesOf(node: Node): { readonly key: Node; readonly name: string; readonly value: Node }[] {
  const properties = [];
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (key && value && typeof key.value === 'string') properties.push({ key, name: key.value, value });
  }
  return properties;
}

/**
 * Reads a configuration file. Total: every string gives a result.
 * @param text the file without byte order mark; an empty one says nothing and is right
 */
export function parseConfiguration(
  text: string,
  knownRules: readonly string[],
  knownProfiles: readonly string[],
): ConfigurationResult {
  const problems: ConfigurationProblem[] = [];
  const fault = (span: Span, message: Message, params: Parameters = {}): void => {
    problems.push({ start: span.start, end: span.end, message, params });
  };
  const deep = tooDeep(text);
  if (deep) {
    fault(deep, messages.nesting);
    return { value: undefined, problems };
  }

  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  for (const { error, offset, length } of errors)
    fault(
      { start: Math.min(offset, text.length), end: Math.min(offset + length, text.length) },
      syntaxMessage(printParseErrorCode(error)),
    );
  if (!root) return { value: problems.length > 0 ? undefined : { profile: undefined, severities: {} }, problems };
  if (root.type !== 'object') {
    if (errors.length === 0) fault(spanOf(root), messages.noObject);
    return { value: undefined, problems };
  }

  let profile: ProfileId | 'auto' | undefined;
  const bySeverity: Record<string, Severity | 'off'> = {};
  const readRules = (node: Node): void => {
    if (node.type !== 'object') {
      fault(spanOf(node), messages.noRules);
      return;
    }
    for (const { key, name, value } of propertiesOf(node)) {
      if (!knownRules.includes(name)) {
        const near = nearest(name, knownRules);
        if (near === undefined) fault(spanOf(key), messages.unknownRule, { id: name });
        else fault(spanOf(key), messages.unknownRuleNear, { id: name, near });
      } else if (Object.hasOwn(bySeverity, name)) fault(spanOf(key), messages.repeatedKey, { key: name });
      if (typeof value.value !== 'string' || !severities.includes(value.value))
        fault(spanOf(value), messages.unknownSeverity, { known: severities.join(', ') });
      else bySeverity[name] = value.value as Severity | 'off';
    }
  };
  const seen = new Set<string>();
  for (const { key, name, value } of propertiesOf(root)) {
    if (!keys.includes(name)) {
      const near = nearest(name, keys);
      if (near === undefined) fault(spanOf(key), messages.unknownKey, { key: name, known: keys.join(', ') });
      else fault(spanOf(key), messages.unknownKeyNear, { key: name, near });
      continue;
    }
    if (seen.has(name)) fault(spanOf(key), messages.repeatedKey, { key: name });
    seen.add(name);
    if (name === 'rules') readRules(value);
    else if (typeof value.value !== 'string') fault(spanOf(value), messages.noString, { key: name });
    else if (name === 'profile') {
      if (value.value === 'auto' || knownProfiles.includes(value.value)) profile = value.value as ProfileId | 'auto';
      else
        fault(spanOf(value), messages.unknownProfile, {
          id: value.value,
          known: ['auto', ...knownProfiles].join(', '),
        });
    }
  }
  problems.sort((a, b) => a.start - b.start || a.end - b.end);
  return { value: problems.length > 0 ? undefined : { profile, severities: bySeverity }, problems };
}
