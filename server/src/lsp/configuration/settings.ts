/** The settings in force for a document: the editor's, over those of the folder's configuration file. */
import type { Connection } from 'vscode-languageserver';
import type { EffectiveConfiguration, InlayHintKinds, Locale, ProfileId, ReportService, Severity } from '../../service';
import type { Client } from '../server/client';
import type { ConfigurationFiles } from './configurationFiles';
import type { CoreLoader } from '../server/core';
import type { Log } from '../server/log';
import { settingsSection } from '../protocol';

/** A new object whenever anything in it may have changed. */
export interface Settings {
  readonly enable: boolean;
  readonly profile: ProfileId | 'auto';
  /** Whether the editor's setting names the profile, or the folder's configuration file; undefined for `auto`. */
  readonly profileBy: 'setting' | 'configuration' | undefined;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** The folder's own glossary and accepted findings, where there is a configuration file. */
  readonly glossary?: EffectiveConfiguration['glossary'];
  readonly suppressions?: EffectiveConfiguration['suppressions'];
  readonly locale: Locale;
  readonly inlayHints: InlayHintKinds;
  readonly codeLens: boolean;
  /** Log the time of every check. */
  readonly trace: boolean;
}

export interface SettingsStore {
  /** The settings for the document at `uri`; the empty URI stands for what holds outside of any folder. */
  of(uri: string): Promise<Settings>;
  /** Forgets the document. */
  close(uri: string): void;
  /** Everything is asked for again. */
  forget(): void;
  /** Takes the settings that a client sends with didChangeConfiguration. */
  receive(settings: unknown): void;
}

export interface SettingsParts {
  readonly connection: Pick<Connection, 'workspace'>;
  readonly client: Client;
  readonly core: CoreLoader;
  readonly files: ConfigurationFiles;
  readonly log: Log;
}

const severities: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'] satisfies (Severity | 'off')[];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** What the editor's settings say, as far as they can be understood; undefined is for others to decide. */
interface ParsedSettings {
  readonly enable: boolean;
  readonly profile: ProfileId | undefined;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly locale: Locale | undefined;
  readonly inlayHints: InlayHintKinds;
  readonly codeLens: boolean;
  readonly trace: boolean;
}

/**
 * Reads settings that any client may have sent. What is wrong is left out.
 * @param onProblem told the name of each setting that is wrong
 */
function parseSettings(given: unknown, service: ReportService, onProblem: (key: string) => void): ParsedSettings {
  const settings = isRecord(given) ? given : {};
  const readIn = <T>(
    section: Readonly<Record<string, unknown>>,
    prefix: string,
    key: string,
    isRight: (value: unknown) => value is T,
  ): T | undefined => {
    const value = section[key];
    if (value === undefined || value === null) return undefined;
    if (isRight(value)) return value;
    onProblem(`${prefix}.${key}`);
    return undefined;
  };
  const read = <T>(key: string, isRight: (value: unknown) => value is T): T | undefined =>
    readIn(settings, settingsSection, key, isRight);
  const hints = read('inlayHints', isRecord) ?? {};
  const hint = (key: keyof InlayHintKinds): boolean =>
    readIn(hints, `${settingsSection}.inlayHints`, key, isBoolean) ?? true;
  const profile = read('profile', (value): value is ProfileId | 'auto' =>
    ['auto', ...service.profiles.map(({ id }) => id)].includes(value as string),
  );
  const locale = read('locale', (value): value is Locale | 'auto' => ['auto', 'zh-TW', 'en'].includes(value as string));
  // The language client's own setting is an object, trace.server.
  const trace = read('trace', (value): value is unknown => typeof value === 'string' || isRecord(value));
  const level = isRecord(trace) ? trace['server'] : trace;

  const bySeverity: Record<string, Severity | 'off'> = {};
  // What is said of a rule goes before what is said of its family.
  const said = Object.entries(read('rules', isRecord) ?? {});
  const isFamily = ([key]: readonly [string, unknown]): boolean => key.endsWith('/*');
  for (const [key, severity] of [...said.filter(isFamily), ...said.filter((one) => !isFamily(one))]) {
    const named = severities.includes(severity as string) ? service.rulesNamed(key) : [];
    for (const id of named) bySeverity[id] = severity as Severity | 'off';
    if (named.length === 0) onProblem(`${settingsSection}.rules, ${JSON.stringify(key)}`);
  }
  return {
    enable: read('enable', isBoolean) ?? true,
    profile: profile === 'auto' ? undefined : profile,
    severities: bySeverity,
    locale: locale === 'auto' ? undefined : locale,
    inlayHints: { dates: hint('dates'), abstract: hint('abstract'), counts: hint('counts') },
    codeLens: read('codeLens', isBoolean) ?? true,
    trace: level !== undefined && level !== 'off',
  };
}

export function createSettings({ connection, client, core, files, log }: SettingsParts): SettingsStore {
  const known = new Map<string, Promise<Settings>>();
  /** For a client that can't be asked: what it sent last. */
  let sent: unknown = client.settings;

  const ask = async (uri: string): Promise<unknown> => {
    if (!client.configuration) return sent;
    try {
      const answer: unknown = await connection.workspace.getConfiguration({
        ...(uri !== '' && { scopeUri: uri }),
        section: settingsSection,
      });
      return answer;
    } catch (error) {
      log.failure('the client did not give its settings', error);
      return undefined;
    }
  };

  const find = async (uri: string): Promise<Settings> => {
    const [{ service }, given] = await Promise.all([core.load(), ask(uri)]);
    const editor = parseSettings(given, service, (key) => {
      log.warnOnce(`a setting is not understood and left out: ${key}`);
    });
    const locale = editor.locale ?? client.locale;
    const folder = await files.of(uri, locale);
    const profile = editor.profile ?? folder?.profile ?? 'auto';
    return {
      enable: editor.enable,
      profile,
      profileBy: profile === 'auto' ? undefined : editor.profile ? 'setting' : 'configuration',
      severities: { ...folder?.severities, ...editor.severities },
      ...(folder && { glossary: folder.glossary, suppressions: folder.suppressions }),
      locale,
      inlayHints: editor.inlayHints,
      codeLens: editor.codeLens,
      trace: editor.trace,
    };
  };

  return {
    of: (uri) => {
      let settings = known.get(uri);
      if (!settings) known.set(uri, (settings = find(uri)));
      return settings;
    },
    close: (uri) => {
      known.delete(uri);
    },
    forget: () => {
      known.clear();
    },
    receive: (settings) => {
      if (isRecord(settings)) sent = settings[settingsSection];
    },
  };
}
