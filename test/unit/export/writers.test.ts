import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { docxOf } from '../../../server/src/export/docx';
import { htmlOf } from '../../../server/src/export/html';
import { imagePath, readImage } from '../../../server/src/export/images';
import type { Images } from '../../../server/src/export/layout';
import { odtOf } from '../../../server/src/export/odt';
import { digestDocument, digestOf } from '../../../server/src/export/digest';
import { reviewForm } from '../../../server/src/export/reviewForm';
import { parseReport } from '../../../server/src/report/parse/parse';
import { odfFaults } from './odfSchema';
import { assertHtmlTags, elementsIn, mainOf, named, orderFaults, textIn, xmlParts } from './packages';
import type { Element } from './packages';
import { documentIn, realReports } from './reports';

const today = { year: 2026, month: 3, day: 1 };
/** A picture of 2 by 1 pixels. */
const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4nGNgYGD4z8AAAAMBAQC4pDVhAAAAAElFTkSuQmCC',
    'base64',
  ),
);

const report = `出國報告（出國類別：考察）

赴日考察報告

服務機關：經濟部能源署
姓名職稱：林家安科長
報告日期：115 年 5 月 20 日

摘要

赴日**考察**。

關鍵詞：氫能、加氫站

目次

壹、目的\t3
貳、過程\t4

壹、目的

見[官網](https://a.tw/?a=1&b=2)[^1]。

[^1]: 國發會，111 年。

貳、過程

一、行程

表 1　行程

日期\t行程
3 月 8 日\t啟程 <上午> & "下午"

二、拜會

1. 甲。

2. 乙。

另就下列事項交換意見。

1. 丙。

3. 丁。

![會場](a.png)

圖 1　會場

![不在](b.png)

附件
`;

const images: Images = new Map([['a.png', readImage(png)!]]);
const document = documentIn(report);

/** The words and number properties of the paragraphs of a DOCX. */
function numbersIn(main: Element): string[] {
  return named(main, 'w:p').flatMap((paragraph) => {
    const properties = named(paragraph, 'w:numPr')[0];
    if (!properties) return [];
    const value = (name: string): string => named(properties, name)[0]?.attributes['w:val'] ?? '';
    return [`${value('w:numId')}:${value('w:ilvl')} ${textIn(paragraph)}`];
  });
}

describe('DOCX', () => {
  let parts: ReadonlyMap<string, Element>;
  let bytes: Uint8Array;
  before(async () => {
    bytes = await docxOf(document, images, today);
    parts = xmlParts(bytes);
  });
  const part = (name: string): Element => parts.get(name)!;

  test('every part is well formed and in the order that Word insists on', () => {
    assert.ok(parts.size > 8);
    for (const [name, root] of parts) assert.deepEqual(orderFaults(root), [], name);
  });

  test('chapters are headings of one list with Chinese numerals, linked to their styles', () => {
    const levels = named(part('word/numbering.xml'), 'w:abstractNum').find((list) => named(list, 'w:numFmt')[0]?.attributes['w:val'] !== 'bullet')!; // prettier-ignore
    assert.deepEqual(
      named(levels, 'w:lvl').slice(0, 3).map((level) => ['w:numFmt', 'w:lvlText', 'w:pStyle'].map((name) => named(level, name)[0]?.attributes['w:val'])), // prettier-ignore
      [
        ['ideographLegalTraditional', '%1、', 'Heading1'],
        ['taiwaneseCountingThousand', '%2、', 'Heading2'],
        ['decimal', '%3.', undefined],
      ],
    );
    const main = part('word/document.xml');
    const headings = named(main, 'w:p').filter((one) =>
      /^Heading/.test(named(one, 'w:pStyle')[0]?.attributes['w:val'] ?? ''),
    );
    assert.deepEqual(headings.map(textIn), ['目的', '過程', '行程', '拜會', '附件']);
  });

  test('numbers that count are numbers, a list begins again, and a number that skips is text', () => {
    const lines = numbersIn(part('word/document.xml'));
    const [list] = lines[0]!.split(':');
    const again = lines.find((line) => line.endsWith('丙。'))!.split(':')[0]!;
    assert.notEqual(again, list);
    assert.deepEqual(lines.slice(0, 6), [
      `${list!}:0 目的`, `${list!}:0 過程`, `${list!}:1 行程`, `${list!}:1 拜會`, `${list!}:2 甲。`, `${list!}:2 乙。`,
    ]); // prettier-ignore
    assert.ok(named(part('word/document.xml'), 'w:p').some((one) => textIn(one) === '3. 丁。'));
    const restart = named(part('word/numbering.xml'), 'w:num').find((one) => one.attributes['w:numId'] === again)!;
    assert.ok(named(restart, 'w:startOverride').length > 0);
    // 附件 has no number of its own, though its style counts.
    const annex = named(part('word/document.xml'), 'w:p').find(
      (one) => textIn(one) === '附件' && named(one, 'w:numPr').length > 0,
    )!;
    assert.equal(named(annex, 'w:numId')[0]?.attributes['w:val'], '0');
  });

  test('目次 is a field that is filled with titles and pages', () => {
    const contents = named(part('word/document.xml'), 'w:sdt')[0]!;
    const entries = named(contents, 'w:p').map(textIn);
    assert.deepEqual(entries.map((entry) => entry.replace('TOC \\h \\o "1-1"', '').replace(/ ?PAGEREF _Toc\d+ \\h ?/, '…')), ['壹、目的…1', '貳、過程…1', '附件…1']); // prettier-ignore
    const anchors = named(contents, 'w:hyperlink').map(({ attributes }) => attributes['w:anchor']);
    const bookmarks = new Set(
      named(part('word/document.xml'), 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']),
    );
    assert.ok(anchors.length === 3 && anchors.every((anchor) => bookmarks.has(anchor)));
  });

  test('tables repeat their head, captions count, images say what they show, notes are notes', () => {
    const main = part('word/document.xml');
    assert.equal(named(main, 'w:tblHeader').length, 1);
    assert.deepEqual(named(main, 'w:instrText').filter((one) => textIn(one).includes('SEQ')).length, 2);
    assert.equal(named(main, 'wp:docPr')[0]?.attributes['descr'], '會場');
    assert.ok(textIn(main).includes('〔圖：不在〕'));
    assert.ok(textIn(part('word/footnotes.xml')).includes('國發會，111 年。'));
    assert.ok(Object.keys(unzipSync(bytes)).some((name) => name.startsWith('word/media/')));
  });

  test('pages are numbered from the body on, and language and properties are set', () => {
    const sections = named(part('word/document.xml'), 'w:sectPr');
    assert.deepEqual(
      sections.map((one) => named(one, 'w:footerReference').length),
      [0, 0, 1],
    );
    assert.equal(named(sections[2]!, 'w:pgNumType')[0]?.attributes['w:start'], '1');
    const core = part('docProps/core.xml');
    assert.equal(textIn(named(core, 'dc:title')[0]!), '赴日考察報告');
    assert.equal(textIn(named(core, 'cp:keywords')[0]!), '氫能、加氫站');
    assert.equal(textIn(named(core, 'dcterms:created')[0]!), '2026-03-01T00:00:00Z');
    assert.ok(named(part('word/styles.xml'), 'w:lang').some(({ attributes }) => attributes['w:eastAsia'] === 'zh-TW'));
  });

  for (const { name, text } of realReports())
    test(`of ${name} is in order`, async () => {
      for (const [file, root] of xmlParts(await docxOf(documentIn(text), new Map(), today)))
        assert.deepEqual(orderFaults(root), [], file);
    });
});

describe('ODT', () => {
  const bytes = odtOf(document, images, today);
  const parts = xmlParts(bytes);
  const content = parts.get('content.xml')!;

  test('begins with its media type, uncompressed, and lists its parts', () => {
    assert.equal(
      Buffer.from(bytes.subarray(30, 77)).toString('latin1'),
      'mimetypeapplication/vnd.oasis.opendocument.text',
    );
    const listed = named(parts.get('META-INF/manifest.xml')!, 'manifest:file-entry').map(
      ({ attributes }) => attributes['manifest:full-path']!,
    );
    const there = Object.keys(unzipSync(bytes)).filter((name) => name !== 'mimetype' && !name.startsWith('META-INF'));
    assert.deepEqual(listed.filter((name) => name !== '/').sort(), there.sort());
  });

  test('is what the schema of the standard allows, in the form of a report and of its forms', async () => {
    assert.deepEqual(await odfFaults(bytes), []);
    const fields = digestOf(parseReport(report), document);
    for (const form of [reviewForm(fields, [], document), digestDocument(fields, document)])
      assert.deepEqual(await odfFaults(odtOf(form, new Map(), today)), []);
  });

  test('what the schema does not allow is found', async () => {
    for (const [part, sound, strange] of [
      ['content.xml', '<text:p ', '<text:p text:colour="red" '],
      ['content.xml', ' text:outline-level="1"', ' text:outline-level="one"'],
      ['styles.xml', '<style:style ', '<style:look '],
      ['META-INF/manifest.xml', 'manifest:full-path=', 'manifest:path='],
    ] as const) {
      const files = unzipSync(bytes);
      const xml = strFromU8(files[part]!);
      assert.ok(xml.includes(sound), part);
      assert.match((await odfFaults(zipSync({ ...files, [part]: strToU8(xml.replace(sound, strange)) }))).join('\n'), new RegExp(`^${part}:\\d+ `)); // prettier-ignore
    }
  });

  for (const { name, text } of realReports())
    test(`of ${name} is what the schema allows`, async () => {
      assert.deepEqual(await odfFaults(odtOf(documentIn(text), new Map(), today)), []);
    });

  test('every style that is named is there', () => {
    const all = [content, parts.get('styles.xml')!].flatMap((root) => [...elementsIn(root)]);
    const defined = new Set(all.filter(({ name }) => name === 'style:style' || name === 'text:list-style').map(({ attributes }) => attributes['style:name'])); // prettier-ignore
    const used = all.flatMap(
      ({ attributes }) =>
      Object.entries(attributes).filter(([name]) => /(?:^|:)(?:style-name|parent-style-name|default-style-name|visited-style-name)$/.test(name)).map(([, value]) => value), // prettier-ignore
    );
    assert.deepEqual(
      used.filter((name) => !defined.has(name)),
      [],
    );
  });

  test('chapters and items are one list that begins again where the report does', () => {
    const lists = content.children.flatMap((child) => (typeof child === 'string' ? [] : named(child, 'text:list'))).filter(({ attributes }) => attributes['text:style-name'] === 'Numbers'); // prettier-ignore
    assert.deepEqual(lists.map(textIn), ['目的', '過程', '行程', '拜會', '甲。', '乙。', '丙。']);
    assert.equal(lists.filter(({ attributes }) => attributes['xml:id'] === 'numbers').length, 1);
    assert.deepEqual(lists.map((list) => named(list, 'text:list-item').filter(({ attributes }) => attributes['text:start-value'] === '1').length), [0, 0, 0, 0, 0, 0, 1]); // prettier-ignore
  });

  test('目次, table, note, captions, image and pages are there', () => {
    const contents = named(content, 'text:index-body')[0]!;
    assert.deepEqual(named(contents, 'text:a').map(textIn), ['壹、目的1', '貳、過程1', '附件1']);
    assert.equal(named(content, 'table:table-header-rows').length, 1);
    assert.equal(textIn(named(content, 'text:note-body')[0]!), '國發會，111 年。');
    assert.deepEqual(named(content, 'text:sequence').map(textIn), ['1', '1']);
    assert.equal(textIn(named(content, 'svg:desc')[0]!), '會場');
    const masters = named(content, 'style:style')
      .map(({ attributes }) => attributes['style:master-page-name'])
      .filter(Boolean);
    assert.deepEqual([...new Set(masters)], ['Cover', 'Front', 'Body']);
  });
});

describe('HTML', () => {
  test('is one self-contained file, every tag closed, nothing of the report taken as markup', () => {
    const html = htmlOf(document, images);
    assertHtmlTags(mainOf(html));
    assert.ok(
      html.includes('src="data:image/png;base64,') && html.includes('啟程 &lt;上午&gt; &amp; &quot;下午&quot;'),
    );
    assert.ok(!/<script|\son\w+=|src="(?!data:)/.test(html));
    assert.deepEqual(html.match(/href="[^"#][^"]*"/g), ['href="https://a.tw/?a=1&amp;b=2"']);
    // Browsers count pages from the first sheet on, unless a page says that it does not count.
    assert.ok(html.includes('@page unnumbered { counter-increment: page 0; }'));
    assert.ok(html.includes('.cover, .front { page: unnumbered; }'));
    for (const id of html.matchAll(/href="#([^"]+)"/g)) assert.ok(html.includes(`id="${id[1]!}"`), id[1]);
  });

  for (const { name, text } of realReports())
    test(`of ${name} closes its tags`, () => {
      assertHtmlTags(mainOf(htmlOf(documentIn(text), new Map())));
    });
});

describe('columns that stand at the right or in the middle', () => {
  const aligned = documentIn(
    report.replace(
      '日期\t行程\n3 月 8 日\t啟程 <上午> & "下午"\n\n',
      '| 期別 | 碼頭 | 容量 |\n|:--|:-:|--:|\n| 首期 | 大棧橋 | 6.0 |\n| 次期 | 本牧 |\n\n',
    ),
  );

  test('do so in a Word file, but for their names', async () => {
    const main = xmlParts(await docxOf(aligned, images, today)).get('word/document.xml')!;
    assert.deepEqual(orderFaults(main), []);
    const sides = named(main, 'w:tc').map((cell) => named(cell, 'w:jc')[0]?.attributes['w:val']);
    assert.deepEqual(sides, [undefined, undefined, undefined, undefined, 'center', 'right', undefined, 'center', undefined]); // prettier-ignore
  });

  test('do so in an ODF file that the schema allows', async () => {
    const bytes = odtOf(aligned, images, today);
    assert.deepEqual(await odfFaults(bytes), []);
    const content = xmlParts(bytes).get('content.xml')!;
    const sides = new Map(
      named(content, 'style:style').map((style) => [
        style.attributes['style:name'],
        named(style, 'style:paragraph-properties')[0]?.attributes['fo:text-align'],
      ]),
    );
    const cells = named(content, 'table:table-cell').map((cell) => sides.get(named(cell, 'text:p')[0]!.attributes['text:style-name'])); // prettier-ignore
    assert.deepEqual(cells.slice(3, 6), [undefined, 'center', 'end']);
  });

  test('do so on a page', () => {
    assert.ok(
      htmlOf(aligned, images).includes('<td>首期</td><td class="center">大棧橋</td><td class="right">6.0</td>'),
    );
  });
});

describe('images', () => {
  test('are read from below the report’s folder only', () => {
    assert.equal(imagePath('照片/a%20b.png'), '照片/a b.png');
    assert.equal(imagePath('./a.png'), 'a.png');
    for (const source of [
      '../a.png',
      'b/../../a.png',
      '/etc/a.png',
      'https://a.tw/a.png',
      'file:///a.png',
      'C:\\a.png',
      'data:image/png;base64,xx',
      '',
      '%2e%2e/a.png',
    ])
      assert.equal(imagePath(source), undefined, source);
  });

  test('of other kinds and broken ones are none', () => {
    assert.deepEqual(readImage(png), { bytes: png, type: 'png', width: 2, height: 1 });
    for (const bytes of [
      new Uint8Array(),
      png.subarray(0, 12),
      new TextEncoder().encode('<svg width="1" height="1"/>'),
    ])
      assert.equal(readImage(bytes), undefined);
  });
});
