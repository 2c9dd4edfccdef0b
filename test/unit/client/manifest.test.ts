import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import manifest from '../../../package.json';
import english from '../../../package.nls.json';
import chinese from '../../../package.nls.zh-tw.json';
import messages from '../../../l10n/bundle.l10n.zh-tw.json';
import { familiesOf } from '../../../server/src/configuration/families';
import { rules } from '../../../server/src/rules/registry';
import { profiles } from '../../../server/src/knowledge/profiles';

const root = path.resolve(import.meta.dirname, '../../..');
const client = path.join(root, 'client/src');
const sources = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join(client, name), 'utf8'))
  .join('\n');
const { properties } = manifest.contributes.configuration;

describe('the manifest', () => {
  it('has every text in both languages, and no other', () => {
    const asked = [...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key!);
    const used = [...new Set(asked)].sort();
    assert.deepEqual(Object.keys(english).sort(), used);
    assert.deepEqual(Object.keys(chinese).sort(), used);
  });

  it('offers every profile, by the name it has elsewhere', () => {
    const { enum: ids } = properties['missionReport.profile'];
    assert.deepEqual([...ids].sort(), ['auto', ...profiles.map(({ id }) => id)].sort());
    for (const { id, name } of profiles) {
      const key = `configuration.profile.${id}`;
      assert.equal((english as Record<string, string>)[key], name.en);
      assert.equal((chinese as Record<string, string>)[key], name['zh-TW']);
    }
  });

  it('completes the ids of all rules, and no other', () => {
    const { propertyNames } = properties['missionReport.rules'];
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(propertyNames.enum, [...familiesOf(ids), ...ids]);
  });

  it('is found by 出國報告 in either language, settings and commands alike', () => {
    const texts = (all: Readonly<Record<string, string>>, key: string): string => all[key.replaceAll('%', '')]!;
    for (const all of [english, chinese] as Readonly<Record<string, string>>[]) {
      for (const [name, setting] of Object.entries(properties)) {
        const words = 'markdownDescription' in setting ? setting.markdownDescription : setting.description;
        assert.match(texts(all, words), /出國報告/, name);
      }
      for (const { command, category } of manifest.contributes.commands)
        assert.match(texts(all, category), /出國報告/, command);
    }
  });

  it('has no yellow boxes around the blanks and signs of Chinese texts', () => {
    const defaults = manifest.contributes.configurationDefaults['[mission-report]'];
    assert.equal(defaults['editor.unicodeHighlight.allowedCharacters']['\u3000'], true);
    assert.equal(defaults['editor.unicodeHighlight.ambiguousCharacters'], false);
    assert.equal(defaults['editor.unicodeHighlight.nonBasicASCII'], false);
  });

  it('shows no backtick where none is rendered', () => {
    const { commands, viewsWelcome, walkthroughs } = manifest.contributes;
    const plain = [
      ...commands.map(({ title }) => title),
      ...viewsWelcome.map(({ contents }) => contents),
      ...walkthroughs.flatMap(({ steps }) => steps.map(({ description }) => description)),
      ...Object.values(properties).map((setting) => ('description' in setting ? setting.description : '')),
    ];
    for (const all of [english, chinese] as Readonly<Record<string, string>>[])
      for (const key of plain) assert.doesNotMatch(all[key.replaceAll('%', '')] ?? '', /`/, key);
  });

  it('lists the way to a new report first while no report is open', () => {
    const { commands } = manifest.contributes;
    for (const [locale, all] of [
      ['en', english],
      ['zh-TW', chinese],
    ] as [string, Readonly<Record<string, string>>][]) {
      const labelOf = ({ category, title }: (typeof commands)[number]): string =>
        `${all[category.replaceAll('%', '')]!}: ${all[title.replaceAll('%', '')]!}`;
      const listed = commands
        .filter((command) => !('enablement' in command))
        .sort((a, b) => labelOf(a).localeCompare(labelOf(b), locale));
      const ids = listed.map(({ command }) => command.replace('missionReport.', ''));
      // Last year's report is a way to a new one too.
      assert.equal(
        ids.find((id) => id !== 'import'),
        'newReport',
        locale,
      );
      assert.deepEqual(ids.slice(-3).sort(), ['copyStatus', 'restartServer', 'showLog'], locale);
    }
  });

  it('declares the commands that the client has, and no other', () => {
    const registered = [...sources.matchAll(/^ {4}'(missionReport\.\w+)': /gm)].map(([, id]) => id!);
    assert.deepEqual(manifest.contributes.commands.map(({ command }) => command).sort(), registered.sort());
  });
});

describe('the client', () => {
  it('has every message in Chinese, and no other', () => {
    const said = [...sources.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)+)'/g)].map(([, text]) => text!);
    assert.deepEqual(Object.keys(messages).sort(), [...new Set(said)].sort());
  });
});
