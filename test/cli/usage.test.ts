import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { clean, faulty, folderOf, missionReport } from './command';

const manifest = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
  version: string;
};
const commands = ['check', 'new', 'outline', 'stats', 'rules', 'explain', 'lsp'];

describe('help and version', () => {
  test('--help lists every command, in both languages', () => {
    for (const locale of ['en', 'zh-TW']) {
      const { code, out, error } = missionReport(['--help', '--locale', locale]);
      assert.equal(code, 0);
      assert.equal(error, '');
      for (const command of commands) assert.match(out, new RegExp(`^  ${command}\\b`, 'm'));
    }
    assert.match(missionReport(['-h']).out, /COMMAND/);
  });

  test('every command has a help of its own that names its options', () => {
    for (const command of commands) {
      const { code, out } = missionReport([command, '--help']);
      assert.equal(code, 0);
      assert.ok(out.startsWith(`mission-report ${command}`), out);
    }
    const { out } = missionReport(['check', '--help']);
    for (const option of [
      'format',
      'profile',
      'fail-on',
      'fix',
      'dry-run',
      'stdin-filename',
      'files-from',
      'shard',
      'jobs',
      'as-report',
      'locale',
    ])
      // prettier-ignore
      assert.match(out, new RegExp(`--${option}\\b`));
  });

  test('--version prints the version of the package', () => {
    assert.equal(missionReport(['--version']).out, `${manifest.version}\n`);
    assert.equal(missionReport(['check', '-v']).out, `${manifest.version}\n`);
  });

  test('messages are in the language of the environment, else Chinese', () => {
    assert.match(missionReport(['nope']).error, /unknown command/);
    assert.match(missionReport(['nope'], { env: { LC_ALL: 'zh_TW.UTF-8' } }).error, /不認得的命令/);
    assert.match(missionReport(['nope'], { env: { LC_ALL: 'C' } }).error, /不認得的命令/);
    assert.match(missionReport(['nope', '--locale=zh-TW']).error, /不認得的命令/);
  });
});

describe('wrong usage ends with 2, one line on the standard error and nothing on the standard output', () => {
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['chek'], /unknown command chek; did you mean check\?/],
    [['check'], /no file to check/],
    [['check', '--fromat', 'json', 'a'], /unknown option --fromat; did you mean --format\?/],
    [['check', '--format', 'xml', 'a'], /bad value "xml" for --format; known values: pretty, json, ndjson, sarif/],
    [['check', '--format'], /--format needs a value/],
    [['check', '--format', '--locale', 'en', 'a'], /--format needs a value/],
    [['check', '--fail-on', 'fatal', 'a'], /bad value "fatal" for --fail-on/],
    [['check', '--profile', 'nobody', 'a'], /bad value "nobody" for --profile; known values: auto, conference/],
    [['check', '--format', 'json', '--format', 'json', 'a'], /given twice/],
    [['check', '--fix=yes', 'a'], /takes no value/],
    [['check', '--dry-run', 'a'], /--dry-run goes with --fix/],
    [['check', '--fix', '--dry-run', '--format', 'json', 'a'], /does not go with --format json/],
    [['check', '--fix', '-'], /standard input cannot be fixed in place/],
    [['check', '--stdin-filename', 'a', 'b'], /goes with - only/],
    [['check', '--files-from', '-', '-'], /used only once/],
    [['check', '--shard', '0/3', 'a'], /bad value "0\/3" for --shard/],
    [['check', '--shard', '4/3', 'a'], /bad value "4\/3" for --shard/],
    [['check', '--shard', 'x', 'a'], /bad value "x" for --shard/],
    [['check', '--jobs', '0', 'a'], /bad value "0" for --jobs/],
    [['check', '--jobs', 'two', 'a'], /bad value "two" for --jobs/],
    [['new', 'needless'], /needless argument/],
    [['new', '--from', '2025-02-30', '--to', '2025-03-01'], /bad value "2025-02-30" for --from/],
    [['new', '--from', '2025-03-01'], /--from and --to go together/],
    [['new', '--from', '2025-03-02', '--to', '2025-03-01'], /ends \(--to\) before/],
    [['new', '--event', '2024 SOM9'], /unknown event "2024 SOM9"; did you mean "2024 SOM\d"\?/],
    [['new', '--event', 'wedding'], /unknown event "wedding"; known events: /],
    [['new', '--profile', 'auto'], /bad value "auto" for --profile/],
    [['new', '--title', 'a', '--title', 'b'], /given twice/],
    [['new', '--force'], /goes with --output/],
    [['new', '-o', 'no-such-folder/a.mission'], /no-such-folder/],
    [['outline'], /name one file/],
    [['outline', 'a', 'b'], /name one file/],
    [['stats', 'not-there.txt'], /not-there\.txt: no such file/],
    [['explain'], /name a rule/],
    [['explain', 'dates/weekdy'], /unknown rule dates\/weekdy; did you mean dates\/weekday\?/],
    [['rules', 'needless'], /needless argument needless/],
    [['lsp'], /lsp --stdio/],
  ];
  for (const [args, message] of wrong) {
    test(args.join(' '), () => {
      const { code, out, error } = missionReport(args);
      assert.match(error, message);
      assert.equal(error.trimEnd().split('\n').length, 1, error);
      assert.equal(code, 2);
      assert.equal(out, '');
    });
  }

  test('without any argument the usage is shown', () => {
    const { code, out, error } = missionReport([]);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(error, /mission-report COMMAND/);
  });
});

describe('exit codes of check', () => {
  const folder = folderOf({ 'faulty.mission': faulty, 'clean.mission': clean });
  const code = (...args: string[]): number | null => missionReport(['check', ...args], { folder }).code;

  test('0 without and 1 with a finding at or above --fail-on', () => {
    assert.equal(code('clean.mission'), 0);
    assert.equal(code('faulty.mission'), 1);
    assert.equal(code('faulty.mission', 'clean.mission'), 1);
    assert.equal(code('faulty.mission', '--fail-on', 'never'), 0);
    assert.equal(code('faulty.mission', '--fail-on', 'hint'), 1);
  });

  test('2 where a file cannot be read; the others are still checked', () => {
    const { code, out, error } = missionReport(['check', 'gone.mission', 'faulty.mission'], { folder });
    assert.equal(code, 2);
    assert.match(error, /gone\.mission: no such file/);
    assert.match(out, /^faulty\.mission:\d+:\d+ error /m);
  });
});

describe('the other commands', () => {
  const folder = folderOf({ 'a.mission': faulty });

  test('rules lists every rule, rules --format json with all that is known of it', () => {
    const rules = JSON.parse(missionReport(['rules', '--format', 'json']).out) as Record<string, unknown>[];
    assert.ok(rules.length >= 30);
    for (const rule of rules)
      assert.deepEqual(Object.keys(rule), ['id', 'title', 'severity', 'source', 'checked', 'fix']);
    const { out } = missionReport(['rules']);
    for (const { id } of rules) assert.ok(out.includes(String(id)));
  });

  test('explain prints the page of the rule', () => {
    const page = readFileSync(path.resolve(import.meta.dirname, '../../server/src/rules/dates/weekday.md'), 'utf8');
    assert.equal(missionReport(['explain', 'dates/weekday']).out, page);
  });

  test('outline gives the tree, with kinds and ranges in JSON', () => {
    interface Node { kind: string; number: string; title: string; start: { offset: number; line: number }; end: { offset: number }; children: Node[] } // prettier-ignore
    const nodes = JSON.parse(missionReport(['outline', 'a.mission', '--format', 'json'], { folder }).out) as Node[];
    assert.deepEqual(
      nodes.map(({ kind, number, title }) => [kind, number, title]),
      [
        ['cover', '', '出席數位經濟會議報告'],
        ['abstract', '', '摘要'],
        ['toc', '', '目次'],
        ['section', '壹', '目的'],
        ['section', '貳', '行程'],
        ['section', '參', '出席會議情形'],
        ['section', '肆', '心得及建議'],
      ],
    );
    for (const { number, title, start, end } of nodes.slice(3))
      assert.ok(faulty.slice(start.offset, end.offset).startsWith(`${number}、${title}`));
    assert.match(
      missionReport(['outline', '-'], { input: faulty }).out,
      /^參 出席會議情形 {2}:\d+\n {2}一 數位經濟會議/m,
    );
  });

  test('stats counts characters, economies and acronyms', () => {
    const stats = JSON.parse(missionReport(['stats', '-', '--format', 'json'], { input: faulty }).out) as {
      han: number;
      abstractHan: number;
      sections: { title: string; han: number }[];
    };
    assert.equal(stats.abstractHan, 220);
    assert.ok(stats.han > stats.abstractHan);
    assert.deepEqual(Object.keys(stats), ['han', 'abstractHan', 'sections', 'economies', 'acronyms']);
    assert.match(missionReport(['stats', 'a.mission'], { folder }).out, /abstract +220/);
  });
});
