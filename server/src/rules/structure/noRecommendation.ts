import type { Report, Section } from '../../report/model';
import { paragraphsOf } from '../../report/paragraphs';
import { sectionsIn, textOf } from '../../report/read';
import { scanQuotes } from '../../report/scan/quotes';
import type { Span } from '../../text/span';
import { shifted } from '../../text/span';
import { chaptersAt, forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import type { Rule } from '../rule';
import { hasBody } from './headings';
import { hasPlaceholder } from '../../report/placeholders';

/**
 * Words by which an item asks that something be done. 應 and 宜 count as auxiliaries only: not in 因應, 應用, 事宜.
 */
const asks =
  /建議|建請|爰請|擬請|允宜|允應|理應|亟應|似可|可研議|可研擬|可評估|可考慮|可規劃|應(?![用變對邀屆聘徵答援運])(?<![因反響供相對效適回感呼答順]應)|宜(?![蘭居人])(?<![便適事權時合機]宜)|請(?:相關|主管|本)|俾[利便能使]|(?:我國|我方|本[部會局署處府院])(?:亦|未來|後續)?[可需須]/g;
/** An item that begins with what to do is a suggestion too: 「持續派員參與…」. */
const begins =
  /^(?:持續|積極|加強|強化|爭取|推動|建立|成立|編列|鼓勵|培育|善用|儘速|儘早|及早|落實|研議|擴大|深化|參考|借鏡)/;

/** 「無」 and the like, alone. */
const none = /^(?:本次)?(?:無|略|尚無|並無)(?:相關|具體|其他)?(?:建議(?:事項)?)?[。．.]?$/;

/** A heading inside 心得及建議 below which everything is a suggestion. */
const ofSuggestions = /建議(?:事項)?[：:]?$/;

function isNone(report: Report, section: Section): boolean {
  const words = textOf(report, section.content).replace(/[\s*（()）\-：:]/g, '');
  return words.length <= 12 && none.test(words);
}

/** Whether `section` holds a suggestion that stands by itself: as an item, or as a paragraph under 建議. */
function suggests(report: Report, section: Section, under: boolean): boolean {
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

function titleOf({ lines }: Report, line: number): Span {
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

/** Whether a chapter is to hold suggestions and holds none. */
const without: ChapterReader<true> = {
  read: (report, chapter) => {
    if (!mayAsk(chapter)) return [];
    const alone = chapter.part === 'recommendations';
    if (!hasBody(report, chapter) || isNone(report, chapter) || hasPlaceholder(report, chapter)) return [];
    return suggests(report, chapter, alone) ? [] : [true];
  },
};

export const rule: Rule = {
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
  prose: {
    places: (report, lines) => chaptersAt(report, lines).some(mayAsk),
  },
  check: (report, { profile }, find) => {
    if (profile.leastRecommendations === 0) return;
    forEachChapterNote(report, without, (_, { title }) => {
      find({ message: 'none', params: { title: textOf(report, title) }, start: title.start, end: title.end });
    });
  },
};
