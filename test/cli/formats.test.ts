import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { Ajv } from 'ajv';
import { clean, faulty, folderOf, missionReport } from './command';

const schemas = path.join(import.meta.dirname, 'schemas');
const ajv = new Ajv({ strict: true, allErrors: true });
const validator = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(path.join(schemas, name), 'utf8')) as Record<string, unknown>);
const isCheckOutput = validator('check.schema.json');
const isSarif = validator('sarif.schema.json');

const folder = folderOf({ 'a.mission': faulty, 'b&<c>.mission': clean, 'empty.mission': '', '報告 1.mission': faulty });
const run = (format: string) => missionReport(['check', '.', '--format', format], { folder });

interface Position { readonly offset: number; readonly line: number; readonly character: number } // prettier-ignore
interface Edit { readonly start: Position; readonly end: Position; readonly text: string } // prettier-ignore
interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly start: Position;
  readonly end: Position;
  readonly related: readonly { readonly start: Position; readonly end: Position }[];
  readonly fixes: readonly { readonly safety: string; readonly edits: readonly Edit[] }[];
}
interface CheckOutput {
  readonly files: readonly { readonly path: string; readonly findings: readonly Finding[] }[];
  readonly summary: Readonly<Record<string, number>>;
}
const json = JSON.parse(run('json').out) as CheckOutput;
const findings = json.files.flatMap((file) => file.findings);

describe('json', () => {
  test('is what the contract says, to the last key', () => {
    assert.ok(isCheckOutput(json), ajv.errorsText(isCheckOutput.errors));
    assert.ok(findings.length > 0);
  });

  test('the summary adds up', () => {
    const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
    const [error, warning, information, hint] = ['error', 'warning', 'information', 'hint'].map(count);
    assert.deepEqual(json.summary, { files: 4, error, warning, information, hint });
  });

  test('places count from 0 in UTF-16 code units, findings are in the order of the text, then of the rule', () => {
    const text = '\u{20000}\r\n' + faulty;
    const { out } = missionReport(['check', '-', '--format', 'json'], { input: text });
    const [file] = (JSON.parse(out) as CheckOutput).files;
    const lines = text.split(/\r\n|\n/);
    const weekday = file!.findings.find(({ rule }) => rule === 'dates/weekday')!;
    assert.equal(text.slice(weekday.start.offset, weekday.end.offset), '六');
    assert.equal(lines[weekday.start.line]![weekday.start.character], '六');
    const order = file!.findings.map(({ start, rule }) => [start.offset, rule] as const);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)),
    );
  });

  test('a run that finds no file is a whole object too', () => {
    const { out } = missionReport(['check', '--files-from', '-', '--format', 'json']);
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      files: [],
      summary: { files: 0, error: 0, warning: 0, information: 0, hint: 0 },
    });
  });
});

describe('ndjson', () => {
  test('is a line for each file, with the same object', () => {
    const lines = run('ndjson')
      .out.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    assert.deepEqual(lines, json.files);
  });
});

interface Region { readonly startLine: number; readonly startColumn: number; readonly charOffset: number; readonly charLength: number } // prettier-ignore
interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region } }[]; // prettier-ignore
  readonly fixes?: readonly unknown[];
}
interface Sarif {
  readonly runs: readonly [{ readonly columnKind: string; readonly results: readonly SarifResult[]; readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } } }]; // prettier-ignore
}

describe('sarif', () => {
  const log = JSON.parse(run('sarif').out) as Sarif;
  const [{ results, columnKind, tool }] = log.runs;

  test('is SARIF 2.1.0', () => {
    assert.ok(isSarif(log), ajv.errorsText(isSarif.errors));
    assert.equal(columnKind, 'utf16CodeUnits');
  });

  test('says what json says, with columns from 1', () => {
    assert.equal(results.length, findings.length);
    results.forEach((result, index) => {
      const finding = findings[index]!;
      const { region } = result.locations[0]!.physicalLocation;
      assert.equal(result.ruleId, finding.rule);
      assert.equal(tool.driver.rules[result.ruleIndex]!.id, finding.rule);
      assert.deepEqual(
        [region.startLine, region.startColumn, region.charOffset, region.charLength],
        [
          finding.start.line + 1,
          finding.start.character + 1,
          finding.start.offset,
          finding.end.offset - finding.start.offset,
        ],
      );
      assert.equal(result.fixes?.length ?? 0, finding.fixes.length);
    });
    assert.ok(results.some(({ fixes }) => fixes));
  });

  test('names files by relative addresses, absolute ones by file addresses', () => {
    const uris = new Set(results.map(({ locations }) => locations[0]!.physicalLocation.artifactLocation.uri));
    assert.ok(uris.has('%E5%A0%B1%E5%91%8A%201.mission'), [...uris].join());
    const { out } = missionReport(['check', path.join(folder, 'a.mission'), '--format', 'sarif']);
    assert.match(out, /"uri":"file:\/\/\//);
  });

  test('a run without findings is whole', () => {
    const { out } = missionReport(['check', '--files-from', '-', '--format', 'sarif']);
    assert.ok(isSarif(JSON.parse(out)), ajv.errorsText(isSarif.errors));
  });
});

describe('github', () => {
  test('is a command for each finding, with what would end it escaped', () => {
    const lines = run('github').out.trimEnd().split('\n');
    assert.equal(lines.length, findings.length);
    for (const line of lines)
      assert.match(
        line,
        /^::(?:error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+,col=\d+(?:,endColumn=\d+)?,title=[^,:]+::./,
      );
    const { out } = missionReport(['check', '-', '--stdin-filename', 'a,b:100%.mission', '--format', 'github'], {
      input: faulty,
    });
    assert.ok(out.includes('file=a%2Cb%3A100%25.mission,line='), out);
  });
});

describe('junit', () => {
  /** The elements of `xml` in their order; throws where they do not nest or an attribute is not well-formed. */
  const elementsOf = (xml: string): readonly { name: string; attributes: Record<string, string> }[] => {
    const open: string[] = [];
    const elements: { name: string; attributes: Record<string, string> }[] = [];
    const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
    assert.notEqual(body, xml, 'has an XML declaration');
    for (const [tag, closing, name, words, empty] of body.matchAll(
      /<(\/?)([a-z-]+)((?: [a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)(\/?)>/g,
    )) {
      // prettier-ignore
      if (closing) assert.equal(open.pop(), name, tag);
      else {
        elements.push({ name: name!, attributes: Object.fromEntries([...words!.matchAll(/ ([a-z]+)="([^"]*)"/g)].map((pair) => [pair[1]!, pair[2]!])) }); // prettier-ignore
        if (!empty) open.push(name!);
      }
    }
    assert.deepEqual(open, []);
    assert.equal(body.match(/</g)?.length, body.match(/<\/?[a-z-]+/g)?.length);
    return elements;
  };

  test('is well-formed: a suite for each file, a case for each finding, a failure for each grave one', () => {
    const elements = elementsOf(run('junit').out);
    const named = (name: string) => elements.filter((element) => element.name === name);
    assert.deepEqual(named('testsuite').map(({ attributes }) => attributes['name']), ['a.mission', 'b&amp;&lt;c&gt;.mission', 'empty.mission', '報告 1.mission']); // prettier-ignore
    const cleanFiles = json.files.filter((file) => file.findings.length === 0).length;
    assert.equal(named('testcase').length, findings.length + cleanFiles);
    assert.equal(named('failure').length, json.summary['error']);
    const sum = (key: string): number => named('testsuite').reduce((total, { attributes }) => total + Number(attributes[key]), 0); // prettier-ignore
    assert.equal(sum('failures'), json.summary['error']);
    assert.equal(sum('tests'), named('testcase').length);
  });

  test('what is a failure follows --fail-on', () => {
    const failures = (failOn: string): number => {
      const text = faulty.replace('開會', '參與會議');
      const args = ['check', '-', '--format', 'junit', '--fail-on', failOn];
      return elementsOf(missionReport(args, { input: text }).out).filter(({ name }) => name === 'failure').length;
    };
    assert.deepEqual([failures('never'), failures('error'), failures('information')], [0, 1, 2]);
  });

  test('holds no character that XML has no place for', () => {
    const { out } = missionReport(['check', '-', '--format', 'junit', '--stdin-filename', 'a\u0007.mission'], {
      input: '壹、目的\u0000'.slice(0, 4) + '\u001b（\u0007\n',
    });
    // eslint-disable-next-line no-control-regex -- they are what must not be there
    assert.doesNotMatch(out, /[\u0000-\u0008\v\f\u000e-\u001f]/);
    elementsOf(out);
  });
});

describe('pretty', () => {
  test('shows the place, the words and the rule, marks the words, and counts', () => {
    const { out } = missionReport(['check', 'a.mission'], { folder });
    assert.match(
      out,
      /^a\.mission:33:7 error 113 年 8 月 18 日是星期日|^a\.mission:\d+:7 error 2024-8-18 is a Sunday/m,
    );
    assert.match(out, /^ {4}8月18日（六）：數位經濟會議\n {13}\^\^$/m);
    assert.match(out, /^1 file checked: 1 error/m);
  });

  test('lists a few related places and counts the rest', () => {
    const text = faulty.replace('了解', '了解 APEC(亞太經濟合作)及其會議（如附件）。\n\n'.repeat(20));
    const { out } = missionReport(['check', '-'], { input: text });
    const blocks = out.match(/(?:^ {4}see \d.*\n)+/gm) ?? [];
    assert.ok(blocks.length > 0 && blocks.every((block) => block.trimEnd().split('\n').length <= 5), out);
    assert.match(out, /^ {4}and \d+ more places$/m);
  });
});
