import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { readCodeCache, writeCodeCache } from '../../server/src/launch/codeCache';
import { compile } from '../../server/src/launch/launch';

const root = path.resolve(import.meta.dirname, '../..');
const dist = path.join(root, 'dist');
const report = path.join(root, 'samples/faults.mission.md');

const cached = ['core.js', 'commandLine.js'];

/** A copy of the command line, with caches that hold there, to be spoiled. */
function copy(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'mission-report-dist-')));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const name of ['cli.js', ...cached]) cpSync(path.join(dist, name), path.join(folder, name));
  for (const name of cached) writeCodeCache(path.join(folder, name), readCodeCache(path.join(dist, name))!.code);
  return folder;
}

function check(folder: string, ...flags: string[]): { code: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, path.join(folder, 'cli.js'), 'check', report, '--locale', 'en'],
    { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '' } },
  );
  return { code: status, out: stdout, error: stderr };
}

/** Prints where the library throws when it is handed no report, as a stack trace says it: from its cache, then as Node runs it. */
const placesOfThrow = `
  const { readCodeCache } = require('./server/src/launch/codeCache');
  const { compile, run } = require('./server/src/launch/launch');
  process.setSourceMapsEnabled(false);
  const file = process.argv[1];
  const { text, code } = readCodeCache(file);
  for (const load of [() => run(compile(file, text, code), file, require, require), () => require(file)])
    try {
      load().createReportService({}).outline();
    } catch (error) {
      console.log(error.stack.split('\\n')[1]);
    }`;

describe('code caches', () => {
  for (const name of [...cached, 'languageServer.js'])
    test(`V8 takes what the build kept of ${name}`, () => {
      const file = path.join(dist, name);
      const kept = readCodeCache(file);
      assert.ok(kept);
      assert.equal(kept.text, readFileSync(file, 'utf8'));
      assert.equal(compile(file, kept.text, kept.code).cachedDataRejected, false);
    });

  test('stack traces name the file and the place in it, as Node does', () => {
    const file = path.join(dist, 'core.js');
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--eval', placesOfThrow, file], {
      cwd: root,
      encoding: 'utf8',
    });
    const places = stdout.trimEnd().split('\n');
    assert.equal(places.length, 2, stderr);
    assert.equal(places[0], places[1]);
    assert.ok(places[0]!.includes(`${file}:`), places[0]);
  });

  const expected = check(dist);
  test('the command line finds what it finds without them', () => {
    const folder = copy();
    for (const name of cached) rmSync(path.join(folder, `${name}.cache`));
    assert.equal(expected.code, 1);
    assert.equal(expected.error, '');
    assert.deepEqual(check(folder), expected);
  });

  const spoilt: readonly (readonly [string, (cache: Buffer) => Buffer])[] = [
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (cache) => cache.subarray(0, cache.length >> 1)],
    ['too long', (cache) => Buffer.concat([cache, cache])],
    ['without a beginning', (cache) => cache.subarray(16)],
    ...[0, 5, 8, 30, 50, 5000].map(
      (at) =>
        [
          `spoilt at byte ${at}`,
          (cache: Buffer) => {
            cache[at]! ^= 0x55;
            return cache;
          },
        ] as const,
    ),
  ];
  test('one that is not as it was written is left unread, without a word', () => {
    const folder = copy();
    const file = path.join(folder, 'core.js');
    const cache = readFileSync(`${file}.cache`);
    for (const [name, spoil] of spoilt) {
      writeFileSync(`${file}.cache`, spoil(Buffer.from(cache)));
      assert.equal(readCodeCache(file), undefined, name);
    }
    assert.deepEqual(check(folder), expected);
  });

  test('one of another text is left unread, though V8 would take it for the length', () => {
    const folder = copy();
    const file = path.join(folder, 'commandLine.js');
    const text = readFileSync(file, 'utf8');
    const changed = text.replace('mission-report: ', 'MISSION-REPORT: ');
    assert.notEqual(changed, text);
    writeFileSync(file, changed);
    assert.equal(readCodeCache(file), undefined);
    assert.deepEqual(check(folder), expected);
  });

  test('one of another place is left unread, because stack traces would name that', () => {
    const folder = copy();
    for (const name of cached) cpSync(path.join(dist, `${name}.cache`), path.join(folder, `${name}.cache`));
    assert.equal(readCodeCache(path.join(folder, 'core.js')), undefined);
    assert.deepEqual(check(folder), expected);
  });

  test('one that V8 does not take is compiled anew, without a word', () => {
    const folder = copy();
    const file = path.join(folder, 'core.js');
    writeCodeCache(file, Buffer.from('no code'.repeat(100)));
    const { text, code } = readCodeCache(file)!;
    assert.equal(compile(file, text, code).cachedDataRejected, true);
    assert.deepEqual(check(folder), expected);
    assert.deepEqual(check(dist, '--max-lazy'), expected, 'other flags');
  });

  test('stack traces name the sources where Node is asked to', () => {
    assert.deepEqual(check(dist, '--enable-source-maps'), expected);
  });
});
