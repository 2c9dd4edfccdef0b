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

/** 「略」: whoever has none says 「無」. */
const omitted = /^(?:從|從缺|省)?略(?:[。．.；，]|$)/;

/** Nothing but where else it may be said, or that it is left out: 「詳如上述心得」, 「同上」, 「不另贅述」, 「容後補陳」. */
const pointers = [
  /^同[上前][^，。；]{0,6}。?$/,
  /^[已均請併業]{0,2}(?:詳[如見]?|參[見閱]|見|如|併入|載於|述於|列於)[^，。；附]{0,10}(?:[上前]|心得|過程|本文)[^，。；]{0,6}。?$/,
  /^[茲爰]?不[再另予]{1,2}[贅詳]述。?$/,
  /^容後[補另再][^，。；]{0,4}。?$/,
];
/** 「無」 is said in no more. */
const longestNone = 12;
/** Longer words say more than that. */
const longestPointer = 24;

/** What thanks and polite closing words hold; a sentence of them asks for nothing. */
const thanks =
  /感謝|致謝|感激|謝[意忱]|銘謝|承蒙|承[^。；]{0,12}(?:協助|招待|接待|安排)|獲益|受益|收[穫獲]|不虛此行|圓滿|銘[記感]|再續|友誼|賓至如歸|熱情|留下[^。；]{0,8}印象/;
/** Words with which anything may be asked for or planned, however weakly. */
const mayAskFor = /[應宜可須需請盼擬將能期若如]|建議|希望|尚待|有待/;

/** A heading inside 心得及建議 below which everything is a suggestion. */
const ofSuggestions = /建議(?:事項)?(?:[：:]|$)/;

/** The words of a section's content without blanks, brackets and marks, where no more than `longest`. */
function shortWordsOf(report: TextBlock, section: Section, longest: number): string {
  const words = textOf(report, section.content).replace(/[\s*（()）\-：:]/g, '');
  return words.length <= longest ? words : '';
}

/** What stands on the line of the heading itself, where that is 略 or 無: 「建議事項：略」. */
function behindTitle(report: TextBlock, { title }: Section): string {
  const words = (/[：:]([^：:]{1,8})$/.exec(textOf(report, title))?.[1] ?? '').replace(/[\s*（()）-]/g, '');
  return omitted.test(words) || none.test(words) ? words : '';
}

/** The sections for suggestions inside `section`. */
function sectionsOfSuggestions(report: TextBlock, section: Section): readonly Section[] {
  return [...sectionsIn(section)].filter(
    (inner) => inner !== section && ofSuggestions.test(textOf(report, inner.title)) && inner.kind !== 'item',
  );
}

function sentencesOf(words: string): readonly string[] {
  return words.split(/[。；]/).filter((sentence) => /\p{Script=Han}{2}/u.test(sentence));
}

/** Whether a sentence may ask for something, if it is not one of thanks. */
function mayAskIn(sentence: string): boolean {
  return thanks.test(sentence) ? /建[議請]/.test(sentence) : mayAskFor.test(sentence);
}

/** Whether a section without others inside says nothing but thanks. */
function onlyThanks(report: TextBlock, { children, content }: Section): boolean {
  if (children.length > 0) return false;
  const sentences = sentencesOf(textOf(report, content));
  return sentences.some((sentence) => thanks.test(sentence)) && !sentences.some(mayAskIn);
}

/** Whether a section for suggestions holds none, whatever its form asks for. */
function isHollow(report: TextBlock, section: Section, isSaidElsewhere: boolean): boolean {
  if (hasPlaceholder(report, section)) return false;
  if (omitted.test(behindTitle(report, section))) return true;
  if (section.children.length > 0 || !hasBody(report, section)) return false;
  const words = shortWordsOf(report, section, longestPointer);
  if (omitted.test(words)) return true;
  return (
    (words !== '' && pointers.some((pointer) => pointer.test(words)) && !isSaidElsewhere) || onlyThanks(report, section)
  );
}

/** Whether `section` holds a suggestion that stands by itself: as an item, or as a paragraph under 建議. */
function suggests(report: TextBlock, section: Section, under: boolean): boolean {
  const { lines } = report;
  const suggestions = sectionsOfSuggestions(report, section);
  for (const paragraph of paragraphsOf(lines, section.line + 1, section.toLine)) {
    const facts = lines.facts[paragraph.line]!;
    const itemised = facts.shape.number !== undefined || facts.shape.bullet || facts.shape.cells.length > 0;
    // The heading of such a section asks for nothing itself.
    const heading = suggestions.find(({ line }) => line === paragraph.line)?.heading.end ?? paragraph.start;
    const words = report.text.slice(Math.max(paragraph.start, heading), paragraph.end);
    const inside =
      under ||
      suggestions.some(
        ({ start, end, line }) => start <= paragraph.start && paragraph.end <= end && line <= paragraph.line,
      );
    if (inside && itemised && heading === paragraph.start && facts.han > 2) return true;
    if ((inside || itemised || words.startsWith('建議')) && asksIn(words)) return true;
    if (itemised && begins.test(textOf(report, titleOf(report, paragraph.line)))) return true;
    if (inside && !under && sentencesOf(words).some(mayAskIn)) return true;
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
    const isSuggested = suggests(chapter, section, section.part === 'recommendations');
    const tell = (of: Section): void => {
      const { start, end: titleEnd } = of.title;
      const title = textOf(chapter, of.title);
      const end = behindTitle(chapter, of) === '' ? titleEnd : start + title.search(/[：:]/);
      find({ message: 'none', params: { title: chapter.text.slice(start, end) }, start, end });
    };
    const hollow = sectionsOfSuggestions(chapter, section).filter((inner) => isHollow(chapter, inner, isSuggested));
    if (hollow.length > 0) {
      hollow.forEach(tell);
      return;
    }
    const words = inTitle + shortWordsOf(chapter, section, longestNone);
    if (omitted.test(words) || (section.part === 'recommendations' && isHollow(chapter, section, false))) {
      tell(section);
      return;
    }
    if (!isAsked || none.test(words) || isSuggested || hasPlaceholder(chapter, section)) return;
    tell(section);
  },
};
