import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ImportError, importReport, pastedText } from '../../../server/src/import/library';
import type { ImportedReport } from '../../../server/src/import/library';
import { docx, numbered, odt, p } from './documents';

const read = (bytes: Uint8Array): ImportedReport => importReport(bytes, '圖', 'en');
const linesOf = (bytes: Uint8Array): string[] => read(bytes).text.split('\n').filter((line) => line !== ''); // prettier-ignore

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const official = `<w:abstractNum w:abstractNumId="0">${level(0, 'ideographLegalTraditional', '%1、')}${level(1, 'taiwaneseCountingThousand', '%2、')}${level(2, 'taiwaneseCountingThousand', '（%3）')}${level(3, 'decimal', '%4.')}</w:abstractNum>`;

describe('numbers that Word counts become words', () => {
  test('levels count, restart behind an outer one, and go on in another list of one definition', () => {
    const numbering = `${official}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>`;
    const body = [[1, 0, '目的'], [1, 1, '甲'], [1, 2, '乙'], [1, 2, '丙'], [1, 1, '丁'], [1, 2, '戊'], [2, 0, '過程'], [1, 3, '己']] as const; // prettier-ignore
    assert.deepEqual(
      linesOf(docx(body.map(([list, at, words]) => p(words, numbered(list, at))).join(''), { numbering })),
      ['壹、目的', '一、甲', '（一）乙', '（二）丙', '二、丁', '（一）戊', '貳、過程', '1. 己'],
    );
  });

  test('a level that a deeper number passes over is counted, as programs do', () => {
    const numbering = `${official}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const body = [0, 2, 1, 2, 1, 0, 1].map((at) => p('甲', numbered(1, at))).join('');
    assert.deepEqual(linesOf(docx(body, { numbering })).map((line) => line.slice(0, -1)), ['壹、', '（一）', '二、', '（一）', '三、', '貳、', '一、']); // prettier-ignore
  });

  test('a list begins where its override says, once', () => {
    const numbering = `${official}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="3"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const body = [[1, '甲'], [1, '乙'], [2, '丙'], [2, '丁']] as const; // prettier-ignore
    assert.deepEqual(linesOf(docx(body.map(([list, words]) => p(words, numbered(list, 3))).join(''), { numbering })), [
      '1. 甲',
      '2. 乙',
      '1. 丙',
      '2. 丁',
    ]);
  });

  test('styles carry numbers; numId 0 takes them off; legal forms are digits; unknown forms are said', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'ideographLegalTraditional', '%1、', '<w:pStyle w:val="H1"/>')}${level(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/><w:isLgl/>')}${level(2, 'klingon', '%3)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const style = (id: string, name: string, list = ''): string => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${list}</w:pPr></w:style>`; // prettier-ignore
    const styles = style('H1', 'heading 1', '<w:numPr><w:numId w:val="1"/></w:numPr>') + style('H2', 'heading 2', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>') + style('H3', 'Own').replace('<w:pPr>', '<w:basedOn w:val="H1"/><w:pPr>'); // prettier-ignore
    const of = (id: string, more = ''): string => `<w:pStyle w:val="${id}"/>${more}`;
    const { text, losses } = read(
      docx(
        p('目的', of('H1')) + p('子題', of('H2')) + p('過程', of('H3')) + p('附錄', of('H1', numbered(0, 0))) + p('細目', numbered(1, 2)), // prettier-ignore
        { styles, numbering },
      ),
    );
    assert.deepEqual(text.split('\n').filter(Boolean), ['壹、目的', '1.1 子題', '貳、過程', '附錄', '1) 細目']);
    assert.deepEqual(losses, ['a form of numbers is not known: digits stand for it: “klingon”']);
  });

  test('a gap stands behind a number that ends in a word, and none behind a full-width mark', () => {
    for (const [text, suffix, expected] of [
      ['第%1章', '', '第一章 緒論'],
      ['第%1條', '<w:suff w:val="space"/>', '第一條 緒論'],
      ['%1', '', '一 緒論'],
      ['第%1章', '<w:suff w:val="nothing"/>', '第一章緒論'],
      ['（%1）', '', '（一）緒論'],
      ['%1．', '', '一．緒論'],
    ] as const) {
      const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'taiwaneseCountingThousand', text, suffix)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
      assert.deepEqual(linesOf(docx(p('緒論', numbered(1, 0)), { numbering })), [expected]);
    }
  });

  test('a hidden paragraph takes no number, a hidden end behind words does', () => {
    const numbering = `${official}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const hiddenEnd = `${numbered(1, 0)}<w:rPr><w:vanish/></w:rPr>`;
    const { text, losses } = read(
      docx(
        p('目的', numbered(1, 0)) +
          p('<w:r><w:rPr><w:vanish/></w:rPr><w:t>內部備註</w:t></w:r>', hiddenEnd) +
          p('行程', hiddenEnd) +
          p('過程', numbered(1, 0)),
        { numbering },
      ),
    );
    assert.deepEqual(text.split('\n').filter(Boolean), ['壹、目的', '貳、行程', '參、過程']);
    assert.equal(losses.length, 1);
    assert.ok(losses[0]!.includes('內部備註'), losses[0]);
  });

  test('numbers, letters and circles of other forms', () => {
    for (const [format, expected] of [
      ['upperRoman', 'IV'],
      ['lowerLetter', 'd'],
      ['ideographTraditional', '丁'],
      ['ideographZodiac', '卯'],
      ['decimalEnclosedCircle', '④'],
      ['decimalEnclosedParen', '⑷'],
      ['decimalEnclosedFullstop', '⒋'],
      ['ideographEnclosedCircle', '㊃'],
      ['decimalFullWidth', '４'],
      ['chineseCounting', '四'],
    ]) {
      const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, format!, '%1、')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
      assert.equal(linesOf(docx(p('甲', numbered(1, 0)).repeat(4), { numbering }))[3], `${expected!}、甲`);
    }
  });
});

describe('what else stands in a Word file', () => {
  const t = (words: string, look = ''): string => `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`; // prettier-ignore

  test('tracked changes are accepted, comments and hidden words left out; all are told with their lines', () => {
    const { text, losses } = read(
      docx(
        p('第一段。') +
          p(`${t('我國')}<w:ins>${t('再次')}</w:ins><w:del><w:r><w:delText>曾經</w:delText></w:r></w:del>${t('發言')}<w:r><w:commentReference w:id="3"/></w:r>${t('密', '<w:vanish/>')}。`), // prettier-ignore
        { comments: `<w:comment w:id="3">${p('請查證')}</w:comment>`, header: p('某機關 2024') },
      ),
    );
    assert.equal(text, '第一段。\n\n我國再次發言\n');
    assert.deepEqual(losses, [
      'page header left out: “某機關 2024”',
      'line 3: tracked change: the inserted words are accepted: “再次”',
      'line 3: tracked change: the deleted words are left out: “曾經”',
      'line 3: comment left out: “請查證”',
      'line 3: hidden words left out: “密”',
    ]);
  });

  test('a tracked change may take the end of a paragraph, a whole one with its number, or a row of a table', () => {
    const gone = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const deleted = (words: string): string => `<w:del><w:r><w:delText>${words}</w:delText></w:r></w:del>`;
    const cell = (inside: string): string => `<w:tc>${inside}</w:tc>`;
    const row = (inside: string, own = ''): string => `<w:tr>${own}${inside}</w:tr>`;
    const { text, losses } = read(
      docx(
        p('本次會議', gone) +
          p('順利。') +
          p('甲。', numbered(1, 0)) +
          p(deleted('乙。'), numbered(1, 0) + gone) +
          p('丙。', numbered(1, 0)) +
          p('其餘', gone) +
          `<w:tbl>${row(cell(p('項目')) + cell(`${p('內', gone)}${p('容')}<w:ins>${p('新段')}</w:ins><w:moveFrom>${p('舊段')}</w:moveFrom><mc:AlternateContent><mc:Choice>${p('擇一')}</mc:Choice></mc:AlternateContent>`))}${row(cell(p(deleted('丁'))) + cell(p('')), '<w:trPr><w:del w:id="2"/></w:trPr>')}${row(cell(p('戊')) + cell(p('己')))}</w:tbl>` + // prettier-ignore
          p('結束', gone),
        {
          numbering:
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        },
      ),
    );
    assert.equal(
      text,
      '本次會議順利。\n\n1. 甲。\n\n2. 丙。\n\n其餘\n\n| 項目 | 內容<br>新段<br>擇一 |\n| 戊 | 己 |\n\n結束\n',
    );
    assert.deepEqual(losses.map((loss) => loss.replace(/^line \d+: /, '')), [
      'tracked change: the deleted words are left out: “乙。”',
      'tracked change: the inserted words are accepted: “新段”',
      'tracked change: the deleted words are left out: “舊段”',
      'tracked change: the deleted words are left out: “丁”',
    ]); // prettier-ignore
  });

  test('signs of symbol fonts are characters wherever Word keeps them; one that is not known is told', () => {
    const { text, losses } = read(
      docx(
        p(
          `${t('\uf0fe', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')}${t('已完成')}${t('q ', '<w:rFonts w:ascii="Wingdings"/>')}${t('未完成')}`,
        ) +
          p(
            `${t('誤差')}<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:sym w:font="Symbol" w:char="F0B1"/></w:r>${t('5')}<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:sym w:font="Symbol" w:char="F0B4"/></w:r>${t('m', '<w:rFonts w:ascii="Symbol"/>')}${t('m')}`,
          ) +
          p(`${t('林')}${t('\uf0fe')}${t('\uf021', '<w:rFonts w:ascii="Wingdings"/>')}`),
      ),
    );
    // A character that somebody made himself stands where those of Wingdings are moved to: it stays.
    assert.equal(text, '☑已完成❑ 未完成\n\n誤差±5×μm\n\n林\uf0fe□\n');
    assert.deepEqual(losses, ['line 5: a sign of a symbol font is not known: □ stands for it: “Wingdings F021”']);
  });

  test('raised and lowered figures are characters of their own, words stay words', () => {
    const [above, below] = ['superscript', 'subscript'].map((where) => `<w:vertAlign w:val="${where}"/>`);
    const { text } = read(
      docx(p(`${t('減少10')}${t('6', above)}${t('噸CO')}${t('2', below)}${t('，第1')}${t('st', above)}${t('期')}`)),
    );
    assert.equal(text, '減少10⁶噸CO₂，第1st期\n');
  });

  test('fields that keep no result show what Word draws of them; what can’t be carried over is told', () => {
    const field = (...code: readonly string[]): string => `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${code.map((part) => `<w:r><w:instrText>${part}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`; // prettier-ignore
    const { text, losses } = read(
      docx(
        p(
          `${field(' eq \\o\\ac(', '○', ',', '3', ') ')}${t('第三案')}${field(' SYMBOL 252 \\f "Wingdings" \\s 12 ')}`,
        ) +
          p(
            `${field('EQ \\* jc2 \\* "Font:標楷體" \\* hps10 \\o\\ad(\\s\\up 9(ㄓㄨˋ),註)')}${t('釋')}${field('EQ \\f(甲,乙)')}`,
          ) +
          p(`${field(' AUTONUM ')}${t('項目')}${field(' XE "索引" ')}`),
      ),
    );
    assert.equal(text, '③第三案✓\n\n註釋甲 乙\n\n項目\n');
    assert.deepEqual(losses, ['line 3: ruby left out: “ㄓㄨˋ”', 'line 3: of a formula only its characters are kept: “甲 乙”', 'line 5: a field without a result was left out: “AUTONUM”']); // prettier-ignore
  });

  test('words hidden by their style are left out and told', () => {
    const styles = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>';
    const { text, losses } = read(docx(p(`${t('會議')}${t('內部', '<w:rStyle w:val="H"/>')}${t('紀錄')}`), { styles }));
    assert.equal(text, '會議紀錄\n');
    assert.deepEqual(losses, ['line 1: hidden words left out: “內部”']);
  });

  test('a cover goes on over a section that begins on the same page', () => {
    const section = (type: string): string => `<w:sectPr>${type === '' ? '' : `<w:type w:val="${type}"/>`}</w:sectPr>`;
    const textOf = (type: string): string =>
      read(docx(p('報告', section('')) + p('赴日考察') + p('實錄') + p('摘要') + section(type))).text;
    assert.equal(textOf('continuous'), '報告\n赴日考察\n實錄\n\n摘要\n');
    assert.equal(textOf('nextPage'), '報告\n\n赴日考察\n\n實錄\n\n摘要\n');
  });

  test('documents put in whole and words that are drawn are told', () => {
    const { losses } = read(
      docx(`${p('第一段。')}<w:altChunk r:id="c"/>${p('<w:r><w:pict><v:shape><v:textpath string="機密"/></v:shape></w:pict></w:r>')}`, { links: '<Relationship Id="c" Type="x/aFChunk" Target="chunk.html"/>' }), // prettier-ignore
    );
    assert.deepEqual(losses.map((loss) => loss.replace(/^line \d+: /, '')), [
      'embedded object left out: “word/chunk.html”',
      'drawing or chart left out: “機密”',
    ]); // prettier-ignore
  });

  test('fields show their results, footnotes and links are kept, bold leads in, markup of the words does no harm', () => {
    const field = (code: string, result: string): string => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${t(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`; // prettier-ignore
    const { text, losses } = read(
      docx(
        p(`${t('圖 ')}${field('SEQ 圖', '3')}${t('　會場')}`) +
          p(`${t('重點：', '<w:b/>')}${t('見說明')}<w:r><w:footnoteReference w:id="2"/></w:r>${t('及')}<w:hyperlink r:id="l1">${t('網站')}</w:hyperlink>${t('。5*3*2、[1](a)')}`), // prettier-ignore
        {
          footnotes: `<w:footnote w:id="2">${p('世銀資料。')}</w:footnote>`,
          links: '<Relationship Id="l1" Type="x/hyperlink" Target="https://www.apec.org/" TargetMode="External"/>',
        },
      ),
    );
    assert.equal(
      text,
      '圖 3　會場\n\n**重點：**見說明[^1]及[網站](https://www.apec.org/)。5\\*3\\*2、\\[1](a)\n\n[^1]: 世銀資料。\n',
    );
    assert.deepEqual(losses, []);
  });

  test('tables keep their rows; merged cells are parted and told; boxes of text and images come behind their paragraph', () => {
    const cell = (words: string, own = ''): string => `<w:tc><w:tcPr>${own}</w:tcPr>${p(words)}</w:tc>`;
    const table = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('日期')}${cell('地點')}${cell('行程')}</w:tr><w:tr>${cell('8/16')}${cell('A|B', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`; // prettier-ignore
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4nGNgYGD4z8AAAAMBAQC4pDVhAAAAAElFTkSuQmCC', 'base64'); // prettier-ignore
    const image =
      '<w:r><w:drawing><wp:docPr id="1" name="x" descr="會場"/><a:blip r:embed="r-a.png"/></w:drawing></w:r>';
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${p('方塊文字')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('方塊文字')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`; // prettier-ignore
    const { text, images, losses } = read(docx(p('行程如下：') + table + p(`${t('照片')}${image}${box}`), { media: { 'a.png': png } })); // prettier-ignore
    assert.equal(
      text,
      '行程如下：\n\n| 日期 | 地點 | 行程 |\n| --- | --- | --- |\n| 8/16 | A｜B |  |\n\n照片\n\n![會場](圖/image1.png)\n\n方塊文字\n',
    );
    assert.ok(Buffer.from(images.get('image1.png')!).equals(png));
    assert.deepEqual(losses.map((loss) => loss.replace(/^line \d+: /, '')), ['merged cells are parted; the first one has the words: “日期 地點 行程”', 'the words of a text box stand behind their paragraph: “方塊文字”']); // prettier-ignore
  });
});

describe('what a report cannot hold', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4nGNgYGD4z8AAAAMBAQC4pDVhAAAAAElFTkSuQmCC', 'base64'); // prettier-ignore
  const t = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`;
  const office = 'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"';
  const lossesOf = (body: string, parts = {}): string[] => [...read(docx(p('首段。') + body, parts)).losses];

  test('is told with its place and its name: embedded objects, charts, pictures of other formats', () => {
    const metafile = new Uint8Array([0xd7, 0xcd, 0xc6, 0x9a, 0, 0]);
    const object = `<w:r><w:object ${office}><v:shape><v:imagedata r:id="r-a.wmf"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>`;
    const chart = '<w:r><w:drawing><wp:inline><wp:docPr id="2" name="圖表 1"/><a:graphic><a:graphicData uri="c"><c:chart xmlns:c="urn:c"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'; // prettier-ignore
    assert.deepEqual(
      lossesOf(p(`${t('表如下：')}${object}`) + p(`${t('圖如下：')}${chart}`), { media: { 'a.wmf': metafile } }),
      [
        'line 3: an image of another format was left out: “a.wmf”',
        'line 3: embedded object left out: “Excel.Sheet.12”',
        'line 5: drawing or chart left out: “圖表 1”',
      ],
    );
  });

  test('a picture in a footnote comes behind the paragraph with its mark', () => {
    const image = '<w:r><w:drawing><a:blip r:embed="r-a.png"/></w:drawing></w:r>';
    const file = docx(p('<w:r><w:t>本文</w:t><w:footnoteReference w:id="2"/></w:r>'), {
      footnotes: `<w:footnote w:id="2">${p('說明')}${p('<w:r><w:t>圖示</w:t></w:r>').replace('</w:p>', `${image}</w:p>`)}</w:footnote>`,
      media: { 'a.png': png },
    });
    const { text, images, losses } = read(file);
    assert.deepEqual(losses, []);
    assert.deepEqual([...images.keys()], ['image1.png']);
    assert.equal(text, '本文[^1]\n\n![](圖/image1.png)\n\n[^1]: 說明 圖示\n');
  });
});

describe('a cover that is a table', () => {
  const cell = (...lines: readonly string[]): string => `<w:tc>${lines.map((words) => p(words)).join('')}</w:tc>`;
  const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
  const cover = (...rows: readonly string[]): string[] => linesOf(docx(p('訪問泰國報告') + `<w:tbl>${rows.join('')}</w:tbl>` + p('壹、目的'))).slice(1, -1); // prettier-ignore

  test('has a line for each field, and below it one for each further person, of one cell or of several', () => {
    assert.deepEqual(
      cover(
        row(cell('服務', '機關'), cell('交通部')),
        row(cell('姓名職稱：'), cell('周一平 處長', '吳美 專員')),
        row(cell(''), cell('鄭安 技正')),
        row(cell('派赴國家'), cell('泰國'), cell('出國期間'), cell('115 年 3 月 2 日')),
      ),
      [
        '服務機關：交通部',
        '姓名職稱：周一平 處長',
        '　　　　　吳美 專員',
        '　　　　　鄭安 技正',
        '派赴國家：泰國',
        '出國期間：115 年 3 月 2 日',
      ],
    );
  });

  test('stays a table where a row has more than pairs', () => {
    assert.deepEqual(cover(row(cell('姓名'), cell('職稱'), cell('單位')), row(cell('周一平'), cell('處長'), cell('路政司'))), ['| 姓名 | 職稱 | 單位 |', '| 周一平 | 處長 | 路政司 |']); // prettier-ignore
  });
});

describe('forms made with Word', () => {
  const t = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const control = (properties: string, inside: string): string => `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`; // prettier-ignore
  const mark = (type: string, data = ''): string => `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`;
  const field = (code: string, data: string, result = ''): string => `${mark('begin', `<w:ffData>${data}</w:ffData>`)}<w:r><w:instrText>${code}</w:instrText></w:r>${mark('separate')}${result}${mark('end')}`; // prettier-ignore
  const box = (ticked: number): string => control(`<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="${ticked}"/></w14:checkbox>`, ''); // prettier-ignore

  test('content controls say what was chosen, and their boxes whether they are ticked', () => {
    const { text, losses } = read(
      docx(
        p(`${t('類別：')}${control('<w:dropDownList><w:listItem w:displayText="進修" w:value="1"/><w:listItem w:displayText="考察" w:value="2"/></w:dropDownList>', t('考察'))}`) + // prettier-ignore
          p(`${box(1)}${t('已上傳')}　${box(0)}${t('未上傳')}　${control('<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/>', t('☑'))}${t('已陳核')}`), // prettier-ignore
      ),
    );
    assert.equal(text, '類別：考察\n\n☒已上傳☐未上傳☑已陳核\n');
    assert.deepEqual(losses, []);
  });

  test('the prompt of a control that is not filled in is left out and told, once, wherever it stands', () => {
    const prompt = (inside: string): string => control('<w:showingPlcHdr/>', inside);
    const { text, losses } = read(
      docx(
        p(`${t('主題：')}${prompt(t('按一下') + t('輸入文字'))}`) +
          prompt(p(t('請選擇日期'))) +
          `<w:tbl><w:tr><w:tc>${p('地點')}</w:tc>${prompt(`<w:tc>${p('請輸入地點')}</w:tc>`)}</w:tr></w:tbl>`,
      ),
    );
    assert.equal(text, '主題：\n\n| 地點 |  |\n');
    assert.deepEqual(losses.map((loss) => loss.replace(/^line \d+: /, '')), [
      'a field of a form is not filled in: its prompt is left out: “按一下輸入文字”',
      'a field of a form is not filled in: its prompt is left out: “請選擇日期”',
      'a field of a form is not filled in: its prompt is left out: “請輸入地點”',
    ]); // prettier-ignore
  });

  test('older forms say what was chosen, ticked or written, though no word of the text does', () => {
    const list = (chosen: string): string => `<w:ddList>${chosen}<w:listEntry w:val="部長"/><w:listEntry w:val="科長"/></w:ddList>`; // prettier-ignore
    const cases: readonly (readonly [string, string])[] = [
      [field('FORMDROPDOWN', list('<w:result w:val="1"/>')), '科長'],
      [field('FORMDROPDOWN', list('<w:default w:val="1"/>')), '科長'],
      [field('FORMDROPDOWN', list('')), '部長'],
      [field('FORMDROPDOWN', list('<w:result w:val="1"/>'), t('科長')), '科長'],
      [field('FORMCHECKBOX', '<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'), '☒'],
      [field('FORMCHECKBOX', '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>'), '☐'],
      [field('FORMCHECKBOX', '<w:checkBox><w:default w:val="1"/></w:checkBox>'), '☒'],
      [field('FORMTEXT', '<w:textInput/>', t('王小明')), '王小明'],
      [field('FORMTEXT', '<w:textInput><w:default w:val="臺北"/></w:textInput>'), '臺北'],
      [field('FORMTEXT', '<w:textInput/>', t('\u2002\u2002\u2002\u2002\u2002')), ''],
    ];
    for (const [inside, expected] of cases)
      assert.equal(read(docx(p(`${t('甲')}${inside}${t('乙')}`))).text, `甲${expected}乙\n`, inside);
  });

  test('emoji, which newer programs tell by their code, are words', () => {
    const emoji = '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx xmlns:w16se="urn:s" w16se:char="1F60A"/></mc:Choice><mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent></w:r>'; // prettier-ignore
    assert.equal(read(docx(p(`${t('好')}${emoji}`))).text, '好😊\n');
  });

  test('an image in a box of text comes once', () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4nGNgYGD4z8AAAAMBAQC4pDVhAAAAAElFTkSuQmCC', 'base64'); // prettier-ignore
    const image = '<w:r><w:drawing><a:blip r:embed="r-a.png"/></w:drawing></w:r>';
    const inBox = `<w:r><w:drawing><wps:txbx><w:txbxContent>${p(image)}</w:txbxContent></wps:txbx></w:drawing></w:r>`;
    assert.equal(read(docx(p(`${t('照片')}${inBox}`), { media: { 'a.png': png } })).text, '照片\n\n![](圖/image1.png)\n'); // prettier-ignore
  });
});

describe('ODF files', () => {
  const styles =
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ..."/><text:list-level-style-number text:level="2" style:num-prefix="（" style:num-suffix="）" style:num-format="一, 二, 三, ..."/></text:list-style>' +
    '<text:outline-style><text:outline-level-style text:level="1" style:num-suffix="、" style:num-format="壹, 貳, 參, ..."/></text:outline-style>';
  const item = (words: string, inner = ''): string => `<text:list-item><text:p>${words}</text:p>${inner}</text:list-item>`; // prettier-ignore
  const list = (items: string, more = ''): string => `<text:list text:style-name="L"${more}>${items}</text:list>`;

  test('lists count inside each other, anew, and on where they say so; headings count by the outline', () => {
    const text =
      '<text:h text:outline-level="1">目的</text:h>' +
      list(item('甲', list(item('乙') + item('丙'))) + item('丁'), ' xml:id="a"') +
      list(item('戊')) +
      list(item('己'), ' text:continue-list="a"') +
      '<text:h text:outline-level="1">過程</text:h>';
    assert.deepEqual(linesOf(odt(text, styles)), ['壹、目的', '一、甲', '（一）乙', '（二）丙', '二、丁', '一、戊', '三、己', '貳、過程']); // prettier-ignore
  });

  test('tracked changes are told where they are, those of looks are not', () => {
    const region = (id: string, inside: string): string =>
      `<text:changed-region text:id="${id}">${inside}</text:changed-region>`;
    const { text, losses } = read(
      odt(
        `<text:tracked-changes>${region('a', '<text:deletion><text:p>曾經</text:p></text:deletion>')}${region('b', '<text:insertion/>')}${region('c', '<text:format-change/>')}${region('d', '<text:deletion><text:p>頁首</text:p></text:deletion>')}</text:tracked-changes>` +
          '<text:p>首段。</text:p><text:p>我國<text:change text:change-id="a"/><text:change-start text:change-id="b"/>再次<text:change-end text:change-id="b"/><text:change-start text:change-id="c"/>發言<text:change-end text:change-id="c"/>。</text:p>',
      ),
    );
    assert.equal(text, '首段。\n\n我國再次發言。\n');
    assert.deepEqual(losses, [
      'tracked change: the deleted words are left out: “頁首”',
      'line 3: tracked change: the deleted words are left out: “曾經”',
      'line 3: tracked change: the inserted words are accepted',
    ]);
  });

  test('hidden paragraphs and sections are left out and told; signs and raised figures are characters', () => {
    const style = (name: string, looks: string, family = 'text'): string => `<style:style style:name="${name}" style:family="${family}"><style:text-properties ${looks}/></style:style>`; // prettier-ignore
    const automatic = style('H', 'text:display="none"', 'paragraph') + style('W', 'style:font-name="Wingdings1"') + style('U', 'style:text-position="super 58%"') + style('D', 'style:text-position="-33% 58%"'); // prettier-ignore
    const { text, losses } = read(
      odt(
        '<text:p text:style-name="H">內部備註</text:p><text:section text:display="none"><text:p>舊版</text:p></text:section>' +
          '<text:p><text:span text:style-name="W">\uf0a8</text:span>未完成，10<text:span text:style-name="U">6</text:span>噸CO<text:span text:style-name="D">2</text:span></text:p>',
        '',
        automatic,
        '<style:font-face style:name="Wingdings1" svg:font-family="Wingdings"/>',
      ),
    );
    assert.equal(text, '□未完成，10⁶噸CO₂\n');
    assert.deepEqual(losses.map((loss) => loss.replace(/^line \d+: /, '')), ['hidden words left out: “內部備註”', 'hidden words left out: “舊版”']); // prettier-ignore
  });

  test('headers of first and left pages are told, and macros of any language', () => {
    const file = unzipSync(odt('<text:p>文</text:p>'));
    const masters = '<office:master-styles><style:master-page style:name="S"><style:header-first><text:p>機密</text:p></style:header-first><style:footer-left><text:p>第<text:page-number/>頁</text:p></style:footer-left></style:master-page></office:master-styles>'; // prettier-ignore
    const styles = strFromU8(file['styles.xml']!).replace('</office:document-styles>', `${masters}$&`);
    const { losses } = read(zipSync({ ...file, 'styles.xml': strToU8(styles), 'Scripts/python/a.py': strToU8('1') }));
    assert.deepEqual(losses, ['page header left out: “機密”', 'the file holds macros, which were not read']);
  });

  test('blanks, tabs and line ends are as they are shown; changes and comments are told', () => {
    const { text, losses } = read(
      odt(
        '<text:tracked-changes><text:changed-region><text:deletion><text:p>舊字</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>甲<text:s text:c="2"/>乙\n  丙<text:line-break/>丁<office:annotation><dc:creator>王</dc:creator><text:p>再議</text:p></office:annotation></text:p>',
      ),
    );
    assert.equal(text, '甲  乙 丙<br>丁\n');
    assert.deepEqual(losses.map((loss) => loss.replace(/^line \d+: /, '')), ['tracked change: the deleted words are left out: “舊字”', 'comment left out: “再議”']); // prettier-ignore
  });
});

describe('forms in ODF files', () => {
  const spaces = 'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0" xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'; // prettier-ignore
  const p = (inside: string): string => `<text:p ${spaces}>${inside}</text:p>`;
  const field = (type: string, ...values: readonly (readonly [string, string])[]): string =>
    `<field:fieldmark field:type="vnd.oasis.opendocument.field.${type}">${values.map(([name, value]) => `<field:param field:name="${name}" field:value="${value}"/>`).join('')}</field:fieldmark>`;

  test('fields that came from Word say what was chosen, ticked or written', () => {
    const { text, losses } = read(
      odt(
        p('類別：<loext:content-control><loext:list-item loext:display-text="進修"/>考察</loext:content-control>') +
          p('<loext:content-control loext:checkbox="true">☒</loext:content-control>已上傳') +
          p('主題：<loext:content-control loext:showing-place-holder="true">按此輸入</loext:content-control>') +
          p(
            `職稱：${field('FORMDROPDOWN', ['Dropdown_ListEntry', '部長'], ['Dropdown_ListEntry', '科長'], ['Dropdown_Selected', '1'])}${field('FORMCHECKBOX', ['Checkbox_Checked', 'true'])}${field('FORMCHECKBOX')}`,
          ) + // prettier-ignore
          p('姓名：<field:fieldmark-start field:type="x.FORMTEXT"/>王小明<field:fieldmark-end/>'),
      ),
    );
    assert.deepEqual(text.split('\n').filter(Boolean), ['類別：考察', '☒已上傳', '主題：', '職稱：科長☒☐', '姓名：王小明']); // prettier-ignore
    assert.deepEqual(losses, ['line 5: a field of a form is not filled in: its prompt is left out: “按此輸入”']);
  });

  test('controls say what they show; one that shows no words is told', () => {
    const forms = `<office:forms ${spaces}><form:form><form:checkbox xml:id="c" form:current-state="checked" form:label="已陳核"/><form:radio form:id="r" form:label="公開"/><form:listbox xml:id="l"><form:option form:label="甲"/><form:option form:label="乙" form:current-selected="true"/></form:listbox><form:text xml:id="t" form:current-value="外交部"/><form:image xml:id="i" form:name="章"/></form:form></office:forms>`;
    const control = (id: string): string => `<draw:control draw:control="${id}"/>`;
    const { text, losses } = read(odt(forms + p(`${control('c')}${control('r')}，${control('l')}`) + control('t') + p(control('i')))); // prettier-ignore
    assert.equal(text, '☒已陳核☐公開，乙\n\n外交部\n');
    assert.deepEqual(losses.map((loss) => loss.replace(/^line \d+: /, '')), ['embedded object left out: “章”']); // prettier-ignore
  });

  test('words in a shape of any form come behind their paragraph, and are told', () => {
    const shape = '<draw:g><svg:title>框</svg:title><draw:ellipse><text:p>會場</text:p></draw:ellipse></draw:g><draw:line/>'; // prettier-ignore
    const { text, losses } = read(odt(p(`如圖${shape}`)));
    assert.equal(text, '如圖\n\n會場\n');
    assert.equal(losses.length, 1);
  });
});

describe('files that were made to do harm', () => {
  const refused = (bytes: Uint8Array, why: string): void => {
    assert.throws(
      () => read(bytes),
      (error) => error instanceof ImportError && error.why === why,
    );
  };

  test('entities are not read, and what is not well formed is broken', () => {
    const file = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml), '[Content_Types].xml': strToU8('<a/>') }); // prettier-ignore
    refused(file('<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>'), 'broken');
    refused(file('<a><b></a>'), 'broken');
    refused(file(''), 'broken');
    refused(file(`${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`), 'too-large');
    refused(file('<a/>'), 'no-document');
  });

  test('a manifest is asked for encryption alone, however carelessly it was written', () => {
    const withManifest = (manifest: string): Uint8Array => zipSync({ ...unzipSync(odt('<text:p>甲</text:p>')), 'META-INF/manifest.xml': strToU8(manifest) }); // prettier-ignore
    assert.equal(read(withManifest('<manifest:manifest><manifest:file-entry/></manifest:manifest>')).text, '甲\n');
    refused(withManifest('<manifest><file-entry><encryption-data/></file-entry></manifest>'), 'encrypted');
  });

  test('a file that is encrypted as a whole is said to be, wherever its directory stands', () => {
    refused(zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'encrypted-package': new Uint8Array(9) }), 'encrypted'); // prettier-ignore
    const container = new Uint8Array(6_000_000);
    container.set([0xd0, 0xcf, 0x11, 0xe0]);
    refused(container, 'old-word');
    container.set(Buffer.from('EncryptedPackage', 'utf16le'), 5_900_000);
    refused(container, 'encrypted');
  });

  test('too many files, and files that swell, are refused before they are unpacked', () => {
    const many: Record<string, Uint8Array> = { 'word/document.xml': strToU8('<a/>') };
    for (let i = 0; i < 6000; i++) many[`word/${i}.xml`] = new Uint8Array();
    refused(zipSync(many), 'too-large');
    refused(zipSync({ 'word/document.xml': new Uint8Array(20_000_000) }), 'too-large');
    // Each small enough, all of them not.
    const swollen = Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [`word/${i}.xml`, new Uint8Array(4_000_000)]),
    );
    refused(zipSync({ 'word/document.xml': strToU8('<a/>'), ...swollen }), 'too-large');
  });

  test('more than the machine takes in one place is too large', () => {
    refused(docx(`<w:tbl><w:tr><w:tc>${p(`<w:r><w:t>甲</w:t>${'<w:br/>'.repeat(200_000)}<w:t>乙</w:t></w:r>`)}</w:tc></w:tr></w:tbl>`), 'too-large'); // prettier-ignore
  });

  test('names that lead out of the archive name nothing', () => {
    const links = '<Relationship Id="e" Type="x/image" Target="../../../etc/passwd"/><Relationship Id="f" Type="x/image" Target="https://example.org/a.png" TargetMode="External"/>'; // prettier-ignore
    const drawn = (id: string): string => `<w:p><w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`;
    const { images, losses } = read(docx(drawn('e') + drawn('f'), { links }));
    assert.equal(images.size, 0);
    assert.equal(losses.length, 2);
  });
});

describe('pasting', () => {
  test('numbers of Word’s HTML are words, its lists of bullets are lists, and what it hides stays hidden', () => {
    const html = `<html><head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]><b>創新</b>：說明
續行。</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>項目</p>
<p class=MsoListParagraph style='margin-left:48.0pt;mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>n<span>&nbsp;&nbsp;</span></span>細目</p>
<table><tr><td><p>日期</p></td><td><p>行程</p></td></tr></table><p class=MsoNormal>　　末段&nbsp;文字</p><!--EndFragment--></body></html>`;
    assert.equal(pastedText(html), '一、**創新**：說明續行。\n\n- 項目\n  - 細目\n\n| 日期 | 行程 |\n\n末段 文字');
  });

  test('tracked changes are accepted, and comments with their marks left out', () => {
    const html = `<html><head><meta name=Generator content="Microsoft Word 15"></head><body><!--StartFragment-->
<p class=MsoNormal>共參訪<del cite="mailto:Wang" datetime="2025-09-20T10:00"><span lang=EN-US>三</span></del><ins cite="mailto:Wang" datetime="2025-09-20T10:00">五</ins>處<a style='mso-comment-reference:W_1;mso-comment-date:20250920'>場館</a><span class=MsoCommentReference><span lang=EN-US><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[W1]</a><![endif]></span></span>。</p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>是否含試營運者？</p></div></div><!--EndFragment--></body></html>`;
    assert.equal(pastedText(html), '共參訪五處場館。');
    assert.equal(pastedText('<h2>標題</h2><p>甲<del>乙</del><ins>丙</ins></p>'), '## 標題\n\n甲丙');
  });

  test('lists of LibreOffice and browsers count', () => {
    assert.equal(
      pastedText('<ol start=3><li><p>甲</p></li><li>乙<ul><li>丙</li></ul></li></ol><h2>標題</h2><p>文</p>'),
      '3. 甲\n\n4. 乙\n\n  - 丙\n\n## 標題\n\n文',
    );
  });

  test('cells that reach over rows and columns leave room for themselves', () => {
    assert.equal(
      pastedText('<table><tr><th>日期</th><th>時間</th><th>行程</th></tr><tr><td rowspan=2>5/1</td><td>上午</td><td>啟程</td></tr><tr><td colspan=2>拜會</td></tr><tr><td>5/2</td><td>全日</td><td>返國</td></tr></table>'), // prettier-ignore
      '| 日期 | 時間 | 行程 |\n| --- | --- | --- |\n| 5/1 | 上午 | 啟程 |\n|  | 拜會 |  |\n| 5/2 | 全日 | 返國 |',
    );
  });

  test('numbers that LibreOffice writes among the plain words alone are those of its items and headings', () => {
    const html = '<meta name="generator" content="LibreOffice 24.8"><ol><li><h1>目的</h1></ol><ol start="2"><li><h1>過程</h1><ol><li><h2>拜會</h2><ol><li><p>關務署</p><li><p>甲</p></ol></ol></ol>'; // prettier-ignore
    const plain = '壹、 目的\n貳、 過程\n    一、 拜會\n        （一） 關務署\n        (二) 甲';
    assert.equal(pastedText(html, '', plain), '壹、目的\n\n貳、過程\n\n一、拜會\n\n（一）關務署\n\n(二) 甲');
    // Without them, what the items themselves say is counted.
    assert.equal(pastedText(html), '1. 目的\n\n2. 過程\n\n1. 拜會\n\n1. 關務署\n\n2. 甲');
  });

  test('a table in a cell is lines of it, with its columns apart; lists and signs keep their marks', () => {
    assert.equal(
      pastedText('<table><tr><td>議題</td><td><p>分組：</p><table><tr><td>甲組</td><td>關務</td></tr><tr><td>乙組</td><td></td></tr></table><ul><li>附註</li></ul></td></tr></table>'), // prettier-ignore
      '| 議題 | 分組：<br>甲組　關務<br>乙組<br>• 附註 |',
    );
    assert.equal(
      pastedText('<p class=MsoNormal><span style="font-family:Wingdings;mso-symbol-font-family:Wingdings">þ</span>面積10<sup>3</sup>m<span style="vertical-align:super">2</span>，1<sup>st</sup></p>'), // prettier-ignore
      '☑面積10³m²，1st',
    );
  });

  test('notes of Word and LibreOffice become footnotes, numbered behind those of the report', () => {
    const word = '<html><!--StartFragment--><p class=MsoNormal>政策<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>。</p><!--EndFragment--><div style="mso-element:footnote-list"><hr><div style="mso-element:footnote" id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> 世銀資料。</p></div></div></html>'; // prettier-ignore
    assert.equal(pastedText(word), '政策[^1]。\n\n[^1]: 世銀資料。');
    assert.equal(pastedText(word, '前文[^2]。\n\n[^2]: 註。\n'), '政策[^3]。\n\n[^3]: 世銀資料。');
    const office = '<h2>過程</h2><p>政策<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>世銀資料。</p></div>'; // prettier-ignore
    assert.equal(pastedText(office), '## 過程\n\n政策[^1]\n\n[^1]: 世銀資料。');
  });

  test('words without the form of a document are pasted as they are', () => {
    assert.equal(pastedText('<span style="color:red">字</span>'), undefined);
  });
});
