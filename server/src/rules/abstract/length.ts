import { lineAt, lineEnd } from '../../report/model/lines';
import type { Report } from '../../report/model/report';
import type { Section } from '../../report/model/parts';
import { hasPlaceholder } from '../../report/queries/placeholders';
import { countHan } from '../../text/characters';
import type { Example, Rule, RulePage } from '../engine/rule';

/** 「關鍵詞：」 stands below the abstract but is none of it. */
const keywords = /^(?:\*\*)?(?:關鍵[詞字]|keywords?)[\s*]*[：:]/i;

/** Han characters of the abstract's own words: heading and list of keywords left out, punctuation, Latin and digits too. */
function hanOf({ text, lines }: Report, { content, line: heading }: Section): number {
  const { facts, starts } = lines;
  let han = countHan(text, content.start, lineEnd(lines, heading));
  const last = lineAt(lines, Math.max(content.start, content.end - 1));
  for (let line = heading + 1; line <= last; line++) {
    const lineFacts = facts[line]!;
    if (lineFacts.han === 0) continue;
    const start = starts[line]! + lineFacts.content.start;
    if (!keywords.test(text.slice(start, start + 16))) han += lineFacts.han;
  }
  return han;
}

export const rule: Rule = {
  id: 'abstract/length',
  title: { 'zh-TW': '摘要字數不符', en: 'Length of the abstract' },
  severity: 'warning',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（摘要二百至三百字）',
  checked: '2026-11-24',
  fix: undefined,
  messages: {
    short: {
      'zh-TW': '摘要 {count} 字，規定為 {min} 至 {max} 字，請再補充。',
      en: 'The abstract has {count} Han characters; {min} to {max} are asked for. Add to it.',
    },
    long: {
      'zh-TW': '摘要 {count} 字，規定為 {min} 至 {max} 字，請精簡。',
      en: 'The abstract has {count} Han characters; {min} to {max} are asked for. Shorten it.',
    },
  },
  check: (report, { profile }, find) => {
    const bounds = profile.abstractLength;
    const { abstract } = report;
    if (!bounds || !abstract) return;
    const count = hanOf(report, abstract);
    const { min, max, tolerance } = bounds;
    // Nothing at all is structure/empty-section's to say, what is still to be written structure/placeholder's.
    if (count === 0 || (count >= min && count <= max) || hasPlaceholder(report, abstract)) return;
    const near = count >= min - tolerance && count <= max + tolerance;
    const { start, end } = abstract.title;
    find({
      message: count < min ? 'short' : 'long',
      params: { count, min, max },
      start,
      end,
      ...(near && { severity: 'hint' as const }),
    });
  },
};

/** 50 Han characters. */
const fifty = '本次派員出席會議討論數位貿易與供應鏈韌性等議題各會員分享推動經驗我國說明相關成果並與各方充分交換意見';

/* @__NO_SIDE_EFFECTS__ */
const report = (heading: string, words: string): string =>
  `服務機關：數位發展部\n\n${heading}\n\n${words}\n\n壹、目的\n`;

export const examples: readonly Example[] = [
  { in: 'report', text: report('⟦摘要⟧', `${fifty}。`) },
  { in: 'report', text: report('⟦摘要⟧', `${fifty}，`.repeat(3) + `${fifty.slice(0, 35)}。`) },
  { in: 'report', text: report('# ⟦摘　要⟧', `${fifty}，`.repeat(7)) },
  {
    in: 'report',
    text: report('⟦摘要⟧', `${`${fifty}，`.repeat(3)}\n\n關鍵詞：${fifty}`),
    note: { 'zh-TW': '關鍵詞不計入', en: 'Keywords do not count' },
  },
  { in: 'report', text: report('摘要', `${fifty}，`.repeat(4)) },
  { in: 'report', text: report('摘要', `${fifty}，`.repeat(6)) },
  {
    in: 'report',
    text: report('摘要', `${`${fifty}，APEC 2024、CPTPP。`.repeat(6)}\n\n關鍵詞：數位貿易、供應鏈韌性`),
    note: { 'zh-TW': '英文、數字、標點與關鍵詞都不計', en: 'Latin, digits, punctuation and keywords do not count' },
  },
  { in: 'report', text: '服務機關：數位發展部\n\n壹、目的\n', note: { 'zh-TW': '沒有摘要', en: 'No abstract' } },
];

export const page: RulePage = {
  explanation:
    '摘要應為 200 至 300 字。這裡計算漢字，標點、英文、數字與「關鍵詞」一行不計；相差在 20 字以內只作提示，因為規定沒有說明計算方式，Word 的字數統計會略高。',
  leavesAlone:
    '沒有摘要由 `structure/missing-section` 提出，摘要沒有內容由 `structure/empty-section` 提出。規定沒有字數限制的類別不檢查。',
  summary:
    'The abstract should have 200 to 300 characters. Han characters are counted; punctuation, Latin, digits and a line of keywords are not. Within 20 of a limit it is only a hint, as the rules do not say how to count.',
};
