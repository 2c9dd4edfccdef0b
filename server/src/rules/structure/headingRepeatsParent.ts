import { normaliseTitle } from '../../knowledge/parts';
import { phrasePattern } from '../../knowledge/phrases';
import { isBlank } from '../../report/model/lines';
import type { TextBlock } from '../../report/model/lines';
import type { Section } from '../../report/model/parts';
import { wordsOfTitle } from '../../report/queries/headings';
import { sectionsIn, textOf } from '../../report/queries/read';
import type { Span } from '../../text/span';
import { shifted } from '../../text/span';
import type { ChapterRule } from '../engine/rule';

/** A remark behind a title: 「拜會能源署（11月4日）」. */
const remark = /[（(][^（）()]{1,20}[）)]$/;
/** What one does at a place, which may be said above and left out below: 「參訪鹿特丹港」, 「鹿特丹港」. */
const activity = phrasePattern`^(?:${'visit'}|出席|參加|參與|赴)`;
/** What may be left out behind it: 「討論要點摘述」, 「訓練場參觀紀要」. */
const telling = phrasePattern`(?<=.{2})(?:之|的)?${'tells-again'}$`;
/** A shorter rest is no name. */
const shortestPlace = 4;
/** Titles with fewer characters may hold the same by chance. */
const shortestTurned = 4;

/** A title for comparing: without its number, a remark behind it, and what is done there. */
function keyOf(words: string): string {
  const name = normaliseTitle(words)
    .replace(/[；，、。]$/, '')
    .replace(remark, '');
  const place = name.replace(activity, '');
  return place.length >= shortestPlace ? place : name;
}

/** The name without 之 and what says that something is told: 訓練場參觀 of 「訓練場之參觀紀要」. */
function coreOf(words: string): string {
  const name = normaliseTitle(words)
    .replace(/[；，、。]$/, '')
    .replace(remark, '');
  return name.replace(telling, '').replace(/[之的]/g, '');
}

/** Whether two names hold the same words, one after the other or turned round: 「量測厚度」, 「厚度量測」. */
function areSameWords(one: string, other: string): boolean {
  if (one === other) return one.length > 1;
  return one.length === other.length && one.length >= shortestTurned && (one + one).includes(other);
}

function saysAgain(parent: string, title: string): boolean {
  const [above, below] = [keyOf(parent), keyOf(title)];
  if (above === '') return false;
  if (above === below) return true;
  return areSameWords(coreOf(parent), coreOf(title));
}

/** The line right below a heading, where it is short and stands by itself as a title does. */
function lineBelow({ lines }: TextBlock, { line: heading, toLine, children }: Section): Span | undefined {
  const to = children[0]?.line ?? toLine;
  for (let line = heading + 1; line < to; line++) {
    const facts = lines.facts[line]!;
    if (isBlank(facts)) continue;
    const { shape } = facts;
    const isTitle = shape.heading && !shape.bullet && shape.cells.length === 0 && shape.labels.length === 0;
    return isTitle ? shifted(shape.title, lines.starts[line]!) : undefined;
  }
  return undefined;
}

export const rule: ChapterRule = {
  id: 'structure/heading-repeats-parent',
  per: 'chapter',
  title: { 'zh-TW': '標題與上一層相同', en: 'Heading repeats its parent' },
  severity: 'hint',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（各章之內容）；報告調查 R1（逐層標題各有所指）',
  checked: '2026-11-28',
  fix: undefined,
  messages: {
    repeats: {
      'zh-TW': '「{title}」與上一層標題相同；請寫出這一節的主題，或併入上一層。',
      en: '「{title}」 repeats the heading above it; name what this section is about, or make the two one.',
    },
    parent: { 'zh-TW': '上一層標題', en: 'The heading above it' },
  },
  check: (chapter, _, find) => {
    const nameOf = (title: Span): string => textOf(chapter, wordsOfTitle(chapter, title));
    for (const parent of sectionsIn(chapter.section)) {
      const name = nameOf(parent.title);
      const below = parent.kind === 'item' ? undefined : lineBelow(chapter, parent);
      const repeats = parent.children.filter(({ kind }) => kind !== 'item').map(({ title }) => title);
      for (const { start, end } of below ? [below, ...repeats] : repeats) {
        if (!saysAgain(name, nameOf({ start, end }))) continue;
        find({
          message: 'repeats',
          params: { title: chapter.text.slice(start, end) },
          start,
          end,
          related: [{ message: 'parent', start: parent.title.start, end: parent.title.end }],
        });
      }
    }
  },
};
