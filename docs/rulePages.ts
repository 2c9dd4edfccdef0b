/** The pages of docs/rules: what the files of the rules say, as Markdown that reads well in a preview and in a terminal. */
import type { Example, Family, FixSafety, Rule, RuleModule, Severity } from '../server/src/rules/engine/rule';

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

/** A code block around `text`, with a fence that the text does not hold. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}\n`;
}

/** `text` as it can stand in a file for people: line ends of one kind, and nothing that shows as nothing. */
function shown(text: string): string {
  return text
    .replace(/[\p{Cs}\u200b-\u200f\u2028\u2029\u2060\ufeff]/gu, '\ufffd')
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Lines of an example that are more than this many are not shown a second time after their correction. */
const shownWhole = 3;

/** The lines of `fixed` that differ from those of `text`; all of them where there are few. */
function changedLines(text: string, fixed: string): string {
  const before = shown(text.replace(/[⟦⟧]/g, '')).split('\n');
  const after = shown(fixed).split('\n');
  if (after.length <= shownWhole) return after.join('\n');
  let start = 0;
  while (start < after.length && after[start] === before[start]) start++;
  let end = 0;
  while (end < after.length - start && after[after.length - 1 - end] === before[before.length - 1 - end]) end++;
  // A line with words on either side shows where the change is, also where lines only went.
  do start--;
  while (start > 0 && after[start] === '');
  do end--;
  while (end > 0 && after[after.length - 1 - end] === '');
  start = Math.max(0, start);
  end = Math.max(0, end);
  const lines = after.slice(start, after.length - end);
  const more = after.slice(after.length - end).some((line) => line !== '');
  return [...(start > 0 ? ['…'] : []), ...lines, ...(more ? ['…'] : [])].join('\n');
}

function exampleBlock({ text, fixed, note, profile }: Example): string {
  const words = [note?.['zh-TW'], profile && `格式：\`${profile}\``].filter((word) => word !== undefined);
  const caption = words.length > 0 ? `${words.join('；')}：\n\n` : '';
  const correction = fixed === undefined ? '' : `\n修正後：\n\n${fenced(changedLines(text, fixed), 'text')}`;
  return `${caption}${fenced(shown(text), 'text')}${correction}`;
}

function examplesOf(examples: readonly Example[]): string {
  const wrong = examples.filter(({ text }) => text.includes('⟦'));
  const right = examples.filter(({ text }) => !text.includes('⟦'));
  return [
    '## 會提出的例子\n',
    '`⟦` 與 `⟧` 之間是標示出來的字句；中間沒有字時，是缺少內容的位置。\n',
    ...wrong.map(exampleBlock),
    '## 不提出的例子\n',
    ...right.map(exampleBlock),
  ].join('\n');
}

function adjusting({ id, severity }: Rule): string {
  const other = severity === 'off' ? 'hint' : 'off';
  const verb = severity === 'off' ? '這條規則預設關閉。要開啟' : '要關閉這條規則，或改變嚴重程度';
  return [
    '## 調整\n',
    `${verb}，在資料夾的 \`.mission-report.json\` 寫：\n`,
    fenced(`{ "rules": { "${id}": "${other}" } }`, 'jsonc'),
    '只改自己的編輯器時，在 VS Code 的設定寫：\n',
    fenced(`"missionReport.rules": { "${id}": "${other}" }`, 'jsonc'),
    '可用的值：`error`、`warning`、`information`、`hint`、`off`。只有某一處例外時，可用該處的快速修正「忽略這個問題」，並在設定檔寫下理由；報告本身不會加上任何記號。\n',
  ].join('\n');
}

/** The page of one rule. */
function pageOf({ rule, examples, page }: RuleModule): string {
  const { id, title, severity, fix, source, checked } = rule;
  return [
    `# ${title['zh-TW']}\n`,
    `*${title.en}* · \`${id}\`\n`,
    `- 預設嚴重程度：${severityWords[severity]}`,
    `- 快速修正：${fix === undefined ? '無' : fixWords[fix]}`,
    `- 依據：${source}`,
    `- 查核日：${checked}\n`,
    '## 說明\n',
    `${page.explanation}\n`,
    '## 不提出的情形\n',
    `${page.leavesAlone}\n`,
    examplesOf(examples),
    adjusting(rule),
    '## English summary\n',
    `${page.summary}\n`,
  ].join('\n');
}

function row({ id, title, severity, fix }: Rule): string {
  const fixed = fix === undefined ? '–' : fix === 'safe' ? '安全' : '請過目';
  return `| [\`${id}\`](${id}.md) | ${title['zh-TW']} | ${title.en} | ${severityWords[severity]} | ${fixed} |`;
}

/** The list of all rules by family. */
function listOf(modules: readonly RuleModule[]): string {
  const sections = Object.entries(families).flatMap(([family, { zh, en }]) => {
    const rows = modules.filter(({ rule }) => rule.id.startsWith(`${family}/`)).map(({ rule }) => row(rule));
    if (rows.length === 0) return [];
    return [`## ${zh} ${en}\n`, '| 規則 | 名稱 | English | 預設 | 修正 |\n|---|---|---|---|---|', ...rows, ''];
  });
  return [
    '# 規則 Rules\n',
    `共 ${modules.length} 條。「修正」為「安全」者不改變事實，可以一次全部套用（\`check --fix\`）；「請過目」者由作者決定。` +
      '每一條都可以在 `.mission-report.json` 或 VS Code 的設定調整嚴重程度或關閉。\n',
    '*Each page is in Chinese and ends with an English summary. `mission-report explain RULE` prints it.*\n',
    ...sections,
    '這些頁面由 `npm run docs` 依規則的檔案產生，請勿直接修改。\n',
  ].join('\n');
}

/** Every file of docs/rules, by its path in that folder. */
export function rulePages(modules: readonly RuleModule[]): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', listOf(modules)],
    ...modules.map((module) => [`${module.rule.id}.md`, pageOf(module)] as const),
  ]);
}
