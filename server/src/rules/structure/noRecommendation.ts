import type { TextBlock } from '../../report/model/lines';
import type { Section } from '../../report/model/parts';
import { paragraphsOf } from '../../report/parse/paragraphs';
import { sectionsIn, textOf } from '../../report/queries/read';
import { anyOf, phrasePattern } from '../../knowledge/phrases';
import { scanQuotes } from '../../report/scan/quotes';
import type { Span } from '../../text/span';
import { shifted } from '../../text/span';
import type { ChapterRule } from '../engine/rule';
import { firstLineBelow, hasBody } from '../../report/queries/headings';
import { hasPlaceholder } from '../../report/queries/placeholders';

/**
 * Words by which an item asks that something be done. 應 and 宜 count as auxiliaries only: not in 因應, 應用, 事宜.
 */
const asks = new RegExp(`${anyOf('suggestion')}|(?:我國|我方|本[部會局署處府院])(?:亦|未來|後續)?[可需須]`, 'g');
/** An item that begins with what to do is a suggestion too: 「持續派員參與…」. */
const begins = new RegExp(`^${anyOf('measure')}`);

/** 「無」 and the like, alone. */
const none = /^(?:本次)?[尚並]?無(?:[相具其][關體他])?(?:建議(?:事項)?)?[。．.]?$/;

/** 「略」: whoever has none says 「無」. */
const omitted = /^(?:從|從缺|省)?略(?:[。．.；，]|$)/;

/** Nothing but where else it may be said, or that it is left out: 「詳如上述心得」, 「同上」, 「不另贅述」, 「容後補陳」. */
const pointers = [
  /^同[上前][^，。；]{0,6}。?$/,
  /^[已均請併業]{0,2}(?:詳[如見]?|參[見閱]|見|如|[併載述列][入於])[^，。；附]{0,10}(?:[上前]|心得|過程|本文)[^，。；]{0,6}。?$/,
  /(?:^|，)(?:[本此]?[節章項處]|建議[事項]{0,2}|[爰茲])?(?:部分)?[予以均]?(?:[從省闕]略|略之)。?$/,
  /^[茲爰]?不[再另予]{1,2}[贅詳]述。?$/,
  /^(?:[^。；應宜建]{0,16}，)?[餘茲擬將請俟待]{0,2}(?:(?:[容日嗣]|返國)後[再補]?)?(?:另[案行文]|擇[期日]|再行|[再另補])?[補詳陳述報提敘呈簽研充說明出議]{1,3}(?:建議)?。?$/,
];
/** 「無」 is said in no more. */
const longestNone = 12;
/** Longer words say more than that. */
const longestPointer = 24;

/** What thanks and polite closing words hold; a sentence of them asks for nothing. */
const thanks = phrasePattern`${'thanks'}|承[^。；]{0,12}[協招接安][助待排]|留下[^。；]{0,8}印象`;
/** The end of a paragraph that leads in to suggestions: 「…。謹建議如下：」. */
const leadsIn = /建[議言](?![書案函者])[^。；：:]{0,12}(?:[：:]|如[下次]。?)$/;
/** Words with which anything may be asked for or planned, however weakly. */
const mayAskFor =
  /(?<![供因適反對響呼相回感效])應(?![用對變])|(?<![適事便])宜|可(?![愛靠貴口])|[須需盼擬將若]|(?<![申邀])請(?!客)|(?<![功性職可才])能(?![力源量])|(?<![長短學日定假前後中本同])期(?![間中末初])|(?<![例假諸譬])如(?![此今何])|建議|希望|[尚有]待/;

/** Clauses that anybody may write of anything: 「未來應持續關注其發展趨勢」, 「並與各界共同努力」. */
const emptyTalk = phrasePattern`${'empty-talk'}|值得(?:我[國們]|本[部會局署處府院館校]|各界|國人)?${'heeds'}|${'keeps-on'}${'heeds'}|(?:多|好好)(?:學習|努力|加油)|加[油倍]努?力?|(?:[繼持]續|再[次度]?)(?:共同)?(?:辦理|舉辦|推動|進行|維持|參[與加])(?:類似|此[類種項]|這[類樣種]|相關)的?之?[^，。；]{0,6}(?:${'visit'}|${'study'}|交流|活動|合作)|提[供升][^，。；]{0,6}更[好優]|為[我本]?[國校院館局會府市縣]爭光`;

/** A heading inside 心得及建議 below which everything is a suggestion. */
const ofSuggestions = /建議(?:事項)?(?:[：:]|$)/;

/** Such a section need not suggest anything itself. */
const ofThoughts = /心得|感想/;

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
  return words
    .split(/[。；\n]/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{Script=Han}{2}/u.test(sentence));
}

/** Whether a sentence may ask for something, if it is not one of thanks. */
function mayAskIn(sentence: string): boolean {
  return thanks.test(sentence) ? /建[議請]/.test(sentence) : mayAskFor.test(sentence);
}

/** Whether a clause is one that asks for nothing in particular, and none stands beside it that does. */
function isEmptyTalk(sentence: string): boolean {
  const clauses = sentence.split(/[，：]/);
  return clauses.some((clause) => emptyTalk.test(clause)) && clauses.every((clause) => emptyTalk.test(clause) || !asksSomehow(clause)); // prettier-ignore
}

/** What a clause that says what to do begins with, by whom and how often aside: 「並派員赴該院受訓」, 「按季彙整成表」. */
const action = phrasePattern`^[並另且亦先再]?(?:${'later'}|由|[每按逐分][年季月週期步批]|全面|主動|比照|[我本][國部會局署處府院館校])?[^，]{0,10}?${'undertakes'}`;

function asksSomehow(words: string): boolean {
  return mayAskFor.test(words) || begins.test(words) || action.test(words) || asksIn(words);
}

/** Whether a sentence may say what is to be done, in whatever words. */
function mayPropose(sentence: string): boolean {
  return (
    mayAskIn(sentence) || sentence.split(/[，：]/).some((clause) => action.test(clause) && !emptyTalk.test(clause))
  );
}

/** Whether a section without others inside says nothing but thanks, or what could be said of anything. */
function isOnlyTalk(report: TextBlock, { children, content }: Section): boolean {
  if (children.length > 0) return false;
  const sentences = sentencesOf(textOf(report, content));
  const asking = sentences.filter((sentence) => !isEmptyTalk(sentence) && mayPropose(sentence));
  return asking.length === 0 && sentences.some((sentence) => thanks.test(sentence) || isEmptyTalk(sentence));
}

/** Whether a section for suggestions holds none, whatever its form asks for. */
function isHollow(report: TextBlock, section: Section, isSaidElsewhere: boolean): boolean {
  if (hasPlaceholder(report, section)) return false;
  if (omitted.test(behindTitle(report, section))) return true;
  if (section.children.length > 0 || !hasBody(report, section)) return false;
  const words = shortWordsOf(report, section, longestPointer);
  if (omitted.test(words)) return true;
  return (
    (words !== '' && pointers.some((pointer) => pointer.test(words)) && !isSaidElsewhere) || isOnlyTalk(report, section)
  );
}

/** Whether `section` holds a suggestion that stands by itself: as an item, or as a paragraph under 建議. */
function suggests(report: TextBlock, section: Section, under: boolean): boolean {
  const { lines } = report;
  const suggestions = sectionsOfSuggestions(report, section);
  let isLedIn = false;
  for (const paragraph of paragraphsOf(lines, section.line + 1, section.toLine)) {
    const facts = lines.facts[paragraph.line]!;
    const itemised = facts.shape.number !== undefined || facts.shape.bullet || facts.shape.cells.length > 0;
    // The heading of such a section asks for nothing itself.
    const heading = suggestions.find(({ line }) => line === paragraph.line)?.heading.end ?? paragraph.start;
    const words = report.text.slice(Math.max(paragraph.start, heading), paragraph.end);
    if (!itemised) isLedIn = leadsIn.test(words.trimEnd());
    const inside =
      under ||
      isLedIn ||
      suggestions.some(
        ({ start, end, line }) => start <= paragraph.start && paragraph.end <= end && line <= paragraph.line,
      );
    if (inside && itemised && heading === paragraph.start && facts.han > 2) return true;
    if ((inside || itemised || words.startsWith('建議')) && asksIn(words)) return true;
    if (itemised && begins.test(textOf(report, titleOf(report, paragraph.line)))) return true;
    if (inside && !under && sentencesOf(words).some((sentence) => mayPropose(sentence) && !isEmptyTalk(sentence)))
      return true;
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

/** The chapter for suggestions: what the parser calls so, or 四、 at the end of 參、, of which it makes a section. */
function chapterIn(chapter: Section): Section | undefined {
  if (mayAsk(chapter)) return chapter;
  const last = chapter.children.at(-1);
  const isStray = last?.number !== undefined && last.number.value - 1 === chapter.number?.value;
  return isStray && last.kind !== 'item' && chapter.number.system === 'formal' && mayAsk(last) ? last : undefined;
}

export const rule: ChapterRule<{ readonly isAsked: boolean; readonly hasOwn: boolean }> = {
  per: 'chapter',
  id: 'structure/no-recommendation',
  title: { 'zh-TW': '沒有具體建議', en: 'No itemised suggestion' },
  severity: 'warning',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（心得及建議）；出國報告審核表（建議具參考價值）',
  checked: '2026-11-24',
  fix: undefined,
  yieldsTo: ['structure/duplicate-section'],
  messages: {
    none: {
      'zh-TW': '「{title}」沒有逐項列出的具體建議；請補寫，無建議者請寫明「無」。',
      en: '「{title}」 holds no itemised suggestion; add one, or write 「無」 where there is none.',
    },
    said: { 'zh-TW': '這裡沒有提出建議', en: 'Nothing is suggested here' },
  },
  given: ({ headings }, { profile }) => ({
    isAsked: profile.leastRecommendations > 0,
    hasOwn: headings.chapters.some(({ part }) => part === 'recommendations'),
  }),
  check: (chapter, { isAsked, hasOwn }, find) => {
    const section = chapterIn(chapter.section);
    // 感想 asks for nothing where 建議 has a chapter of its own.
    if (!section || (hasOwn && section.part !== 'recommendations')) return;
    const inTitle = behindTitle(chapter, section);
    if (inTitle === '' && !hasBody(chapter, section)) return;
    const isSuggested = suggests(chapter, section, section.part === 'recommendations');
    const tell = (of: Section): void => {
      const { start, end: titleEnd } = of.title;
      const title = textOf(chapter, of.title);
      const end = behindTitle(chapter, of) === '' ? titleEnd : start + title.search(/[：:]/);
      const said = of.children.length === 0 && end === titleEnd ? firstLineBelow(chapter, of) : undefined;
      find({
        message: 'none',
        params: { title: chapter.text.slice(start, end) },
        start,
        end,
        ...(said && { related: [{ message: 'said', ...said }] }),
      });
    };
    const hollow = sectionsOfSuggestions(chapter, section).filter(
      (inner) =>
        isHollow(chapter, inner, isSuggested) && !(isSuggested && ofThoughts.test(textOf(chapter, inner.title))),
    );
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
