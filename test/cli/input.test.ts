import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { clean, faulty, folderOf, missionReport } from './command';

interface File {
  readonly path: string;
  readonly characters: number;
  readonly profile: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly start: { readonly offset: number };
    readonly fixes: readonly { readonly edits: readonly unknown[] }[];
  }[];
  readonly fixesLeftOut?: number;
}
const filesIn = (out: string): readonly File[] => (JSON.parse(out) as { files: File[] }).files;

/** Big5 of 「壹、目的」 and some more: what Taiwan's older files are in. */
const big5 = Buffer.from('b3fca142a5d8aabaa143a440a142a4f6b8d1bcc6a6ecb654a9f6b3caa543', 'hex');
const utf16 = (text: string, big: boolean): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('a folder', () => {
  test('with what has the name of a report and is none: it is named, and costs nothing else', () => {
    const folder = folderOf({ 'b.mission': clean, 'folder.mission/c.mission': clean, 'plain/d.md': 'x' });
    symlinkSync('nowhere', path.join(folder, 'a.mission'));
    symlinkSync('nowhere', path.join(folder, 'notes.md'));
    symlinkSync('plain', path.join(folder, '出國報告.md'));
    for (const word of ['.', '**/*.mission']) {
      const { code, error, out } = missionReport(['check', word, '--format', 'json', '--locale', 'en'], { folder });
      assert.equal(code, 0, error);
      assert.match(error, /a\.mission: the link points to nothing; skipped/);
      assert.equal(/出國報告\.md: not a file; skipped/.test(error), word === '.');
      assert.match(error, /folder\.mission: is a folder; the reports in it are checked/);
      assert.doesNotMatch(error, /notes\.md/);
      assert.deepEqual(
        filesIn(out).map(({ path: name }) => name),
        ['b.mission', 'folder.mission/c.mission'],
      );
    }
    assert.equal(missionReport(['check', 'a.mission'], { folder }).code, 2, 'named itself, it is missed');
  });
});

describe('encodings', () => {
  test('UTF-8 with and without a mark, UTF-16 of both orders and CRLF give the same findings', () => {
    const folder = folderOf({
      'plain.mission': faulty,
      'mark.mission': `\ufeff${faulty}`,
      'little.mission': utf16(faulty, false),
      'big.mission': utf16(faulty, true),
      'windows.mission': faulty.replaceAll('\n', '\r\n'),
    });
    const files = filesIn(missionReport(['check', '--format', 'json', '.'], { folder }).out);
    assert.equal(files.length, 5);
    const rules = files.map(({ findings }) => findings.map(({ rule }) => rule));
    for (const found of rules) assert.deepEqual(found, rules[0]);
    assert.ok(rules[0]!.includes('dates/weekday'));
    for (const { path: name, characters } of files)
      assert.equal(
        characters,
        name === 'windows.mission' ? faulty.replaceAll('\n', '\r\n').length : faulty.length,
        name,
      );
  });

  const unreadable: readonly (readonly [string, Buffer, RegExp])[] = [
    ['binary', Buffer.from(Array.from({ length: 600 }, (_, i) => i % 256)), /not a text file \(NUL at byte 0\)/],
    ['invalid UTF-8', Buffer.concat([Buffer.from('壹、目的\n'), Buffer.from([0xff, 0x80])]), /not UTF-8 \(byte 13\)/],
    ['Big5', big5, /not UTF-8 \(byte 0\); it looks like Big5/],
    ['half a UTF-16 character', Buffer.from([0xff, 0xfe, 0x41]), /cut off \(byte 2\)/],
  ];
  for (const [name, bytes, message] of unreadable) {
    test(`${name}: named, exit code 2, no crash`, () => {
      const folder = folderOf({ 'a.mission': bytes, 'b.mission': clean });
      const { code, error, out } = missionReport(['check', 'a.mission', 'b.mission', '--format', 'json'], { folder });
      assert.match(error, message);
      assert.ok(error.startsWith('mission-report: a.mission: '), error);
      assert.equal(code, 2);
      assert.deepEqual(
        filesIn(out).map((file) => file.path),
        ['b.mission'],
      );
      assert.match(missionReport(['stats', 'a.mission'], { folder }).error, message);
    });
  }
});

describe('odd texts', () => {
  const odd: readonly (readonly [string, string | Buffer])[] = [
    ['an empty file', ''],
    ['only blanks', ' \u3000\n\t\n'],
    ['unpaired surrogates', utf16('壹、目的\n\ud800壹\udc00、\n', false)],
    ['100,000 headings', '壹、目的\n一、了解\n'.repeat(50_000)],
    ['a line of 5 MB', '本次會議各會員就數位貿易議題交換意見並獲致共識，'.repeat(70_000)],
    ['unbalanced brackets', '（「『['.repeat(20_000)],
    ['control characters', '壹、目的\u001b[31m\u0007\u202e\n'],
  ];
  for (const [name, content] of odd) {
    test(`${name}: an answer in every format`, () => {
      const folder = folderOf({ 'a.mission': content });
      const { code, error, out } = missionReport(['check', 'a.mission', '--format', 'json'], { folder });
      assert.equal(error, '');
      assert.ok(code === 0 || code === 1);
      assert.equal(filesIn(out)[0]!.path, 'a.mission');
      for (const command of ['outline', 'stats'])
        assert.equal(missionReport([command, 'a.mission', '--format', 'json'], { folder }).code, 0);
    });
  }

  test('the fixes of a file are bounded, and those left out are counted', () => {
    const folder = folderOf({ 'a.mission': '壹、目的\n一、了解\n'.repeat(2_000) });
    const [file] = filesIn(missionReport(['check', 'a.mission', '--format', 'json'], { folder }).out);
    const edits = file!.findings.reduce(
      (sum, { fixes }) => sum + fixes.reduce((all, fix) => all + fix.edits.length, 0),
      0,
    );
    assert.ok(edits > 10_000 && edits < 21_000, String(edits));
    assert.ok(file!.fixesLeftOut! > 1_000);
  });

  test('a terminal gets no control characters of the report', () => {
    const folder = folderOf({ 'a.mission': '壹、目的\u001b[31m（\u0007\u202e\n' });
    // eslint-disable-next-line no-control-regex -- they are what must not be there
    assert.doesNotMatch(missionReport(['check', 'a.mission'], { folder }).out, /[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  test('colour is for terminals, FORCE_COLOR asks for it and NO_COLOR forbids it', () => {
    const escape = '\u001b[';
    const colours = (env: Record<string, string>): boolean =>
      missionReport(['check', '-'], { input: faulty, env }).out.includes(escape);
    assert.ok(!colours({}));
    assert.ok(colours({ FORCE_COLOR: '1' }));
    assert.ok(!colours({ FORCE_COLOR: '1', NO_COLOR: '1' }));
  });
});

describe('which files', () => {
  const folder = folderOf({
    'r/a.mission': clean,
    'r/b.mission.md': clean,
    'r/deep/赴日出國報告.txt': clean,
    'r/deep/is-one.md': clean,
    'r/deep/notes.md': '# 購物清單\n\n- 牛奶\n',
    'r/.hidden/c.mission': clean,
    'r/node_modules/d.mission': clean,
    'r/[odd].mission': clean,
    'list.txt': 'r/a.mission\r\n\n  \nr/gone.mission\nr/deep/notes.md\n',
    'none/notes.txt': 'nothing',
  });
  const paths = (args: readonly string[], input = ''): readonly string[] =>
    filesIn(missionReport(['check', '--format', 'json', ...args], { folder, input }).out).map((file) => file.path);

  test('a folder: all reports below it, by name or by content, none of hidden folders', () => {
    assert.deepEqual(paths(['r']), [
      'r/[odd].mission',
      'r/a.mission',
      'r/b.mission.md',
      'r/deep/is-one.md',
      'r/deep/赴日出國報告.txt',
    ]);
  });

  test('patterns, and names that look like one', () => {
    assert.deepEqual(paths(['r/*.mission']), ['r/[odd].mission', 'r/a.mission']);
    assert.deepEqual(paths(['r/**/*.md']), ['r/b.mission.md', 'r/deep/is-one.md', 'r/deep/notes.md']);
    assert.deepEqual(paths(['./r/{a,x}.mission']), ['r/a.mission']);
    assert.deepEqual(paths(['r/[odd].mission']), ['r/[odd].mission']);
  });

  test('a file that is named twice is checked once', () => {
    assert.deepEqual(paths(['r/a.mission', './r/a.mission', 'r/*.mission']), ['r/a.mission', 'r/[odd].mission']);
  });

  test('nothing found is said, with exit code 2', () => {
    for (const [word, message] of [
      ['none', /none: the folder holds no report/],
      ['none/*.mission', /none\/\*\.mission: no file matches/],
      ['gone', /gone: no such file/],
    ] as const) {
      const { code, error } = missionReport(['check', word], { folder });
      assert.match(error, message);
      assert.equal(code, 2);
    }
  });

  test('a named file that holds no report is listed as skipped, and checked with --as-report', () => {
    const asked = ['check', 'r/deep/notes.md', 'r/a.mission', '--locale', 'en'];
    const { code, out } = missionReport(asked, { folder });
    assert.equal(code, 0);
    assert.match(out, /^r\/deep\/notes\.md: not a report, skipped; it is checked all the same with --as-report\n/);
    assert.ok(out.endsWith('; 1 skipped, not reports\n'), out);
    const read = (
      more: readonly string[],
    ): { files: (File & { skipped?: boolean })[]; summary: { skipped?: number } } =>
      JSON.parse(missionReport([...asked, '--format', 'json', ...more], { folder }).out) as never;
    const { files, summary } = read([]);
    assert.deepEqual(files[0], { path: 'r/deep/notes.md', skipped: true, findings: [] });
    assert.equal(summary.skipped, 1);
    const all = read(['--as-report']);
    assert.ok(all.files[0]!.findings.length > 0);
    assert.equal(all.summary.skipped, undefined);
    assert.equal(missionReport(['check', 'r/deep/notes.md', '--as-report'], { folder }).code, 1);
    assert.equal(missionReport(['check', 'r/deep/notes.md'], { folder }).code, 0);
  });

  test('a folder leaves out what is no report without a word, and counts it', () => {
    const { code, out } = missionReport(['check', 'r/deep', '--locale', 'en'], { folder });
    assert.equal(code, 0);
    assert.ok(!out.includes('notes.md'), out);
    assert.match(out, /\n2 files checked: [^\n;]+; 1 skipped, not reports\n$/);
  });

  test('what is known to be a form by its name is not taken for a report', () => {
    const forms = folderOf({ '出國報告審核表.txt': '出國報告審核表\n\n一、依限繳交\n', '赴日出國報告.txt': clean });
    const { out } = missionReport(['check', '.', '--format', 'json'], { folder: forms });
    assert.deepEqual(filesIn(out).map(({ path: name }) => name), ['赴日出國報告.txt']); // prettier-ignore
  });

  test('standard input, with the name that --stdin-filename gives it', () => {
    assert.deepEqual(paths(['-'], clean), ['-']);
    assert.deepEqual(paths(['-', '--stdin-filename', 'r/new.mission'], clean), ['r/new.mission']);
  });

  test('--files-from: one path a line, blank lines left out, each missing one named', () => {
    const { code, out, error } = missionReport(['check', '--format', 'json', '--files-from', 'list.txt'], { folder });
    assert.equal(code, 2);
    assert.match(error, /^mission-report: r\/gone\.mission: no such file\n$/);
    assert.deepEqual(
      filesIn(out).map((file) => file.path),
      ['r/a.mission', 'r/deep/notes.md'],
    );
    assert.deepEqual(paths(['--files-from', '-'], 'r/b.mission.md\n'), ['r/b.mission.md']);
    assert.equal(missionReport(['check', '--files-from', '-'], { folder, input: '\n' }).code, 0);
  });

  test('the shards together are the whole, without overlap', () => {
    const all = paths(['r']);
    const parts = [1, 2, 3].map((part) => paths(['r', '--shard', `${part}/3`]));
    assert.deepEqual(parts.flat().sort(), [...all].sort());
    assert.ok(Math.max(...parts.map(({ length }) => length)) - Math.min(...parts.map(({ length }) => length)) <= 1);
    assert.equal(missionReport(['check', 'r/a.mission', '--shard', '2/2'], { folder }).code, 0);
  });

  test('a folder that may not be read is named', { skip: process.getuid?.() === 0 && 'root may read all' }, () => {
    mkdirSync(path.join(folder, 'locked'));
    chmodSync(path.join(folder, 'locked'), 0);
    assert.match(missionReport(['check', 'locked'], { folder }).error, /locked: permission denied/);
  });
});

describe('threads', () => {
  test('give the same output in the same order, whatever their number', () => {
    const files = Object.fromEntries(
      Array.from({ length: 130 }, (_, i) => [`${String(i).padStart(3, '0')}.mission`, i % 3 ? faulty : clean]),
    );
    const folder = folderOf({
      ...files,
      '050.mission': Buffer.from([0]),
      '.mission-report.json': '{"rules":{"x/y":"off"}}',
    });
    for (const format of ['json', 'pretty', 'sarif', 'junit']) {
      const [one, two, byDefault] = [['--jobs', '1'], ['--jobs', '2'], []].map((jobs) =>
        missionReport(['check', '.', '--format', format, ...jobs], { folder }),
      );
      assert.equal(one!.code, 2);
      assert.match(one!.error, /050\.mission: not a text file/);
      assert.equal(one!.error.match(/x\/y/g)?.length, 1, 'a configuration is complained of once');
      assert.deepEqual(two, one);
      assert.deepEqual(byDefault, one);
    }
  });
});

describe('a reader that goes away', () => {
  test('is no error', async () => {
    const folder = folderOf({ 'a.mission': '（'.repeat(100_000) });
    const program = path.resolve(import.meta.dirname, '../../dist/cli.js');
    const child = spawn(process.execPath, [program, 'check', 'a.mission'], { cwd: folder });
    let error = '';
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(error, '');
    assert.ok(code === 0 || code === 1, String(code));
  });
});

describe('.mission-report.json', () => {
  const check = (configuration: string, others: Record<string, string> = {}) => {
    const folder = folderOf({ 'deep/a.mission': faulty, '.mission-report.json': configuration, ...others });
    const outcome = missionReport(['check', 'deep/a.mission', '--format', 'json'], { folder });
    return { ...outcome, folder, file: filesIn(outcome.out)[0]! };
  };
  const hasWeekday = ({ findings }: File): boolean => findings.some(({ rule }) => rule === 'dates/weekday');

  test('the nearest one upward holds; comments are allowed', () => {
    const { code, file } = check('// ours\n{ "rules": { "dates/weekday": "off" }, "profile": "central" }');
    assert.equal(code, 0);
    assert.ok(!hasWeekday(file));
    assert.equal(file.profile, 'central');
    assert.ok(hasWeekday(check('{ "rules": { "dates/weekday": "off" } }', { 'deep/.mission-report.json': '{}' }).file));
  });

  test('--profile wins over it', () => {
    const { folder } = check('{ "profile": "central" }');
    const { out } = missionReport(['check', 'deep/a.mission', '--format', 'json', '--profile', 'taoyuan'], { folder });
    assert.equal(filesIn(out)[0]!.profile, 'taoyuan');
  });

  test('overrides by pattern, files to build on and suppressions hold as in the editor', () => {
    const override = { overrides: [{ files: ['deep/*'], rules: { 'dates/weekday': 'off' } }] };
    assert.ok(!hasWeekday(check(JSON.stringify(override)).file));
    const base = { 'base.json': '{ "rules": { "dates/weekday": "off" } }' };
    assert.ok(!hasWeekday(check('{ "extends": "./base.json" }', base).file));
    const suppression = { suppressions: [{ rule: 'dates/weekday', file: 'deep/a.mission', reason: '已核對' }] };
    assert.ok(!hasWeekday(check(JSON.stringify(suppression)).file));
  });

  const broken: readonly (readonly [string, string, RegExp])[] = [
    ['a wrong key', '{\n  "rulez": {}\n}', /\.mission-report\.json:2:3: Unknown key "rulez"; did you mean "rules"\?/],
    ['a wrong type', '{ "rules": 3 }', /:1:12: The value of "rules" must be an object/],
    ['an unknown rule', '{ "rules": { "dates/weekdy": "off" } }', /:1:14: Unknown rule "dates\/weekdy"/],
    ['an unknown profile', '{ "profile": "nobody" }', /:1:14: Unknown profile "nobody"/],
    ['no JSON', '{ "rules": ', /:1:\d+: Not valid JSON/],
    ['a missing base', '{ "extends": "./gone.json" }', /:1:\d+: There is no "\.\/gone\.json"/],
    [
      'a base outside',
      '{ "extends": "./../../x.json" }',
      /:1:\d+: "\.\/\.\.\/\.\.\/x\.json" is outside of this folder/,
    ],
    [
      'a circle',
      '{ "extends": "./.mission-report.json" }',
      /:1:\d+: "\.\/\.mission-report\.json" builds on this file in turn/,
    ],
  ];
  test('a suppression accepts a finding; one that nothing needs is a warning at its place and changes no exit code', () => {
    const entry = (words: string): string =>
      `{ "rule": "dates/weekday", "file": "deep/a.mission", "words": "${words}", "around": "8月18日（六）：數位經濟會議", "section": "行程", "reason": "x" }`;
    const needless = check(`{\n  "suppressions": [\n    ${entry('8月18日（一）')}\n  ]\n}`);
    assert.match(needless.error, /\.mission-report\.json:3:5: Nothing matches this suppression any more/);
    assert.equal(needless.code, 1);
    assert.ok(hasWeekday(needless.file));
    const whole = check('{ "suppressions": [{ "rule": "dates/weekday", "file": "deep/a.mission", "reason": "x" }] }');
    assert.equal(whole.error, '');
    assert.ok(!hasWeekday(whole.file));
  });

  for (const [name, configuration, message] of broken) {
    test(`${name}: said at its place; the report is still checked; exit code 2`, () => {
      const { code, error, file } = check(configuration);
      assert.match(error, message);
      assert.equal(code, 2);
      assert.ok(hasWeekday(file));
    });
  }
});
