/** Nothing of a report is lost in what is made of it: its document, every file, the preview and the record. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { digestOf } from '../../server/src/export/digest';
import { wordsOf } from '../../server/src/export/document';
import type { ReportDocument } from '../../server/src/export/document';
import { docxOf } from '../../server/src/export/docx';
import { htmlOf, htmlPieces } from '../../server/src/export/html';
import { odtOf } from '../../server/src/export/odt';
import { coverLabels } from '../../server/src/knowledge/coverLabels';
import { parseReport } from '../../server/src/report/parse/parse';
import { textIn, parseXml } from '../unit/export/packages';
import { documentIn, readingOf, realReports } from '../unit/export/reports';
import { anyOf } from './texts';

const today = { year: 2026, month: 3, day: 1 };

/** How often each letter and digit stands in `text`: marks and blanks are the document's own affair. */
function lettersIn(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [letter] of text.normalize('NFKC').matchAll(/[\p{L}\p{N}]/gu))
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** The letters of `text` that `other` has fewer of, as often as they are wanting. */
function wanting(text: string, other: string): string {
  const there = lettersIn(other);
  return [...lettersIn(text)]
    .map(([letter, count]) => letter.repeat(Math.max(0, count - (there.get(letter) ?? 0))))
    .join('');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What a page shows, without its tags. */
function shownBy(html: string): string {
  return html.replace(/<[^<>]*>/g, '\n').replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name]!);
}

/** The words of every file and view that is made of `document`. */
async function writtenWords(document: ReportDocument): Promise<ReadonlyMap<string, string>> {
  const parts = (bytes: Uint8Array, names: readonly string[]): string => {
    const files = unzipSync(bytes);
    return names.flatMap((name) => (files[name] ? [textIn(parseXml(strFromU8(files[name])))] : [])).join('\n');
  };
  const html = htmlOf(document, new Map());
  return new Map([
    ['DOCX', parts(await docxOf(document, new Map(), today), ['word/document.xml', 'word/footnotes.xml'])],
    ['ODT', parts(odtOf(document, new Map(), today), ['content.xml'])],
    ['HTML', shownBy(html.slice(html.indexOf('<main>')))],
    [
      'preview',
      htmlPieces(document, () => undefined, 'data-style')
        .map((piece) => shownBy(piece.html))
        .join('\n'),
    ],
  ]);
}

/** What `document` says but for the outline numbers, which word processors count themselves. */
function withoutNumbers(document: ReportDocument): string {
  const counted = (block: ReportDocument['body'][number]): boolean =>
    'number' in block && typeof block.number === 'object' && block.number.automatic;
  const bare = (blocks: ReportDocument['body']): ReportDocument['body'] =>
    blocks.map((block) => (counted(block) ? ({ ...block, number: undefined } as typeof block) : block));
  return readingOf({
    ...document,
    body: bare(document.body),
    front: document.front.map((part) => (part.kind === 'abstract' ? { ...part, blocks: bare(part.blocks) } : part)),
  });
}

async function assertWritten(document: ReportDocument): Promise<void> {
  for (const [name, words] of await writtenWords(document))
    assert.equal(
      wanting(name === 'HTML' || name === 'preview' ? readingOf(document) : withoutNumbers(document), words),
      '',
      name,
    );
}

for (const { name, text } of realReports())
  test(`every writer writes every word of ${name}`, async () => {
    await assertWritten(documentIn(text));
  });

// ------------------------------------------------------------------------------------------------ covers as they come along

const known = [...coverLabels()].map(({ text }) => text);
/** Labels of forms that the tables do not know. */
const unknown = [
  '計畫編號',
  '計畫名稱',
  '會議名稱',
  '聯絡電話',
  '經費來源',
  '研究領域',
  '審查意見',
  '備註',
  '主辦單位',
  'Project',
  '論文題目（中英文）',
  '主　　題',
  '贊助機構',
];
const values = ['經濟部國際合作處', '王小明副處長', '陳怡君、林大同', '114年8月24日至114年8月29日', '丹麥，奧胡斯', 'NSTC 113-2221-E-019-045-MY2', '離岸風電支撐結構沖刷行為之數值模擬', '02-2321-1234 #567', 'https://www.ey.gov.tw/a?b=1', 'Aarhus, Denmark', '（無）', '3 人', '壹佰萬元', '**粗體**之字', '【待補】', 'report.docx']; // prettier-ignore
const others = ['行政院所屬各機關因公出國人員出國報告書', '（出國類別：開會）', '出席亞太經濟合作工作小組會議報告', '第 2 冊', '2026', 'REPORT', '機密等級：普通', '─ ─ ─', '中華民國114年9月', '（簡版）', '1. 初稿']; // prettier-ignore

interface Shape {
  /** What the generated covers have of each kind of line; a test that reaches none of a kind proves nothing of it. */
  readonly kind: string;
  readonly line: string;
}

const label = fc.oneof(
  anyOf(known.length).map((at) => known[at]!),
  fc.constantFrom(...unknown),
);
const value = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: fc.constant('') });
const field = fc.tuple(label, value);
const colon = fc.constantFrom('：', '：', ':', '： ');
const line: fc.Arbitrary<Shape> = fc.oneof(
  fc.tuple(field, colon).map(([[name, words], mark]) => ({ kind: 'field', line: `${name}${mark}${words}` })),
  fc.array(field, { minLength: 2, maxLength: 3 }).map((fields) => ({ kind: 'columns', line: fields.flat().join('\t') })),
  fc.tuple(fc.array(field, { minLength: 2, maxLength: 3 }), colon, fc.constantFrom('\t', '　', '　　', '   ', '；', '\t\t')).map(
    ([fields, mark, gap]) => ({ kind: 'fields', line: fields.map(([name, words]) => `${name}${mark}${words}`).join(gap) }),
  ),
  fc.array(field, { minLength: 1, maxLength: 2 }).map((fields) => ({ kind: 'row', line: `| ${fields.flat().join(' | ')} |` })),
  fc.constant({ kind: 'row', line: '|---|---|' }),
  fc.tuple(label, fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }), fc.constantFrom('', '　　', '\t')).map(
    ([name, words, indent]) => ({ kind: 'lines', line: `${name}：${words.map((one) => `${indent}${one}`).join('、\n')}` }),
  ),
  fc.tuple(label, fc.constantFrom(...values)).map(([name, words]) => ({ kind: 'below', line: `${name}：\n${words}` })),
  field.map(([name, words]) => ({ kind: 'no colon', line: `${name} ${words}` })),
  fc.tuple(fc.constantFrom('1. ', '- ', '**', '＊', '# '), field).map(([mark, [name, words]]) => ({ kind: 'marked', line: `${mark}${name}：${words}` })),
  fc.constantFrom(...others, ...values).map((words) => ({ kind: 'other', line: words })),
  fc.constant({ kind: 'blank', line: '' }),
); // prettier-ignore

const cover = fc.tuple(fc.constantFrom('出國報告（出國類別：考察）\n\n', '# 赴日考察報告\n\n', '出席國際學術會議心得報告\n', ''), fc.array(line, { minLength: 1, maxLength: 12 }), fc.constantFrom('\n', '\r\n')); // prettier-ignore

const body = '\n\n壹、目的\n\n說明。\n\n貳、過程\n\n紀要。\n';

test('nothing of a cover is lost or said twice, whatever its lines look like', async () => {
  const reached = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(cover, async ([opening, lines, end]) => {
      const text = (opening + lines.map((one) => one.line).join('\n') + body).replaceAll('\n', end);
      const document = documentIn(text, false);
      const report = parseReport(text);
      for (const { kind, line: words } of lines)
        if (report.cover.end > 0 && text.indexOf(words) < report.cover.end)
          reached.set(kind, (reached.get(kind) ?? 0) + 1);
      const reading = readingOf(document);
      assert.equal(wanting(text, reading), '', 'lost in the document');
      assert.equal(wanting(reading, text), '', 'said twice');
      await assertWritten(document);
      // What the record is asked for is whole in it, but for days, which the portal writes in its own way.
      const record = digestOf(report, document)
        .map((one) => one.value)
        .join('\n');
      for (const { id, content } of document.cover)
        if (id === 'agency' || id === 'name' || id === 'name-and-title' || id === 'position' || id === 'destination')
          assert.equal(wanting(wordsOf(content), record), '', 'lost in the record');
    }),
    { numRuns: 200 },
  );
  for (const kind of ['field', 'columns', 'fields', 'row', 'lines', 'below', 'no colon', 'marked', 'other', 'blank'])
    assert.ok((reached.get(kind) ?? 0) >= 20, `${kind}: ${reached.get(kind) ?? 0}`);
});

// ----------------------------------------------------------------------------------------------------------- bodies

const words = fc.constantFrom('國際合作處派員參加', '本次會議由韓國主持，討論數位貿易', '說明如下：', 'The meeting was held in Busan.', '推動氫能，並', '目的', '出國行程', '8月24日', '心得及建議', '表 3　各會員出席情形', '圖 1：會場', '`npm run`與 x*y', '詳見 https://example.org/a_b?c=(1)', '依報告.pdf所載', 'A&B <C> "D"', '**結論**：同意', '[註]', '!重要', '5*3*2', '~~刪~~', '如註[^n]'); // prettier-ignore
const lead = fc.constantFrom('', '', '', '壹、', '貳、', '叁、', '一、', '二、', '（一）', '(1)', '1. ', '1、', '(2) ', '甲、', '- ', '  - ', '• ', '> ', '# ', '### ', '**', '　　', '\t', '    ', '1.1 ', 'A. ', '第一章　', '①', '※'); // prettier-ignore
const tail = fc.constantFrom('', '', '。', '：', '；', '  ', '**', ' #', '、', '<br>續', '\\');
const bodyLine = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(lead, words, tail).map((parts) => ({ kind: 'line', line: parts.join('') })) },
  { weight: 2, arbitrary: fc.array(words, { minLength: 2, maxLength: 4 }).map((cells) => ({ kind: 'tabs', line: cells.join('\t') })) },
  { weight: 2, arbitrary: fc.array(words, { minLength: 1, maxLength: 3 }).map((cells) => ({ kind: 'pipes', line: `| ${cells.join(' | ')} |` })) },
  { weight: 1, arbitrary: fc.array(words, { minLength: 2, maxLength: 3 }).map((cells) => ({ kind: 'blanks', line: cells.join('     ') })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'pipes', line: '|---|---|' }) },
  { weight: 1, arbitrary: words.map((one) => ({ kind: 'note', line: `[^n]: ${one}` })) },
  { weight: 3, arbitrary: fc.constant({ kind: 'blank', line: '' }) },
); // prettier-ignore

test('nothing of a body is lost or said twice, whatever its lines look like', async () => {
  const reached = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(bodyLine, { minLength: 1, maxLength: 25 }), async (lines) => {
      for (const { kind } of lines) reached.set(kind, (reached.get(kind) ?? 0) + 1);
      const text = `出國報告（出國類別：考察）\n\n赴日考察報告\n\n服務機關：經濟部\n\n壹、前言\n\n說明。\n\n${lines.map((one) => one.line).join('\n')}\n`;
      const document = documentIn(text, false);
      // Of markup the letters of a forced line end are none of the report, nor is the name of a note.
      const said = text.replaceAll('<br>', '').replaceAll('[^n]', '');
      const reading = readingOf(document).replaceAll('[^n]', '');
      assert.equal(wanting(said, reading), '', 'lost in the document');
      // A note is written once for each place that names it.
      const marks = text.match(/\[\^n\](?!:)/g)?.length ?? 0;
      if (marks < 2) assert.equal(wanting(reading, said), '', 'said twice');
      await assertWritten(document);
    }),
    { numRuns: 200 },
  );
  for (const kind of ['line', 'tabs', 'pipes', 'blanks', 'note', 'blank'])
    assert.ok((reached.get(kind) ?? 0) >= 40, `${kind}: ${reached.get(kind) ?? 0}`);
});
