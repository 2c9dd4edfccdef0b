/**
 * Draws the pictures of the walkthrough, docs/images/walkthrough/<step>.svg. Their colours are those of the reader's
 * theme: VS Code puts the files into the page as they are.
 *
 *   node docs/images/walkthrough.mjs
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const width = 440;
const height = 300;
const lineHeight = 26;
const left = 24;

/** A colour of the theme, with one for what shows the file outside VS Code. */
const colour = (name, otherwise) => `var(--vscode-${name}, ${otherwise})`;
const paper = colour('editor-background', '#ffffff');
const ink = colour('editor-foreground', '#3b3b3b');
const faint = colour('descriptionForeground', '#717171');
const accent = colour('textLink-foreground', '#005fb8');
const warning = colour('editorWarning-foreground', '#bf8803');
const passed = colour('testing-iconPassed', '#388a34');
const widget = colour('editorWidget-background', '#f8f8f8');
const border = colour('editorWidget-border', '#c8c8c8');
const selection = colour('editor-selectionBackground', '#add6ff');

const escape = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const text = (x, y, words, { fill = ink, weight = 'normal', size = 15 } = {}) =>
  `<text x="${x}" y="${y}" fill="${fill}" font-weight="${weight}" font-size="${size}">${escape(words)}</text>`;
const box = (x, y, w, h, { fill = widget, stroke = border, radius = 4 } = {}) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${radius}" fill="${fill}" stroke="${stroke}"/>`;

/** A line of the report, from 0 at the top of the page. */
const line = (row, words, style) => text(left, 48 + row * lineHeight, words, style);
const heading = (row, words) => line(row, words, { fill: accent, weight: 'bold' });

/** A wavy line below `count` Han characters of a row, behind `before` of them. */
function squiggle(row, before, count) {
  const waves = Math.round((count * 15) / 6);
  const start = left + before * 15;
  return `<path d="M${start} ${53 + row * lineHeight}${' q1.5 -3 3 0 t3 0'.repeat(waves)}" fill="none" stroke="${warning}" stroke-width="1.3"/>`;
}

const sentence = '日本及新西蘭支持以能力建構帶動共識。';
const report = [heading(0, '參、出席會議情形'), line(1, '一、貿易暨投資委員會會議', { weight: 'bold' }), line(2, sentence), squiggle(2, 3, 3)]; // prettier-ignore

const pictures = {
  open: [
    line(0, '出國報告（出國類別：開會）'),
    line(1, '出席 2025 年第二次資深官員會議報告', { weight: 'bold' }),
    ...['服務機關：經濟部國際貿易署', '姓名職稱：林若涵科長', '派赴國家/地區：韓國濟州'].map((words, row) => line(2 + row, words, { fill: faint })), // prettier-ignore
    heading(5.4, '摘要'),
    line(6.4, '本署派員出席期間之貿易暨投資委員會會議……'),
    heading(7.8, '壹、目的'),
  ],
  see: [
    ...report,
    box(left, 120, 380, 108),
    text(left + 16, 150, '「新西蘭」應作「紐西蘭」', { weight: 'bold' }),
    text(left + 16, 178, '依據：外交部網站之國名，APEC 會員名稱', { fill: faint, size: 13 }),
    text(left + 16, 206, 'economies/nonstandard-name', { fill: accent, size: 13 }),
  ],
  fix: [
    ...report,
    `<circle cx="${left + 8}" cy="134" r="7" fill="none" stroke="${warning}" stroke-width="2"/>`,
    `<path d="M${left + 5} 145 h6 M${left + 6} 149 h4" stroke="${warning}" stroke-width="2"/>`,
    box(left + 30, 120, 270, 100),
    box(left + 36, 126, 258, 28, { fill: selection, stroke: 'none' }),
    text(left + 48, 146, '改為「紐西蘭」'),
    text(left + 48, 176, '停用此規則', { fill: faint }),
    text(left + 48, 204, '說明此規則', { fill: faint }),
  ],
  jump: [
    box(left, 24, 392, 252),
    box(left + 10, 34, 372, 28, { fill: paper, stroke: accent }),
    text(left + 20, 54, '輸入標題的一部分', { fill: faint, size: 13 }),
    box(left + 6, 122, 380, 27, { fill: selection, stroke: 'none' }),
    ...['摘要', '壹、目的', '參、出席會議情形', '　一、貿易暨投資委員會會議', '　　（一）討論要點', '肆、心得及建議'].map((words, row) => text(left + 20, 86 + row * 27.5, words)), // prettier-ignore
    `<path d="M${left + 20} 250 l4 5 l8 -10" fill="none" stroke="${passed}" stroke-width="2"/>`,
    text(left + 40, 255, '審核表：格式完整', { fill: faint, size: 13 }),
  ],
  write: [
    line(0, '出國報告（出國類別：開會）'),
    box(left - 2, 58, 126, 23, { fill: selection, stroke: accent, radius: 2 }),
    line(1, '出席○○會議報告', { weight: 'bold' }),
    ...['服務機關：○○', '姓名職稱：○○', '出國期間：114 年 5 月 4 日至 5 月 9 日'].map((words, row) => line(2 + row, words, { fill: faint })), // prettier-ignore
    heading(5.4, '貳、行程'),
    line(6.4, '5 月 4 日（日）　啟程'),
    line(7.4, '5 月 5 日（一）　○○'),
  ],
};

const folder = path.join(import.meta.dirname, 'walkthrough');
mkdirSync(folder, { recursive: true });
for (const [name, shapes] of Object.entries(pictures)) {
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="'Noto Sans TC', 'Noto Sans CJK TC', 'Microsoft JhengHei', 'PingFang TC', sans-serif">`,
    box(4, 4, width - 8, height - 8, { fill: paper, radius: 8 }),
    ...shapes,
    '</svg>',
  ];
  writeFileSync(path.join(folder, `${name}.svg`), `${svg.join('\n')}\n`);
}
