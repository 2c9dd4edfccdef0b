import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import manifest from '../../../package.json';
import english from '../../../package.nls.json';
import chinese from '../../../package.nls.zh-tw.json';
import messages from '../../../l10n/bundle.l10n.zh-tw.json';
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

  it('declares the commands that the client has, and no other', () => {
    const registered = [...sources.matchAll(/registerCommand\('([^']+)'/g)].map(([, id]) => id!);
    assert.deepEqual(manifest.contributes.commands.map(({ command }) => command).sort(), registered.sort());
  });
});

describe('the client', () => {
  it('has every message in Chinese, and no other', () => {
    const said = [...sources.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)+)'/g)].map(([, text]) => text!);
    assert.deepEqual(Object.keys(messages).sort(), [...new Set(said)].sort());
  });
});
