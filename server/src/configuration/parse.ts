/** Reads the folder's configuration file `.mission-report.json`. */
import type { Node } from 'jsonc-parser';
import type { EconomyCode, ProfileId } from '../knowledge/types';
import { economyNamed } from '../report/queries/forums';
import type { Glossary, GlossaryAcronym } from '../rules/engine/glossary';
import { emptyGlossary } from '../rules/engine/glossary';
import type { Message, Parameters } from '../text/message';
import type { Severity } from '../rules/engine/rule';
import { nearest } from '../text/nearest';
import type { Span } from '../text/span';
import { messages } from './messages';
import type {
  Configuration,
  ConfigurationProblem,
  ConfigurationResult,
  Extension,
  Override,
  Severities,
  Suppression,
} from './model';
import { emptyConfiguration } from './model';
import { removalOf } from './edit';
import { familiesOf } from './families';
import { leavesFolder, reportGlob, reportPath } from './paths';
import { parseTreeOf, propertiesOf, spanOf } from './tree';

const severities: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'] satisfies (Severity | 'off')[];

/** What ids the file may name. */
export interface KnownIds {
  readonly rules: readonly string[];
  readonly profiles: readonly string[];
}

/** Longer globs are no author's; matching them could take long. In UTF-16 code units. */
const longestGlob = 500;

/** Reads one file; collects what is wrong with it and leaves that out. */
class ConfigurationReader {
  readonly problems: ConfigurationProblem[] = [];
  readonly #text: string;
  readonly #known: KnownIds;

  constructor(text: string, known: KnownIds) {
    this.#text = text;
    this.#known = known;
  }

  #fault(node: Node, message: Message, params: Parameters = {}): void {
    this.problems.push({ severity: 'error', ...spanOf(node), message, params, fix: undefined });
  }

  /** A word that is not among `candidates`; `node` is its string, with quotation marks. */
  #unknown(node: Node, word: string, candidates: readonly string[], near: Message, far: Message): void {
    const meant = nearest(word, candidates);
    const params = { id: word, key: word, known: candidates.join(', ') };
    if (meant === undefined) this.#fault(node, far, params);
    else
      this.problems.push({
        severity: 'error',
        ...spanOf(node),
        message: near,
        params: { ...params, near: meant },
        fix: {
          title: messages.replaceBy,
          params: { near: meant },
          edits: [{ ...spanOf(node), text: JSON.stringify(meant) }],
        },
      });
  }

  /** The values of an object by key: of unknown keys and repeated ones it is said that they are. */
  #object(node: Node, name: string, keys: readonly string[]): ReadonlyMap<string, Node> {
    const values = new Map<string, Node>();
    if (node.type !== 'object') {
      this.#fault(node, messages.noMap, { key: name });
      return values;
    }
    for (const property of propertiesOf(node)) {
      if (!keys.includes(property.name))
        this.#unknown(property.key, property.name, keys, messages.unknownKeyNear, messages.unknownKey);
      else {
        if (values.has(property.name)) this.#fault(property.key, messages.repeatedKey, { key: property.name });
        values.set(property.name, property.value);
      }
    }
    return values;
  }

  /** Calls `read` for each entry of an object whose keys are the author's own. */
  #entries(node: Node | undefined, name: string, read: (key: string, value: Node) => void): void {
    if (!node) return;
    if (node.type !== 'object') {
      this.#fault(node, messages.noMap, { key: name });
      return;
    }
    const seen = new Set<string>();
    for (const property of propertiesOf(node)) {
      if (seen.has(property.name)) this.#fault(property.key, messages.repeatedKey, { key: property.name });
      seen.add(property.name);
      if (property.name.trim() === '') this.#fault(property.key, messages.empty, { key: name });
      else read(property.name, property.value);
    }
  }

  #items(node: Node | undefined, name: string): readonly Node[] {
    if (!node) return [];
    if (node.type === 'array') return node.children ?? [];
    this.#fault(node, messages.noList, { key: name });
    return [];
  }

  #string(node: Node | undefined, name: string): string | undefined {
    if (!node) return undefined;
    if (typeof node.value === 'string') return node.value;
    this.#fault(node, messages.noString, { key: name });
    return undefined;
  }

  /** Strings with their places: one alone or a list, none empty. */
  #strings(node: Node | undefined, name: string): readonly (Span & { readonly value: string })[] {
    if (!node) return [];
    const strings = [];
    for (const item of node.type === 'array' ? (node.children ?? []) : [node]) {
      if (typeof item.value !== 'string') this.#fault(item, messages.noStrings, { key: name });
      else if (item.value.trim() === '') this.#fault(item, messages.empty, { key: name });
      else strings.push({ value: item.value, ...spanOf(item) });
    }
    return strings;
  }

  #profile(node: Node | undefined): ProfileId | 'auto' | undefined {
    const id = this.#string(node, 'profile');
    if (node === undefined || id === undefined) return undefined;
    if (id === 'auto' || this.#known.profiles.includes(id)) return id as ProfileId | 'auto';
    this.#unknown(node, id, ['auto', ...this.#known.profiles], messages.unknownProfileNear, messages.unknownProfile);
    return undefined;
  }

  #severities(node: Node | undefined): Severities {
    const bySeverity: Record<string, Severity | 'off'> = {};
    if (!node) return bySeverity;
    if (node.type !== 'object') {
      this.#fault(node, messages.noRules);
      return bySeverity;
    }
    const known = [...this.#known.rules, ...familiesOf(this.#known.rules)];
    for (const { key, name, value } of propertiesOf(node)) {
      if (!known.includes(name)) this.#unknown(key, name, known, messages.unknownRuleNear, messages.unknownRule);
      else if (Object.hasOwn(bySeverity, name)) this.#fault(key, messages.repeatedKey, { key: name });
      if (typeof value.value !== 'string')
        this.#fault(value, messages.unknownSeverity, { known: severities.join(', ') });
      else if (!severities.includes(value.value))
        this.#unknown(value, value.value, severities, messages.unknownSeverityNear, messages.unknownSeverity);
      else if (known.includes(name)) bySeverity[name] = value.value as Severity | 'off';
    }
    return bySeverity;
  }

  /** Local files to build on, and the bundled profile if one is named among them. */
  #extends(node: Node | undefined): { readonly files: readonly Extension[]; readonly profile: ProfileId | undefined } {
    const files: Extension[] = [];
    let profile: ProfileId | undefined;
    for (const { value, start, end } of this.#strings(node, 'extends')) {
      if (this.#known.profiles.includes(value)) profile = value as ProfileId;
      else if (/^\.{1,2}\//.test(value)) files.push({ path: value, start, end });
      else
        this.problems.push({
          severity: 'error',
          start,
          end,
          message: messages.badExtends,
          params: { known: this.#known.profiles.join(', ') },
          fix: undefined,
        });
    }
    return { files, profile };
  }

  /** A path or glob below the configuration's folder; of others it is said that no report has them. */
  #isInFolder({ value, ...span }: Span & { readonly value: string }): boolean {
    const message = leavesFolder(value) ? messages.outsideFolder : messages.longGlob;
    const isRight = message === messages.longGlob && value.length <= longestGlob;
    if (!isRight)
      this.problems.push({ severity: 'error', ...span, message, params: { most: longestGlob }, fix: undefined });
    return isRight;
  }

  #override(node: Node): Override {
    const values = this.#object(node, 'overrides', ['files', 'profile', 'rules']);
    const files = this.#strings(values.get('files'), 'files')
      .filter((glob) => this.#isInFolder(glob))
      .map(({ value }) => reportGlob(value));
    if (node.type === 'object' && !values.has('files')) this.#fault(node, messages.missingKey, { key: 'files' });
    return {
      files,
      profile: this.#profile(values.get('profile')),
      severities: this.#severities(values.get('rules')),
    };
  }

  #acronym(key: string, node: Node): GlossaryAcronym {
    if (typeof node.value === 'string') return { chinese: node.value, english: '' };
    const values = this.#object(node, key, ['chinese', 'english']);
    return {
      chinese: this.#string(values.get('chinese'), 'chinese') ?? '',
      english: this.#string(values.get('english'), 'english') ?? '',
    };
  }

  #member(node: Span & { readonly value: string }): EconomyCode | undefined {
    const economy = economyNamed(node.value);
    if (economy) return economy;
    this.problems.push({
      severity: 'error',
      start: node.start,
      end: node.end,
      message: messages.unknownMember,
      params: { name: node.value },
      fix: undefined,
    });
    return undefined;
  }

  #glossary(node: Node | undefined): Glossary {
    if (!node) return emptyGlossary;
    const values = this.#object(node, 'glossary', ['acronyms', 'bodies', 'persons', 'terms', 'forums']);
    const acronyms = new Map<string, GlossaryAcronym>();
    this.#entries(values.get('acronyms'), 'acronyms', (key, value) => acronyms.set(key, this.#acronym(key, value)));
    const forums = new Map<string, readonly EconomyCode[]>();
    this.#entries(values.get('forums'), 'forums', (key, value) => {
      const members = this.#strings(value, key).map((member) => this.#member(member));
      forums.set(
        key,
        members.filter((member) => member !== undefined),
      );
    });
    const names = ['bodies', 'persons'].flatMap((key) => this.#strings(values.get(key), key));
    const variants = new Map<string, readonly string[]>();
    const terms = values.get('terms');
    if (terms?.type === 'object')
      this.#entries(terms, 'terms', (key, value) => {
        variants.set(
          key,
          this.#strings(value, key).map((variant) => variant.value),
        );
      });
    else names.push(...this.#strings(terms, 'terms'));
    return { acronyms, forums, variants, names: [...names.map(({ value }) => value), ...variants.keys()] };
  }

  /** The report that a suppression is of: one file, never a folder or a pattern. */
  #report(node: Node): string {
    const file = this.#string(node, 'file') ?? '';
    if (leavesFolder(file)) this.#fault(node, messages.outsideFolder);
    else if (/\*|[\\/]$/.test(file)) this.#fault(node, messages.noReport);
    return reportPath(file);
  }

  #occurrence(node: Node | undefined): number | undefined {
    if (!node) return undefined;
    if (Number.isInteger(node.value) && (node.value as number) > 0) return node.value as number;
    this.#fault(node, messages.noCount, { key: 'occurrence' });
    return undefined;
  }

  /** Undefined where anything in it is wrong: what is left of it might accept more than its author meant. */
  #suppression(node: Node, index: number): Suppression | undefined {
    const before = this.problems.length;
    const values = this.#object(node, 'suppressions', suppressionKeys);
    if (node.type !== 'object') return undefined;
    const text = (key: string): string => this.#string(values.get(key), key) ?? '';
    for (const key of ['rule', 'file']) {
      const value = values.get(key);
      if (!value) this.#fault(node, messages.missingKey, { key });
      else if (typeof value.value === 'string' && value.value.trim() === '')
        this.#fault(value, messages.empty, { key });
    }
    const rule = values.get('rule');
    if (typeof rule?.value === 'string' && rule.value !== '' && !this.#known.rules.includes(rule.value))
      this.problems.push({
        severity: 'warning',
        ...spanOf(rule),
        message: messages.unknownRule,
        params: { id: rule.value },
        fix: { title: messages.remove, params: {}, edits: removalOf(this.#text, index) },
      });
    const file = values.get('file');
    const suppression = {
      ...spanOf(node),
      rule: text('rule'),
      file: file ? this.#report(file) : '',
      reason: text('reason'),
    };
    const anchor = {
      words: text('words'),
      around: text('around'),
      section: text('section'),
      above: this.#string(values.get('above'), 'above'),
      below: this.#string(values.get('below'), 'below'),
      subject: text('subject'),
      occurrence: this.#occurrence(values.get('occurrence')),
    };
    if (this.problems.length > before) return undefined;
    return { ...suppression, anchor: values.has('words') ? anchor : undefined };
  }

  read(root: Node): Configuration {
    const keys = ['$schema', 'extends', 'profile', 'rules', 'overrides', 'glossary', 'suppressions'];
    const values = this.#object(root, '', keys);
    this.#string(values.get('$schema'), '$schema');
    const base = this.#extends(values.get('extends'));
    return {
      extends: base.files,
      profile: this.#profile(values.get('profile')) ?? base.profile,
      severities: this.#severities(values.get('rules')),
      overrides: this.#items(values.get('overrides'), 'overrides').map((item) => this.#override(item)),
      glossary: this.#glossary(values.get('glossary')),
      suppressions: this.#items(values.get('suppressions'), 'suppressions')
        .map((item, index) => this.#suppression(item, index))
        .filter((item) => item !== undefined),
    };
  }
}

/** What an entry of `suppressions` may say. */
const suppressionKeys = 'rule file words around section above below subject occurrence reason'.split(' ');

/**
 * Reads a configuration file. Total: every string gives a result. What is wrong in it is said and left out; the rest holds.
 * @param text the file without byte order mark; an empty one says nothing and is right
 */
export function parseConfiguration(text: string, known: KnownIds): ConfigurationResult {
  const { root, problems } = parseTreeOf(text);
  if (!root) return { value: problems.length > 0 ? undefined : emptyConfiguration, problems };
  if (root.type !== 'object') {
    const noObject: ConfigurationProblem = {
      severity: 'error',
      ...spanOf(root),
      message: messages.noObject,
      params: {},
      fix: undefined,
    };
    return { value: undefined, problems: problems.length > 0 ? problems : [noObject] };
  }
  const reader = new ConfigurationReader(text, known);
  const value = reader.read(root);
  const all = [...problems, ...reader.problems].sort((a, b) => a.start - b.start || a.end - b.end);
  return { value: problems.length > 0 ? undefined : value, problems: all };
}
