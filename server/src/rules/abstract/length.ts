import { lineAt, lineEnd } from '../../report/model/lines';
import type { TextBlock } from '../../report/model/lines';
import type { Section } from '../../report/model/parts';
import { firstLineBelow } from '../../report/queries/headings';
import { hasPlaceholder } from '../../report/queries/placeholders';
import { countHan } from '../../text/characters';
import type { ReportRule } from '../engine/rule';

/** 「關鍵詞：」 stands below the abstract but is none of it. */
const keywords = /^(?:\*\*)?(?:關鍵[詞字]|keywords?)[\s*]*[：:]/i;

/** Han characters of the abstract's own words: heading and list of keywords left out, punctuation, Latin and digits too. */
function hanOf({ text, lines }: TextBlock, { content, line: heading }: Section): number {
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

/** What the central agencies ask for, and the forms whose own rules were not read. */
const centralLength = { min: 200, max: 300, tolerance: 20 };
const usual: ReadonlySet<string> = new Set(['local', 'council', 'university', 'state-firm', 'school']);

export const rule: ReportRule = {
  per: 'report',
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
    words: { 'zh-TW': '摘要內文', en: 'The words of the abstract' },
  },
  check: ({ abstract }, _notes, { profile }, find) => {
    if (!abstract) return;
    // Where the form of the agency is not known to ask for a length, that of the central agencies is a hint.
    const bounds = profile.abstractLength ?? (usual.has(profile.id) ? centralLength : undefined);
    if (!bounds) return;
    const { section } = abstract;
    const count = hanOf(abstract, section);
    const { min, max, tolerance } = bounds;
    // Nothing at all is structure/empty-section's to say, what is still to be written structure/placeholder's.
    if (count === 0 || (count >= min && count <= max) || hasPlaceholder(abstract, section)) return;
    const near = count >= min - tolerance && count <= max + tolerance;
    if (near && !profile.abstractLength) return;
    const { start, end } = section.title;
    const words = firstLineBelow(abstract, section);
    find({
      message: count < min ? 'short' : 'long',
      params: { count, min, max },
      unit: abstract,
      start,
      end,
      ...(words && { related: [{ message: 'words', unit: abstract, ...words }] }),
      ...((near || !profile.abstractLength) && { severity: 'hint' as const }),
    });
  },
};
