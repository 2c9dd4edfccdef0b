/** Edits of a configuration file that leave its comments, order and layout as they are. */
import { findNodeAtLocation, getNodeValue, modify } from 'jsonc-parser';
import type { JSONPath, Node } from 'jsonc-parser';
import type { Finding } from '../rules/engine/finding';
import type { Locale, Message, Parameters } from '../text/message';
import type { Report } from '../report/model/report';
import { textOf } from '../report/queries/read';
import type { ProfileId } from '../knowledge/types';
import { messages } from './messages';
import type { ConfigurationProblem, Suppression } from './model';
import { literalGlob } from './paths';
import { anchorEntry, anchorOf } from './suppress';
import { parseTreeOf } from './tree';

export interface ConfigurationEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A change of the configuration that settles a finding. */
export interface Adjustment {
  readonly title: Message;
  readonly params: Parameters;
  readonly path: JSONPath;
  readonly value: unknown;
  /** The value is added to a list, which may not be there yet. */
  readonly append: boolean;
}

/** A change of the configuration that no finding asks for. */
export type ProfileAdjustment = Omit<Adjustment, 'title' | 'params'>;

const titles = {
  finding: {
    'zh-TW': '忽略：只有這一處「{words}」不再提出「{rule}」',
    en: 'Ignore: no “{rule}” for this “{words}” only',
  },
  report: {
    'zh-TW': '忽略：這份報告都不再檢查「{rule}」',
    en: 'Ignore: no “{rule}” anywhere in this report',
  },
  folder: {
    'zh-TW': '關閉規則：這個資料夾的報告都不再檢查「{rule}」',
    en: 'Rule off: no “{rule}” in any report of this folder',
  },
  glossary: {
    'zh-TW': '加入詞彙表：這個資料夾的報告都視「{words}」為正確',
    en: 'Add to glossary: “{words}” is right in all reports of this folder',
  },
} satisfies Record<string, Message>;

/** Longer words are cut in a title, in UTF-16 code units. */
const longestShown = 16;

/** The glossary's list that the words of a rule's finding may join. */
function glossaryListOf(ruleId: string): 'acronyms' | 'terms' | undefined {
  switch (ruleId) {
    case 'acronyms/undefined':
    case 'acronyms/misspelled':
    case 'acronyms/letter-case':
      return 'acronyms';
    case 'wording/near-duplicate-name':
    case 'wording/unified-term':
    case 'wording/context-term':
    case 'wording/mainland-term':
    case 'wording/simplified-character':
    case 'wording/typo':
    case 'wording/repeated-word':
    case 'economies/misspelled-name':
    case 'economies/nonstandard-name':
      return 'terms';
    default:
      return undefined;
  }
}

/** Words longer than this, in UTF-16 code units, are no entry of a glossary. */
const longestEntry = 30;

/**
 * What an author may do about `finding` besides mending it, from the narrowest to the widest. No reason is given: it is
 * for the author to say.
 * @param file the report's path relative to the configuration's folder
 * @param locale the language of the rule's title
 */
export function adjustmentsOf(report: Report, finding: Finding, file: string, locale: Locale): readonly Adjustment[] {
  const { rule } = finding;
  const words = textOf(report, finding);
  const params = {
    rule: rule.title[locale],
    words: words.length > longestShown ? `${words.slice(0, longestShown)}…` : words,
  };
  const list = words.length <= longestEntry && !/[\r\n]/.test(words) ? glossaryListOf(rule.id) : undefined;
  const place = anchorEntry(anchorOf(report, finding));
  const suppressions = { params, path: ['suppressions'], append: true };
  const title = titles.glossary;
  return [
    { ...suppressions, title: titles.finding, value: { rule: rule.id, file, ...place } },
    { ...suppressions, title: titles.report, value: { rule: rule.id, file } },
    ...(list === 'acronyms'
      ? [{ title, params, path: ['glossary', 'acronyms', words], value: '', append: false }]
      : list === 'terms'
        ? [{ title, params, path: ['glossary', 'terms'], value: words, append: true }]
        : []),
    { title: titles.folder, params, path: ['rules', rule.id], value: 'off', append: false },
  ];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The change that holds a report, or all of a folder, to a profile.
 * @param text of the configuration file
 * @param file the report's path relative to the configuration's folder; undefined for the folder
 */
export function profileAdjustment(
  text: string,
  profile: ProfileId | 'auto',
  file: string | undefined,
): ProfileAdjustment {
  if (file === undefined) return { path: ['profile'], value: profile, append: false };
  const files = literalGlob(file);
  const overrides = valueAt(text, ['overrides']);
  const index = (overrides?.type === 'array' ? (overrides.children ?? []) : []).findIndex((override) => {
    const value: unknown = getNodeValue(override);
    const named = isRecord(value) ? value['files'] : undefined;
    return named === files || (Array.isArray(named) && named.length === 1 && named[0] === files);
  });
  return index < 0
    ? { path: ['overrides'], value: { files: [files], profile }, append: true }
    : { path: ['overrides', index, 'profile'], value: profile, append: false };
}

/** How edits of the configuration `text` are laid out: new lines end as those of the file do. */
export function layoutOf(text: string): { formattingOptions: { insertSpaces: boolean; tabSize: number; eol: string } } {
  return { formattingOptions: { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' } };
}

function toEdits(edits: ReturnType<typeof modify>): readonly ConfigurationEdit[] {
  return edits.map(({ offset, length, content }) => ({ start: offset, end: offset + length, text: content }));
}

/** The node at `path` of the file's tree, if it is there. */
function valueAt(text: string, path: JSONPath): Node | undefined {
  const { root } = parseTreeOf(text);
  return root && findNodeAtLocation(root, path);
}

/**
 * Whether a value can be put at `path` of the configuration `text`: not where the file is no JSON, or where a value of
 * another kind stands in the way. That is the author's to mend, and an edit would take away what was written.
 */
function isFree(text: string, path: JSONPath): boolean {
  const { root, problems } = parseTreeOf(text);
  if (problems.length > 0) return false;
  let node = root;
  for (const key of path) {
    if (!node) return true;
    if (node.type !== (typeof key === 'number' ? 'array' : 'object')) return false;
    node = findNodeAtLocation(node, [key]);
  }
  return true;
}

/**
 * The edits that bring `adjustment` into the configuration `text` (which may be empty: a new file). None where a list
 * has the value already, or where the file has a fault in its place that an author has to mend first.
 */
export function adjust(text: string, { path, value, append }: ProfileAdjustment): readonly ConfigurationEdit[] {
  const layout = layoutOf(text);
  if (!isFree(text, path)) return [];
  if (!append) return toEdits(modify(text, path, value, layout));
  const list = valueAt(text, path);
  if (!list) return toEdits(modify(text, path, [value], layout));
  // The glossary's terms may be a list, or a map of the spellings to replace.
  if (list.type === 'object' && typeof value === 'string')
    return findNodeAtLocation(list, [value]) ? [] : toEdits(modify(text, [...path, value], [], layout));
  const words = JSON.stringify(value);
  if (list.type !== 'array' || list.children?.some((item) => JSON.stringify(getNodeValue(item)) === words)) return [];
  return toEdits(modify(text, [...path, list.children?.length ?? 0], value, { ...layout, isArrayInsertion: true }));
}

/** The value of the configuration `text` that `adjustment` replaces; undefined where it replaces none. */
export function replacedValue(text: string, { path, append }: Adjustment): unknown {
  const node = append ? undefined : valueAt(text, path);
  return node && getNodeValue(node);
}

/**
 * The index in the list `items` of what `value` says; the order of its keys, empty ones and a reason that somebody has
 * written since make no difference.
 */
function indexOf(items: readonly Node[], value: unknown): number {
  const plain = (entry: unknown): string =>
    JSON.stringify(
      isRecord(entry)
        ? Object.entries(entry)
            .filter(([key, words]) => key !== 'reason' && words !== '')
            .sort(([a], [b]) => (a < b ? -1 : 1))
        : entry,
    );
  return items.findIndex((item) => plain(getNodeValue(item)) === plain(value));
}

/**
 * The edits that take `adjustment` out of the configuration `text` again; none where it is not there.
 * @param before the value that stood in its place, where it replaced one
 */
export function revoke(
  text: string,
  { path, value, append }: Adjustment,
  before?: unknown,
): readonly ConfigurationEdit[] {
  const layout = layoutOf(text);
  const node = isFree(text, path) ? valueAt(text, path) : undefined;
  if (!node) return [];
  if (!append) {
    if (JSON.stringify(getNodeValue(node)) !== JSON.stringify(value)) return [];
    return toEdits(modify(text, path, before, layout));
  }
  if (node.type === 'object' && typeof value === 'string')
    return findNodeAtLocation(node, [value]) ? toEdits(modify(text, [...path, value], undefined, layout)) : [];
  const index = node.type === 'array' ? indexOf(node.children ?? [], value) : -1;
  if (index < 0) return [];
  // An empty list is no more than none.
  return toEdits(modify(text, node.children?.length === 1 ? path : [...path, index], undefined, layout));
}

/** The edits that write why the suppression of `adjustment` was made into the configuration `text`; none where it is not there. */
export function giveReason(
  text: string,
  { path, value, append }: Adjustment,
  reason: string,
): readonly ConfigurationEdit[] {
  const node = append && isFree(text, path) ? valueAt(text, path) : undefined;
  const index = node?.type === 'array' && isRecord(value) ? indexOf(node.children ?? [], value) : -1;
  if (index < 0) return [];
  return toEdits(modify(text, [...path, index, 'reason'], reason === '' ? undefined : reason, layoutOf(text)));
}

/** The problem that `suppression` of the configuration `text` matches nothing any more. */
export function unusedSuppressionProblem(text: string, suppression: Suppression): ConfigurationProblem {
  const entries = valueAt(text, ['suppressions'])?.children ?? [];
  const index = entries.findIndex(({ offset }) => offset === suppression.start);
  const edits = index < 0 ? [] : removalOf(text, index);
  return {
    severity: 'warning',
    start: suppression.start,
    end: suppression.end,
    message: messages.unusedSuppression,
    params: {},
    fix: edits.length > 0 ? { title: messages.remove, params: {}, edits } : undefined,
  };
}

/** The edits that take the suppression at `index` out of the configuration `text`. */
export function removalOf(text: string, index: number): readonly ConfigurationEdit[] {
  return toEdits(modify(text, ['suppressions', index], undefined, layoutOf(text)));
}
