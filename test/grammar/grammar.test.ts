import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { INITIAL } from 'vscode-textmate';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, tokensOf } from './tokenize';

const fixtures = path.join(import.meta.dirname, 'fixtures');
const samples = path.resolve(import.meta.dirname, '../../samples');

/** A line of a fixture, and its words that have scopes, in order, as `scopes ← words`. */
interface Expectation {
  readonly line: string;
  readonly expected: string[];
}

const mark = '    → ';

/** Reads a fixture: each line of a report, `⇥` for a tab, is followed by what it must give, a line for each token. */
function read(name: string): Expectation[] {
  const cases: Expectation[] = [];
  for (const line of readFileSync(path.join(fixtures, name), 'utf8').split('\n')) {
    if (line.startsWith(mark)) cases.at(-1)!.expected.push(line.slice(mark.length));
    else if (line !== '') cases.push({ line: line.replaceAll('⇥', '\t'), expected: [] });
  }
  return cases;
}

describe('the grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  for (const name of readdirSync(fixtures))
    describe(name, () => {
      for (const { line, expected } of read(name))
        it(line, () => {
          const coloured = tokensOf(grammar, line).filter(({ scopes }) => scopes !== '');
          assert.deepEqual(coloured.map(({ text, scopes }) => `${scopes} ← ${text.replaceAll('\t', '⇥')}`), expected); // prettier-ignore
        });
    });

  it('keeps no state from line to line: an unclosed bracket colours no other line', () => {
    const { depth } = grammar.tokenizeLine('一般敘述', INITIAL).ruleStack;
    for (const line of ['「未結束的引號', '（一）《未完', '**粗體', '<!-- 註解', '| 表格', '# 「'])
      assert.equal(grammar.tokenizeLine(line, INITIAL).ruleStack.depth, depth, line);
  });

  it('reads every line of the samples', () => {
    for (const name of readdirSync(samples)) {
      const text = readFileSync(path.join(samples, name), 'utf8');
      for (const line of text.split('\n'))
        assert.equal(tokensOf(grammar, line).map(({ text: words }) => words).join('').trimEnd(), line.trimEnd()); // prettier-ignore
    }
  });

  /** Bytes in UTF-8. Whatever is quadratic takes minutes at this length. */
  const length = 1_000_000;
  const lines = {
    'opening quotation marks': '「',
    'opening brackets': '（',
    'upper-case letters': 'A',
    'upper-case letters and digits': 'A1',
    digits: '1',
    dates: '113年8月16日至',
    'halves of dates': '113年8月',
    dots: '…',
    blanks: ' ',
    'wide blanks': '　',
    'opening bold marks': '**重',
    'numerals in words': '一百',
    numerals: '一',
    'marks of headings': '#',
    cells: '|',
    'comments that never close': '<!--',
  };
  const limitInMilliseconds = 5000;
  for (const [what, words] of Object.entries(lines))
    for (const before of ['', '一、', '服務機關：'])
      it(`takes a line of 1 MB: ${before}${what}`, () => {
        const line = before + words.repeat(Math.ceil(length / Buffer.byteLength(words)));
        assert(timeOf(line) < limitInMilliseconds);
      });

  it('takes a line of 5 MB', () => {
    const words = '出席 APEC 會議之會員就數位貿易交換意見，並支持「';
    assert(timeOf(words.repeat((5 * length) / Buffer.byteLength(words))) < 5 * limitInMilliseconds);
  });

  /** Milliseconds of the processor that the grammar needs for `line`: other processes' time is not its own. */
  function timeOf(line: string): number {
    const start = process.cpuUsage();
    grammar.tokenizeLine(line, INITIAL);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  }
});
