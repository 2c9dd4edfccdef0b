/** What the folder's configuration file `.mission-report.json` says, as plain data. */
import type { ProfileId } from '../knowledge/types';
import type { Glossary } from '../rules/engine/glossary';
import { emptyGlossary } from '../rules/engine/glossary';
import type { Message, Parameters } from '../text/message';
import type { Severity } from '../rules/engine/rule';
import type { Span } from '../text/span';

export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** What one file says; what it leaves out is for the editor's settings or the defaults to say. */
export interface Configuration {
  /** Paths of the configuration files it builds on, relative to its own folder; later ones win, itself wins over all. */
  readonly extends: readonly Extension[];
  readonly profile: ProfileId | 'auto' | undefined;
  /** Severity by rule id or family (`wording/*`), where it is not the default. */
  readonly severities: Severities;
  /** What holds for some files only; of several that fit, later ones win. */
  readonly overrides: readonly Override[];
  readonly glossary: Glossary;
  readonly suppressions: readonly Suppression[];
}

/** The place is that of the path in the configuration's text. */
export interface Extension extends Span {
  readonly path: string;
}

export interface Override {
  /** Globs of paths relative to the configuration's folder, with `/`. */
  readonly files: readonly string[];
  readonly profile: ProfileId | 'auto' | undefined;
  readonly severities: Severities;
}

/**
 * One accepted finding, or (without `words`) all of a rule in one report. It stands outside the report, because a
 * report goes to a minister, and it holds on by words and surroundings and not by line, so that it survives edits.
 * The place is that of the entry in the configuration's text.
 */
export interface Suppression extends Span {
  readonly rule: string;
  /** The report, as a path relative to the configuration's folder, with `/`. */
  readonly file: string;
  readonly anchor: SuppressionAnchor | undefined;
  /** Why the finding is accepted; empty where nobody has said. */
  readonly reason: string;
}

/** What tells a finding from others of its rule. Blanks and line ends do not count. */
export interface SuppressionAnchor {
  /** The words the finding covers. */
  readonly words: string;
  /** The words with some characters of their line before and behind; empty where an author names all such words. */
  readonly around: string;
  /** Title of the innermost section they stand in; empty outside the body. */
  readonly section: string;
  /** The end of the line above and the beginning of the line below; undefined where nobody has noted them. */
  readonly above: string | undefined;
  readonly below: string | undefined;
  /** Which of several places with the same words and surroundings it was, from 1; undefined where it was the only one. */
  readonly occurrence: number | undefined;
  /** What the finding is about, where the words do not say so (the part that is missing). */
  readonly subject: string;
}

/** A fault of the file; the range is that of the wrong words, in UTF-16 code units. */
export interface ConfigurationProblem extends Span {
  /** What is wrong is out of force, and nothing else. An error says that the author meant something else. */
  readonly severity: 'error' | 'warning';
  readonly message: Message;
  readonly params: Parameters;
  /** What mends it, where that is plain. */
  readonly fix: ConfigurationFix | undefined;
}

export interface ConfigurationFix {
  readonly title: Message;
  readonly params: Parameters;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

export interface ConfigurationResult {
  /** What of the file can be understood; undefined where the text is no JSON object. */
  readonly value: Configuration | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

export const emptyConfiguration: Configuration = {
  extends: [],
  profile: undefined,
  severities: {},
  overrides: [],
  glossary: emptyGlossary,
  suppressions: [],
};
