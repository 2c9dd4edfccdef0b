import { phrasePattern } from '../../knowledge/phrases';
import type { Heading } from '../../report/model/headings';
import { bareTitle } from '../../report/queries/headings';
import { sectionsIn } from '../../report/queries/read';
import type { ReportRule } from '../engine/rule';

const ending = /[：:。]$/;

/** Words that announce a list: 須具備下列條件：, 可歸納如下：, 建議事項有三：. */
const announcement = phrasePattern`${'announces-list'}|${'holding'}|[有為][二兩三四五六七八九十]$|[二兩三四五六七八九十\d][項點大個種類步階面][^，。：]{0,8}$`;

/** Whether a title with a colon at its end leads in what stands below it, and is no heading. */
function leadsIn({ text, title: { start, end } }: Heading): boolean {
  const words = text.slice(start, end);
  return /[：:]$/.test(words) && (/[，；]/.test(words) || announcement.test(words.slice(0, -1)));
}

/** A title with a full stop is no longer: what is, is a sentence. */
const longestEnded = 14;
/** So short a one beside a title is one, however few they are. */
const longestSure = 6;
/** What a short sentence begins with that is no title: 「我國未發言。」, 「無。」. */
const sentence = /^(?:[無未略同詳各另並因經]|[我雙][國方]|本[團署部局校會院府所]|與會|會[員中議]|主席)/;
/** What titles are called that begin so all the same. */
const title = phrasePattern`(?:${'section-tells'}|${'ends-title'})$`;

/** Whether all of a line is bold, as titles are. */
function isBold({ firstLine: { facts } }: Heading): boolean {
  const { start, end } = facts.content;
  return /^\*\*[^*]+\*\*$/.test(facts.text.slice(start, end));
}

/** Whether a full stop or ； makes a sentence of what stands above other words as a title does: 「（四）討論要點。」. */
function isEndedTitle(heading: Heading): boolean {
  const {
    text,
    marks,
    number,
    depth,
    isFilled,
    title: { start, end },
    firstLine,
  } = heading;
  const words = text.slice(start, end);
  const isEnded = /[。；;]/.test(text.charAt(end)) && firstLine.facts.shape.title.end === end + 1;
  if (!isEnded || words.length > longestEnded || /[、：]/.test(words)) return false;
  if (marks > 0 || isBold(heading)) return true;
  return (isFilled || depth === 1) && number !== undefined && (title.test(words) || !sentence.test(words));
}

/** Whether it is one of the headings that are to look alike. */
function isTitled(heading: Heading): boolean {
  const { kind, part, isFilled, firstLine } = heading;
  if (isEndedTitle(heading)) return true;
  if ((part === 'attachments' && heading.depth > 1) || leadsIn(heading)) return false;
  return kind !== 'item' && firstLine.facts.shape.heading && (part !== undefined || isFilled);
}

/** Whether a mark stands at the end of its title. */
function isEnded(heading: Heading): boolean {
  const { text, title } = heading;
  return ending.test(text.slice(title.end - 1, title.end)) || isEndedTitle(heading);
}

/** Those with a mark at their end among siblings that are headings of one level, where not all have one. */
function endedAmong(siblings: readonly Heading[]): readonly Heading[] {
  if (siblings.length < 2) return [];
  const titled = siblings.filter(isTitled);
  const ended = titled.filter(isEnded);
  // Among items that are sentences one more is none that should be a title.
  const isAlone = titled.length - ended.length < 2;
  const isSure = (heading: Heading): boolean =>
    heading.marks > 0 || isBold(heading) || heading.title.end - heading.title.start <= longestSure;
  if (isAlone && ended.some((heading) => isEndedTitle(heading) && !isSure(heading))) return [];
  return ended.length === titled.length ? [] : ended;
}

/** The headings inside a chapter that end in a mark although others beside them don't. */
function endedIn(chapter: Heading): readonly Heading[] {
  const ended: Heading[] = [];
  for (const { children } of sectionsIn(chapter)) ended.push(...endedAmong(children));
  return ended;
}

export const rule: ReportRule<Heading, 'headings'> = {
  per: 'report',
  notes: { per: 'headings', read: endedIn },
  id: 'structure/heading-punctuation',
  title: { 'zh-TW': '標題結尾標點不一致', en: 'Punctuation behind a heading' },
  severity: 'hint',
  source: '教育部《重訂標點符號手冊》；文書處理手冊（標題不加標點）',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    ending: {
      'zh-TW': '標題以「{mark}」結尾，同一層有的標題沒有，請統一。',
      en: 'This heading ends in 「{mark}」; not all of its siblings do.',
    },
    remove: { 'zh-TW': '刪去「{mark}」', en: 'Remove 「{mark}」' },
  },
  check: ({ headings }, notes, _context, find) => {
    for (const unit of [...endedAmong(headings.chapters), ...notes.map(({ note }) => note)]) {
      const { end: start } = bareTitle(unit, unit.title);
      const end = isEndedTitle(unit) ? start + 1 : unit.title.end;
      const mark = unit.text.slice(start, end).trim();
      const params = { mark };
      find({
        message: 'ending',
        params,
        unit,
        start,
        end,
        fixes: () => [
          {
            title: 'remove',
            params,
            safety: mark === '。' && unit.marks === 0 ? 'review' : 'safe',
            edits: [{ unit, start, end, text: '' }],
          },
        ],
      });
    }
  },
};
