/** Reports to try things on: those of the corpus and the samples, and what may become of a report while it is put together. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { createReportService } from '../../server/src/service';
import { readCorpus } from '../corpus/corpus';

const samples = path.resolve(import.meta.dirname, '../../samples');

/** The texts of the corpus and of the samples, as they are. */
export const wholeReports: readonly string[] = [
  ...readCorpus().map(({ text }) => text),
  ...readdirSync(samples, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|txt)$/.test(entry.name))
    .map(({ name }) => readFileSync(path.join(samples, name), 'utf8')),
];

const service = createReportService({
  onRuleFailure: (rule, error) => {
    throw new Error(`the rule ${rule} failed`, { cause: error });
  },
});

/** Any of `count` things, each as likely as the others: fast-check by itself prefers the first and the last. */
export function anyOf(count: number): fc.Arbitrary<number> {
  return fc.noBias(fc.nat(count - 1));
}

/** Offset behind the line that holds `offset`, `share` of the way from the first line to the last. */
function lineStartAt(text: string, share: number): number {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length)];
  return starts[Math.floor(share * starts.length)]!;
}

/** The words of the front part `kind`, taken out of `text`; undefined where it has none. */
function takenOut(
  text: string,
  kind: 'cover' | 'abstract',
): { readonly part: string; readonly rest: string } | undefined {
  const node = service.outline(service.parse(text)).find((one) => one.kind === kind);
  if (!node) return undefined;
  return { part: text.slice(node.start, node.end), rest: text.slice(0, node.start) + text.slice(node.end) };
}

/** An abstract for reports that lack one. */
const ownAbstract =
  '摘要\n\n本次會議於首爾舉行，計有美國、日本及韓國等12個會員出席，我國由林科長率團與會，就數位貿易、供應鏈韌性及能力建構等三項議題交換意見。\n\n';

/** The report with 摘要 behind everything, as where it is written last. */
function abstractBehind(text: string): string {
  const { part, rest } = takenOut(text, 'abstract') ?? { part: ownAbstract, rest: text };
  return `${rest.trimEnd()}\n\n${part}`;
}

/** The report with its cover `share` of the way down, as where two files were joined. */
function coverMoved(text: string, share: number): string {
  const taken = takenOut(text, 'cover');
  if (!taken) return text;
  const at = lineStartAt(taken.rest, share);
  return taken.rest.slice(0, at) + taken.part + taken.rest.slice(at);
}

const paragraphs: readonly string[] = wholeReports.flatMap((text) =>
  text.split(/\n{2,}/).filter((words) => words.trim() !== ''),
);

/** Paragraphs of many reports, one behind the other: headings out of order, two covers, a table without its heading. */
const pieced: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      anyOf(paragraphs.length).map((index) => paragraphs[index]!),
      fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\r\n\r\n', '\n\u3000\n'),
    ),
    { minLength: 3, maxLength: 30, size: 'max' },
  )
  .map((pieces) => pieces.flat().join(''));

const whole: fc.Arbitrary<string> = anyOf(wholeReports.length).map((index) => wholeReports[index]!);
/** A number from 0 up to 1, evenly drawn. */
export const share: fc.Arbitrary<number> = anyOf(1 << 20).map((draw) => draw / (1 << 20));

const arranged: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: whole },
  { weight: 2, arbitrary: whole.map(abstractBehind) },
  { weight: 2, arbitrary: fc.tuple(whole, share).map(([text, at]) => coverMoved(text, at)) },
  { weight: 2, arbitrary: pieced },
);

/** Line ends of Windows; characters of two units; blanks of Chinese typesetting. Each as a file may have them all over. */
const inAnotherHand: readonly ((text: string) => string)[] = [
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => text.replaceAll('台', '𠮷').replaceAll('會', '㑹𠀋'),
  (text) => text.replace(/\n(?=\S)/g, '\n\u3000\u3000'),
  (text) => text.replace(/\n/g, (end, offset: number) => (offset % 3 === 0 ? '\r\n' : end)),
];

/** A report as it may come along. */
export const reportText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: arranged },
  {
    weight: 1,
    arbitrary: fc.tuple(arranged, fc.constantFrom(...inAnotherHand)).map(([text, rewrite]) => rewrite(text)),
  },
);
