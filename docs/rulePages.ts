/** What the metadata of the rules put into Markdown: docs/rules/README.md, and the head of each rule's page. */
import { pageFile } from '../server/src/rules/pageFile';
import type { Family, FixSafety, Rule, Severity } from '../server/src/rules/rule';

const families: Readonly<Record<Family, { readonly zh: string; readonly en: string }>> = {
  structure: { zh: '結構', en: 'Structure' },
  cover: { zh: '封面', en: 'Cover' },
  abstract: { zh: '摘要', en: 'Abstract' },
  dates: { zh: '日期與行程', en: 'Dates and itinerary' },
  economies: { zh: '會員名稱', en: 'Economies' },
  attendance: { zh: '出席情形', en: 'Attendance' },
  acronyms: { zh: '英文縮寫', en: 'Acronyms' },
  wording: { zh: '用語用字', en: 'Wording' },
  typography: { zh: '標點與排版', en: 'Typography' },
  numbers: { zh: '數字', en: 'Numbers' },
};

const severityWords: Readonly<Record<Severity | 'off', string>> = {
  error: '錯誤 `error`',
  warning: '警告 `warning`',
  information: '資訊 `information`',
  hint: '提示 `hint`',
  off: '關閉 `off`',
};

const fixWords: Readonly<Record<FixSafety, string>> = {
  safe: '可安全套用（`check --fix` 與「全部修正」也會套用）',
  review: '有，套用前請過目',
};

/** The first lines of a rule's page: its names and its metadata. A test holds the pages to them. */
export function pageHead({ id, title, severity, fix, source, checked }: Rule): string {
  return [
    `# ${title['zh-TW']}\n`,
    `*${title.en}* · \`${id}\`\n`,
    `- 預設嚴重程度：${severityWords[severity]}`,
    `- 快速修正：${fix === undefined ? '無' : fixWords[fix]}`,
    `- 依據：${source}`,
    `- 查核日：${checked}\n`,
  ].join('\n');
}

function row({ id, title, severity, fix }: Rule): string {
  const fixed = fix === undefined ? '–' : fix === 'safe' ? '安全' : '請過目';
  return `| [\`${id}\`](../../server/src/rules/${pageFile(id)}) | ${title['zh-TW']} | ${title.en} | ${severityWords[severity]} | ${fixed} |`;
}

/** docs/rules/README.md: all rules by family, with links to their pages. */
export function ruleList(rules: readonly Rule[]): string {
  const sections = Object.entries(families).flatMap(([family, { zh, en }]) => {
    const rows = rules.filter(({ id }) => id.startsWith(`${family}/`)).map(row);
    if (rows.length === 0) return [];
    return [`## ${zh} ${en}\n`, '| 規則 | 名稱 | English | 預設 | 修正 |\n|---|---|---|---|---|', ...rows, ''];
  });
  return [
    '# 規則 Rules\n',
    `共 ${rules.length} 條。「修正」為「安全」者不改變事實，可以一次全部套用（\`check --fix\`）；「請過目」者由作者決定。` +
      '每一條都可以在 `.mission-report.json` 或 VS Code 的設定調整嚴重程度或關閉。\n',
    '*Each page is in Chinese and ends with an English summary. `mission-report explain RULE` prints it.*\n',
    ...sections,
    '這份清單由 `npm run docs` 產生；各條規則的說明頁就在規則的程式旁邊，可以直接修改與增加例子。\n',
  ].join('\n');
}
