import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
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

  test('numbers, letters and circles of other forms', () => {
    for (const [format, expected] of [
      ['upperRoman', 'IV'],
      ['lowerLetter', 'd'],
      ['ideographTraditional', '丁'],
      ['ideographZodiac', '卯'],
      ['decimalEnclosedCircle', '④'],
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

  test('too many files, and files that swell, are refused before they are unpacked', () => {
    const many: Record<string, Uint8Array> = { 'word/document.xml': strToU8('<a/>') };
    for (let i = 0; i < 6000; i++) many[`word/${i}.xml`] = new Uint8Array();
    refused(zipSync(many), 'too-large');
    refused(zipSync({ 'word/document.xml': new Uint8Array(20_000_000) }), 'too-large');
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
<table><tr><td><p>日期</p></td><td><p>行程</p></td></tr></table><p class=MsoNormal>　　末段&nbsp;文字</p><!--EndFragment--></body></html>`;
    assert.equal(pastedText(html), '一、**創新**：說明續行。\n\n- 項目\n\n| 日期 | 行程 |\n\n末段 文字');
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
