import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wordsOf } from '../../../server/src/export/document';
import { hiddenLines } from '../../../server/src/export/hiddenLines';
import { parseReport } from '../../../server/src/report/parse/parse';
import { documentIn, readingOf, realReports, sketchOf } from './reports';

const opening = '出國報告（出國類別：開會）\n\n出席亞太能源會議報告\n\n服務機關：經濟部能源署\n姓名職稱：林家安科長\n報告日期：114 年 4 月 10 日\n\n'; // prettier-ignore
const bodyOf = (body: string): string[] => sketchOf(documentIn(opening + body).body);

/** How often each Han character stands in `text`. */
function hanIn(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [character] of text.matchAll(/\p{Script=Han}/gu)) counts[character] = (counts[character] ?? 0) + 1;
  return counts;
}

describe('the document of a report', () => {
  for (const { name, text } of realReports())
    test(`holds every Chinese character of ${name} once, but for 目次 and the edges of pages`, () => {
      const report = parseReport(text);
      const { kinds } = hiddenLines(report);
      const { contents } = report;
      const shown = [...kinds.keys()].filter((line) => {
        const start = report.lines.starts[line]!;
        const isFootnote = /^\[\^[^\]]+\]:/.test(text.slice(start));
        return (
          (kinds[line] !== 'hidden' || isFootnote) &&
          kinds[line] !== 'edge' &&
          !(contents && contents.start <= start && start < contents.end)
        );
      });
      const words = shown.map((line) => {
        const start = report.lines.starts[line]!;
        return text.slice(start, start + report.lines.facts[line]!.length);
      });
      // A cover that is a table names its columns: 「| 項目 | 內容 |」.
      // Where a link leads is not printed.
      const printed = words
        .join('\n')
        .replace(/^\| 項目 \| 內容 \|$/m, '')
        .replace(/\]\([^()\n]*\)/g, ']');
      const expected = hanIn(printed);
      assert.deepEqual(hanIn(readingOf(documentIn(text))), expected);
    });

  test('has the lines of the cover in their order, with label and value', () => {
    const { cover, properties } = documentIn(`${opening}壹、目的\n\n說明。\n`);
    assert.deepEqual(
      cover.map(({ role, label, content }) => [role, label, wordsOf(content)]),
      [
        ['kind', '', '出國報告（出國類別：開會）'],
        ['title', '', '出席亞太能源會議報告'],
        ['field', '服務機關', '經濟部能源署'],
        ['field', '姓名職稱', '林家安科長'],
        ['field', '報告日期', '114 年 4 月 10 日'],
      ],
    );
    assert.deepEqual(properties, {
      title: '出席亞太能源會議報告',
      category: '開會',
      agencies: ['經濟部能源署'],
      keywords: [],
      date: { year: 2025, month: 4, day: 10 },
    });
  });

  test('has every field of a line with several, known to the tables or not, and what stands beside them', () => {
    const { cover, properties } = documentIn(
      '國科會補助專題研究計畫出席國際學術會議心得報告\n\n計畫編號\tNSTC 113-2221-E-019\t計畫名稱\t沖刷行為之監測\n出國人員姓名：蘇柏勳\t服務機構及職稱：某大學副教授\t聯絡電話：1234\n會議時間：114年8月24日至114年8月29日　　主　　題：沖刷\n會議地點：丹麥，奧胡斯\t（視訊）\n會議時間：114年9月1日\n\n一、經過\n\n說明。\n',
    );
    assert.deepEqual(
      cover.map(({ role, label, content }) => [role, label, wordsOf(content)]),
      [
        ['title', '', '國科會補助專題研究計畫出席國際學術會議心得報告'],
        ['field', '計畫編號', 'NSTC 113-2221-E-019'],
        ['field', '計畫名稱', '沖刷行為之監測'],
        ['field', '出國人員姓名', '蘇柏勳'],
        ['field', '服務機構及職稱', '某大學副教授'],
        ['field', '聯絡電話', '1234'],
        ['field', '會議時間', '114年8月24日至114年8月29日'],
        ['field', '主　題', '沖刷'],
        ['field', '會議地點', '丹麥，奧胡斯　（視訊）'],
        ['field', '會議時間', '114年9月1日'],
      ],
    );
    assert.equal(properties.title, '國科會補助專題研究計畫出席國際學術會議心得報告');
  });

  test('reads a title up to a label that the tables do not know', () => {
    const { cover, properties } = documentIn(
      '出席國際學術會議\n心得報告\n計畫編號：NSTC 113\n計畫名稱：沖刷\n服務機關：某大學\n\n壹、目的\n\n說明。\n',
    );
    assert.equal(properties.title, '出席國際學術會議心得報告');
    assert.deepEqual(
      cover.filter(({ role }) => role === 'field').map(({ label }) => label),
      ['計畫編號', '計畫名稱', '服務機關'],
    );
  });

  test('takes keywords out of 摘要, and keeps them there', () => {
    const { front, properties } = documentIn(
      `${opening}摘要\n\n會議順利。\n\n關鍵詞：能源、氫能，APEC。\n\n壹、目的\n\n說明。\n`,
    );
    assert.deepEqual(properties.keywords, ['能源', '氫能', 'APEC']);
    assert.equal(front[0]?.kind === 'abstract' && front[0].blocks.length, 2);
  });
});

describe('outline numbers', () => {
  test('count by themselves where the report counts as a word processor does', () => {
    assert.deepEqual(
      bodyOf('壹、目的\n\n說明。\n\n貳、過程\n\n一、參訪\n\n（一）甲廠。\n\n（二）乙廠。\n\n二、座談\n\n（一）丙廠。\n'),
      [
        'h1 壹、 目的', 'text 說明。', 'h1 貳、 過程', 'h2 一、 參訪', 'item （一） 甲廠。', 'item （二） 乙廠。', 'h2 二、 座談',
        'item （一） 丙廠。',
      ],
    ); // prettier-ignore
  });

  test('are text where the report skips, repeats, or writes them another way', () => {
    assert.deepEqual(bodyOf('壹、目的\n\n說明。\n\n叁、過程\n\n一、甲。\n\n三、乙。\n\n二、丙。\n\n肆、心得及建議\n\n無。\n'), [
      'h1 壹、 目的', 'text 說明。', 'h1 叁、! 過程', 'item 一、 甲。', 'item 三、! 乙。', 'item 二、 丙。', 'h1 肆、! 心得及建議', 'text 無。',
    ]); // prettier-ignore
  });

  test('begin again where a list of its own begins', () => {
    const lines = bodyOf(
      '壹、過程\n\n1. 甲。\n\n2. 乙。\n\n另就下列事項交換意見。\n\n1. 丙。\n\n2. 丁。\n\n貳、建議\n\n1. 戊。\n',
    );
    assert.deepEqual(
      lines.filter((line) => line.startsWith('item')),
      ['item 1. 甲。', 'item 2. 乙。', 'item 1.↺ 丙。', 'item 2. 丁。', 'item 1. 戊。'],
    );
  });

  test('begin at 1 behind a deeper number, for which programs count a level that it passed over', () => {
    assert.deepEqual(
      bodyOf('壹、過程\n\n一、參訪\n\n1. 甲。\n\n（一）乙。\n\n1. 丙。\n\n（二）丁。\n\n二、座談\n\n（一）戊。\n'),
      ['h1 壹、 過程', 'h2 一、 參訪', 'item 1. 甲。', 'item （一）↺ 乙。', 'item 1. 丙。', 'item （二） 丁。', 'h2 二、 座談', 'item （一） 戊。'],
    ); // prettier-ignore
  });
});

describe('paragraphs', () => {
  const sentence = '本次會議由主席說明本年度之工作計畫及預期成果，並請各會員就能力建構之需求提出書面';
  test('cut by line ends are one', () => {
    assert.deepEqual(bodyOf(`壹、目的\n\n${sentence}\n意見，以利彙整。\n`), [
      'h1 壹、 目的',
      `text ${sentence}意見，以利彙整。`,
    ]);
    assert.deepEqual(bodyOf(`壹、目的\n\n（一）${sentence}\n意見，以利彙整。\n`), [
      'h1 壹、 目的',
      `item （一） ${sentence}意見，以利彙整。`,
    ]);
  });

  test('short lines stay lines', () => {
    assert.deepEqual(bodyOf('壹、目的\n\n與會人員：\n林家安\n陳怡君\n'), [
      'h1 壹、 目的', 'text 與會人員：', 'text 林家安', 'text 陳怡君',
    ]); // prettier-ignore
  });

  test('behind a title on its line are its first paragraph', () => {
    assert.deepEqual(bodyOf('目的：為瞭解氫能之發展，派員考察。\n\n過程：參訪三處工廠。\n'), [
      'h1 目的', 'text 為瞭解氫能之發展，派員考察。', 'h1 過程', 'text 參訪三處工廠。',
    ]); // prettier-ignore
  });

  test('numbers and running heads of PDF pages are left out, other numbers alone are not', () => {
    const page = (number: number): string => `第${'一二三'[number - 1]!}段說明。\n\n${number}\n\n赴日考察報告\n\n`;
    assert.deepEqual(bodyOf(`壹、目的\n\n${page(1)}${page(2)}${page(3)}結束。\n`), [
      'h1 壹、 目的', 'text 第一段說明。', 'text 第二段說明。', 'text 第三段說明。', 'text 結束。',
    ]); // prettier-ignore
    assert.deepEqual(bodyOf('壹、目的\n\n42\n\n說明。\n'), ['h1 壹、 目的', 'text 42', 'text 說明。']);
  });
});

describe('what is no words', () => {
  test('images in a table, a heading or a caption stand below it; a table of nothing else was there to set them side by side', () => {
    assert.deepEqual(bodyOf('# 壹、目的 ![廠](a.png)\n\n| 日期 | 照片 |\n|---|---|\n| 5月4日 | ![會場](b.png) |\n\n圖 1　合影 ![合影](e.png)\n\n| ![甲](c.png) | ![乙](d.png) |\n|---|---|\n'), [
      'h1 壹、 目的 ', 'figure a.png 廠', 'table with header 日期|照片/5月4日|', 'figure b.png 會場', 'caption 圖1 合影 ', 'figure e.png 合影', 'figure c.png 甲', 'figure d.png 乙',
    ]); // prettier-ignore
  });

  test('a note is kept where it stands in a title or in a cell, and its words where no place names it', () => {
    const { body, footnotes } = documentIn(
      `${opening}壹、目的[^1]\n\n| 甲[^2] | 乙 |\n| 丙 | 丁 |\n\n[^1]: 註一。\n[^2]: 註二。\n[^3]: 註三。\n`,
    );
    assert.deepEqual(footnotes.map(wordsOf), ['註一。', '註二。']);
    assert.deepEqual(sketchOf(body), ['h1 壹、 目的', 'table 甲|乙/丙|丁', 'text [^3]: 註三。']);
  });

  test('marks that a tab sets apart from their words make no table, and numbers below headings with # marks no headings', () => {
    assert.deepEqual(bodyOf('壹、目的\n\n1.\t甲廠之路線\n\ta)\t山區。\n\t①\t備援。\n'), [
      'h1 壹、 目的', 'h2 1. 甲廠之路線', 'text a)\t山區。', 'text ①\t備援。',
    ]); // prettier-ignore
    assert.deepEqual(bodyOf('# 壹、目的\n\n1. 發包方式\n   - 統包\n2. 調度\n'), [
      'h1 壹、 目的', 'item 1. 發包方式', 'bullet 統包', 'item 2. 調度',
    ]); // prettier-ignore
  });

  test('a caption stays with its figure, above or below it', () => {
    const placesOf = (body: string): string[] =>
      documentIn(opening + body).body.flatMap((block) => (block.kind === 'caption' ? [block.place] : []));
    assert.deepEqual(placesOf('壹、目的\n\n圖 1　甲\n\n![甲](a.png)\n'), ['above']);
    assert.deepEqual(placesOf('壹、目的\n\n![甲](a.png)\n\n圖 1　甲\n\n![乙](b.png)\n\n圖 2　乙\n'), [
      'below',
      'below',
    ]);
    assert.deepEqual(placesOf('壹、目的\n\n圖 1　甲\n\n說明。\n'), ['below']);
  });

  test('a figure that says nothing of itself is described by its caption', () => {
    const described = (body: string): string[] =>
      documentIn(opening + body).body.flatMap((block) => (block.kind === 'figure' ? [block.description] : []));
    assert.deepEqual(described('壹、目的\n\n![](a.png)\n\n![近景](b.png)\n\n圖 1　港區全景\n\n![](c.png)\n\n說明。\n'), ['港區全景', '近景', '']); // prettier-ignore
    assert.deepEqual(described('壹、目的\n\n圖 1　甲\n\n![](a.png)\n\n圖 2　乙\n\n![](b.png)\n'), ['甲', '乙']);
    assert.deepEqual(described('壹、目的\n\n表 1　甲\n\n![](a.png)\n'), ['']);
  });

  test('a row of a cover that is a table is a field, whatever its label', () => {
    const { cover } = documentIn(
      '出國報告（出國類別：開會）\n\n| 項目 | 內容 |\n|---|---|\n| 服務機關 | 經濟部 |\n| **核定文號** | 甲字第1號 |\n\n# 壹、目的\n\n說明。\n',
    );
    assert.deepEqual(cover.map(({ label, content }) => `${label} ${wordsOf(content)}`), [' 出國報告（出國類別：開會）', '服務機關 經濟部', '核定文號 甲字第1號']); // prettier-ignore
  });

  test('a caption behind a full line counts once', () => {
    const sentence = '本次會議由主席說明本年度之工作計畫及預期成果，並請各會員就能力建構之需求提出書面';
    assert.equal(bodyOf(`壹、目的\n\n${sentence}\n表 1　出席情形\n`).at(-1), 'caption 表1 出席情形');
  });
});

describe('tables', () => {
  test('of tabs, of Markdown and of blanks are tables; the first row is a header where it names columns', () => {
    assert.deepEqual(bodyOf('壹、行程\n\n2 月 1 日\t啟程\n2 月 2 日\t會議\n'), [
      'h1 壹、 行程',
      'table 2 月 1 日|啟程/2 月 2 日|會議',
    ]);
    assert.deepEqual(bodyOf('壹、行程\n\n日期\t地點\t行程\n2 月 1 日\t臺北\t啟程\n'), [
      'h1 壹、 行程',
      'table with header 日期|地點|行程/2 月 1 日|臺北|啟程',
    ]);
    assert.deepEqual(bodyOf('壹、行程\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2<br>3 |\n| 4 |\n'), [
      'h1 壹、 行程',
      'table with header 甲|乙/1|2 3/4|',
    ]);
    assert.deepEqual(bodyOf('壹、行程\n\n日期      地點\n2月1日    臺北\n2月2日    東京\n'), [
      'h1 壹、 行程',
      'table with header 日期|地點/2月1日|臺北/2月2日|東京',
    ]);
  });

  test('have captions that count, and shares that sum up to one', () => {
    const { body } = documentIn(
      `${opening}壹、行程\n\n表 1　行程\n\n2 月 1 日\t啟程\n2 月 2 日\t會議\n\n表 3：其他\n\n甲\t乙\n丙\t丁\n`,
    );
    assert.deepEqual(
      sketchOf(body).filter((line) => line.startsWith('caption')),
      ['caption 表1 行程', 'caption 表3! 其他'],
    );
    const tables = body.filter((block) => block.kind === 'table');
    assert.deepEqual(
      tables.map(({ description }) => description),
      ['行程', '其他'],
    );
    for (const { shares } of tables) assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
  });
});

describe('markup', () => {
  const inlinesIn = (text: string): unknown => {
    const block = documentIn(`${opening}壹、目的\n\n${text}\n`).body[1];
    return block?.kind === 'paragraph' ? block.content : block;
  };
  const plain = (text: string, more: object = {}): object => ({
    kind: 'text',
    text,
    bold: false,
    italic: false,
    ...more,
  });

  test('is read as the preview of Markdown reads it', () => {
    assert.deepEqual(inlinesIn('甲**乙**丙*丁*，5*3*2，2 * 3 * 4，**未完。'), [
      plain('甲'), plain('乙', { bold: true }), plain('丙'), plain('丁', { italic: true }), plain('，5*3*2，2 * 3 * 4，**未完。'),
    ]); // prettier-ignore
    assert.deepEqual(inlinesIn('見[官網](https://a.tw/x(1) "題")及<https://b.tw>，http://c.tw/d。'), [
      plain('見'),
      { kind: 'link', target: 'https://a.tw/x(1)', content: [plain('官網')] },
      plain('及'),
      { kind: 'link', target: 'https://b.tw', content: [plain('https://b.tw')] },
      plain('，'),
      { kind: 'link', target: 'http://c.tw/d', content: [plain('http://c.tw/d')] },
      plain('。'),
    ]);
    assert.deepEqual(inlinesIn('見[檔案](javascript:alert(1))`a*b*c`\\*&amp;&#x41;<!-- 註 -->。'), [
      plain('見'), plain('檔案'), plain('a*b*c*&A。'),
    ]); // prettier-ignore
  });

  test('footnotes are told apart from their words, which are no paragraph; unknown ones stay', () => {
    const document = documentIn(`${opening}壹、目的\n\n甲[^1]乙[^2]。\n\n[^1]: 見**附件**。\n    第二行。\n`);
    assert.deepEqual(sketchOf(document.body), ['h1 壹、 目的', 'text 甲乙[^2]。']);
    assert.deepEqual(document.footnotes.map(wordsOf), ['見附件。 第二行。']);
  });

  test('comments, front matter and fences are no prose', () => {
    const text = `---\ntitle: 甲\n---\n${opening}壹、目的\n\n<!-- 待辦\n- 甲\n-->\n\n\`\`\`\n# 不是標題\n\`\`\`\n\n![會場](照片/a.png)\n`;
    const { body, cover } = documentIn(text);
    assert.equal(wordsOf(cover[0]!.content), '出國報告（出國類別：開會）');
    assert.deepEqual(sketchOf(body), ['h1 壹、 目的', 'code # 不是標題', 'figure 照片/a.png 會場']);
  });

  test('what XML can’t hold is left out or replaced', () => {
    assert.deepEqual(inlinesIn('甲\u0001乙\ud842丙\ufffe'), [plain('甲乙\ufffd丙')]);
  });
});

describe('lines that stand below each other', () => {
  const bodyOf = (lines: string): string[] => sketchOf(documentIn(`${opening}壹、參考文獻\n\n${lines}`).body).slice(1);

  test('sources and addresses are each a paragraph, and what a program has cut is one', () => {
    const [first, second, third] = [
      'Braun, V., & Clarke, V. (2021). One size fits all? What counts as quality practice in reflexive thematic analysis? Qualitative Research, 18(3), 328–352.',
      'Department for Education. (2019). ITT core content framework. London: DfE.',
      '楊深坑、黃嘉莉（2011）。各國師資培育制度。教育部。',
    ];
    assert.deepEqual(bodyOf(`${first}\n${second}\n${third}\n`), [`text ${first}`, `text ${second}`, `text ${third}`]);
    const address = '參考網址：https://www.example.org/about/governance/assembly/seventy-eighth';
    assert.deepEqual(bodyOf(`${address}\n聯絡信箱：a@b.tw\n`), [`text ${address}`, 'text 聯絡信箱：a@b.tw']);
    assert.equal(bodyOf('本案參考資料均公布於世界衛生組織官方網站，網址為 https://www.who.int/about/\ngovernance/assembly。\n').length, 1); // prettier-ignore
    assert.equal(bodyOf('The forum was held in the capital and was attended by officials of the U.S.\nGovernment and others.\n').length, 1); // prettier-ignore
  });

  test('a column of dates keeps its width beside columns of sentences', () => {
    const words = '搭乘中華航空班機前往日內瓦並與駐外館處同仁研商會議議題及發言要點';
    const [table] = documentIn(`${opening}壹、行程\n\n日期\t地點\t工作內容\n5 月 16 日（五）\t臺北\t${words}\n5 月 17 日（六）\t日內瓦\t${words}${words}\n`).body.filter((block) => block.kind === 'table'); // prettier-ignore
    const { form } = documentIn(opening);
    const width = ((form.page.width - form.margins.left - form.margins.right) / 25.4) * 72;
    // 「5 月 16 日（五）」 is 16 columns of half a character.
    assert.ok(table!.shares[0]! * width > (16 * form.sizes.table) / 2 + 10, String(table!.shares));
  });
});

describe('目次', () => {
  const chapters = '壹、目的\n\n說明。\n\n貳、過程\n\n一、參訪\n\n（一）甲。\n\n參、心得及建議\n\n無。\n';
  test('lists the headings to the depth of the report’s own', () => {
    const { front } = documentIn(`${opening}目次\n\n壹、目的\t2\n貳、過程\t3\n參、心得及建議\t7\n\n${chapters}`);
    const [contents] = front;
    assert.ok(contents?.kind === 'contents');
    assert.deepEqual(
      contents.entries.map(({ level, title }) => [level, title]),
      [
        [1, '壹、目的'],
        [1, '貳、過程'],
        [1, '參、心得及建議'],
      ],
    );
  });

  test('is made where the report has none and its profile knows one', () => {
    assert.equal(documentIn(opening + chapters, false).front.length, 0);
    const [contents] = documentIn(opening + chapters).front;
    assert.ok(contents?.kind === 'contents');
    assert.deepEqual(
      contents.entries.map(({ level }) => level),
      [1, 1, 2, 1],
    );
    // A click on it leads to what it lists, and a cursor on the cover does not lead to it.
    assert.equal(contents.line, (opening + chapters).split('\n').indexOf('壹、目的'));
    assert.equal(documentIn(`${opening}壹、目的\n\n說明。\n`).front.length, 0);
  });
});
