import type { TextBlock } from '../../report/model/lines';
import type { Section } from '../../report/model/parts';
import { paragraphsOf } from '../../report/parse/paragraphs';
import { sectionsIn, textOf } from '../../report/queries/read';
import { anyOf } from '../../knowledge/phrases';
import { scanQuotes } from '../../report/scan/quotes';
import type { Span } from '../../text/span';
import { shifted } from '../../text/span';
import type { ChapterRule } from '../engine/rule';
import { hasBody } from '../../report/queries/headings';
import { hasPlaceholder } from '../../report/queries/placeholders';

/**
 * Words by which an item asks that something be done. 應 and 宜 count as auxiliaries only: not in 因應, 應用, 事宜.
 */
const asks = new RegExp(`${anyOf('suggestion')}|(?:我國|我方|本[部會局署處府院])(?:亦|未來|後續)?[可需須]`, 'g');
/** An item that begins with what to do is a suggestion too: 「持續派員參與…」. */
const begins = new RegExp(`^${anyOf('measure')}`);

/** 「無」 and the like, alone. */
const none = /^(?:本次)?(?:無|尚無|並無)(?:相關|具體|其他)?(?:建議(?:事項)?)?[。．.]?$/;

/** 「略」 alone: whoever has none says 「無」. */
const omitted = /^(?:從|從缺|省)?略[。．.]?$/;

/** A heading inside 心得及建議 below which everything is a suggestion. */
const ofSuggestions = /建議(?:事項)?[：:]?$/;

/** All that a chapter says, without blanks, brackets and marks, where that is short. */
function shortWordsOf(report: TextBlock, section: Section): string {
  const words = textOf(report, section.content).replace(/[\s*（()）\-：:]/g, '');
  return words.length <= 12 ? words : '';
}

/** What stands on the line of the heading itself, where that is 略 or 無: 「建議事項：略」. */
function behindTitle(report: TextBlock, { title }: Section): string {
  const words = (/[：:]([^：:]{1,8})$/.exec(textOf(report, title))?.[1] ?? '').replace(/[\s*（()）-]/g, '');
  return omitted.test(words) || none.test(words) ? words : '';
}

/** Whether `section` holds a suggestion that stands by itself: as an item, or as a paragraph under 建議. */
function suggests(report: TextBlock, section: Section, under: boolean): boolean {
  const { lines } = report;
  const suggestions = [...sectionsIn(section)].filter(
    (inner) => inner !== section && ofSuggestions.test(textOf(report, inner.title)) && inner.kind !== 'item',
  );
  for (const paragraph of paragraphsOf(lines, section.line + 1, section.toLine)) {
    const facts = lines.facts[paragraph.line]!;
    const itemised = facts.shape.number !== undefined || facts.shape.bullet || facts.shape.cells.length > 0;
    const words = report.text.slice(paragraph.start, paragraph.end);
    const inside =
      under ||
      suggestions.some(
        ({ start, end, line }) => start <= paragraph.start && paragraph.end <= end && line < paragraph.line,
      );
    if (inside && itemised && facts.han > 2) return true;
    if ((inside || itemised || words.startsWith('建議')) && asksIn(words)) return true;
    if (itemised && begins.test(textOf(report, titleOf(report, paragraph.line)))) return true;
    if (inside && none.test(words.replace(/[\s*]/g, ''))) return true;
  }
  return false;
}

function titleOf({ lines }: TextBlock, line: number): Span {
  return shifted(lines.facts[line]!.shape.title, lines.starts[line]!);
}

/** Whether the words ask for something themselves, not in a title they quote. */
function asksIn(words: string): boolean {
  const quotes = scanQuotes(words);
  for (const { index } of words.matchAll(asks)) {
    if (!quotes.some(({ start, end }) => start <= index && index < end)) return true;
  }
  return false;
}

/** Whether a chapter is the one for suggestions. */
function mayAsk({ part }: Section): boolean {
  return part === 'recommendations' || part === 'reflections-and-recommendations';
}

export const rule: ChapterRule<boolean> = {
  per: 'chapter',
  id: 'structure/no-recommendation',
  title: { 'zh-TW': '沒有具體建議', en: 'No itemised suggestion' },
  severity: 'warning',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（心得及建議）；出國報告審核表（建議具參考價值）',
  checked: '2026-11-24',
  fix: undefined,
  messages: {
    none: {
      'zh-TW': '「{title}」沒有逐項列出的具體建議；請補寫，無建議者請寫明「無」。',
      en: '「{title}」 holds no itemised suggestion; add one, or write 「無」 where there is none.',
    },
  },
  given: (_report, { profile }) => profile.leastRecommendations > 0,
  check: (chapter, isAsked, find) => {
    const { section } = chapter;
    if (!mayAsk(section)) return;
    const inTitle = behindTitle(chapter, section);
    if (inTitle === '' && !hasBody(chapter, section)) return;
    const words = inTitle + shortWordsOf(chapter, section);
    const isOmitted = omitted.test(words);
    if (!isOmitted && (!isAsked || none.test(words) || hasPlaceholder(chapter, section))) return;
    if (!isOmitted && suggests(chapter, section, section.part === 'recommendations')) return;
    const { start, end: titleEnd } = section.title;
    const title = textOf(chapter, section.title);
    const end = inTitle === '' ? titleEnd : start + title.search(/[：:]/);
    find({ message: 'none', params: { title: chapter.text.slice(start, end) }, start, end });
  },
};
