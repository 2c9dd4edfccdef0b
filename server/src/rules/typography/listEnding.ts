import { lineAt, lineEnd } from '../../report/model/lines';
import type { TextBlock } from '../../report/model/lines';
import type { Place } from '../../report/model/line';
import type { Section } from '../../report/model/parts';
import type { Chapter } from '../../report/model/units';
import { sectionsIn } from '../../report/queries/read';
import type { Span } from '../../text/span';
import type { ReportRule, RuleFix } from '../engine/rule';

/** Fewer items do not make a pattern. */
const fewest = 3;

/** An item that ends in ： leads on to what is not its own: a table, a dialogue; one that is cut counts the same. */
type Ending = '。' | '；' | '，' | '：' | '';

/** Where the words of an item end: a table below it, the number of a page and running heads are not its own. */
function ownEnd({ lines }: TextBlock, section: Section): number {
  for (let line = section.line + 1; line < section.toLine; line++) {
    const { content, shape } = lines.facts[line]!;
    if (content.end > content.start && shape.cells.length < 2) continue;
    return lineEnd(lines, line - 1);
  }
  return section.end;
}

/** Whether the item goes on in prose behind `end`: then its sentence is cut there, which structure/broken-paragraph says. */
function goesOn({ lines }: TextBlock, section: Section, end: number): boolean {
  for (let line = lineAt(lines, end) + 1; line < section.toLine; line++) {
    const { han, shape } = lines.facts[line]!;
    if (han > 0) return shape.cells.length < 2;
  }
  return false;
}

/** Whether nothing stands below the first line of an item before the next one: what ends it with ： leads on to nothing. */
function isBare({ lines }: TextBlock, section: Section): boolean {
  for (let line = section.line + 1; line < section.toLine; line++)
    if (lines.facts[line]!.content.end > lines.facts[line]!.content.start) return false;
  return true;
}

/** An item of a list: how it ends, and where its last character is. */
interface Item extends Span {
  readonly isItem: boolean;
  readonly hasChildren: boolean;
  readonly ending: Ending;
  /** Whether it ends with a comma, which ends no item. */
  readonly hasComma: boolean;
}

/** A field and its value, 「（一）時間：113年8月12日」, which no mark ends whatever sentences stand beside it. */
const field =
  /^\P{Script=Han}{0,6}[一二三四五六七八九十]{0,2}\P{Script=Han}{0,3}\p{Script=Han}{2,8}[：:][^，。；]{2,60}$/u;

/** What the item has to tell stands on the lines below its first one: 「（二）與會人員：」. */
const leadsOn = /^[^\n]{0,40}[：:][ \t]*\n/;

function itemOf(block: TextBlock, section: Section): Item {
  const end = ownEnd(block, section);
  const item = endedAt(block.text, section.start, end);
  const words = block.text.slice(section.start, end);
  const isOpen = leadsOn.test(words) || (item.ending === '' && (field.test(words) || goesOn(block, section, end)));
  return {
    ...item,
    isItem: section.kind === 'item',
    hasChildren: section.children.length > 0,
    ending: isOpen ? '：' : item.ending,
  };
}

/** The item without children that is `[start, end)` of `text`. */
function endedAt(text: string, start: number, end: number): Item {
  let at = end;
  while (at > start && /[\s*]/.test(text[at - 1]!)) at--;
  // 「…安全距離。」 ends with its sentence, whatever closes behind it.
  let mark = at;
  while (mark > start && '」』）)”'.includes(text[mark - 1]!)) mark--;
  const last = text[mark - 1];
  return {
    isItem: true,
    hasChildren: false,
    ending: endingOf(last) ?? (last === ':' ? '：' : ''),
    hasComma: last === '，' || last === '、',
    start: lastCharacter(text, at),
    end: at,
  };
}

/** The lists of a chapter whose items begin with bullets of one depth; what is indented below an item belongs to it. */
function bulletLists({ text, lines }: TextBlock): readonly (readonly Item[])[] {
  const lists: Item[][] = [];
  let open: Item[] | undefined;
  let depth = 0;
  lines.facts.forEach(({ content, shape }, line) => {
    if (content.end === content.start) return;
    const [start, end] = [lines.starts[line]! + shape.title.start, lines.starts[line]! + content.end];
    const last = open?.at(-1);
    if (shape.bullet && shape.number === undefined && shape.cells.length < 2) {
      if (!open || !last || content.start < depth) {
        lists.push((open = []));
        depth = content.start;
      }
      if (content.start === depth) open.push(endedAt(text, start, end));
      else if (last) open[open.length - 1] = { ...last, hasChildren: true };
    } else if (open && last && content.start > depth) open[open.length - 1] = endedAt(text, last.start, end);
    else open = undefined;
  });
  return lists;
}

function endingOf(mark: string | undefined): Ending | undefined {
  if (mark === '。' || mark === '；' || mark === '：') return mark;
  return mark === ';' ? '；' : undefined;
}

/** Where the last character before `at` begins: some take two code units, and marks on it may follow. */
function lastCharacter(text: string, at: number): number {
  let start = at;
  for (;;) {
    const character = [...text.slice(Math.max(0, start - 2), start)].at(-1);
    if (character === undefined) return start;
    start -= character.length;
    if (!/\p{M}/u.test(character)) return start;
  }
}

/** The last character of an item that ends otherwise than those beside it. */
interface Odd<At> {
  readonly item: At;
  readonly usual: Ending;
  /** The item that may be the odd one in its place: in 「…。…；…。」 the first one, if a series was meant. */
  readonly instead: At | undefined;
}

/** The one item of 「…；…，…。」, a series, that ends with a comma, with nothing or as the last one does. */
function oddInSeries<At extends Item>(items: readonly At[]): At | undefined {
  const before = items.slice(0, -1);
  const odd = before.filter(({ ending }) => ending !== '；');
  if (odd.length !== 1 || items.at(-1)!.ending !== '。') return undefined;
  const { ending, hasComma } = odd[0]!;
  // 「…；…。…。」: a semicolon says that a series was meant, whose last item alone ends the sentence.
  // Before a single semicolon a first item that ends its sentence may be what the list begins with.
  const isEarly = ending === '。' && (odd[0] !== before[0] || before.length >= fewest);
  return hasComma || ending === '' || isEarly ? odd[0] : undefined;
}

/** The one item of 「…，…，…；…。」, a series with commas, that ends otherwise. */
function oddAmongCommas<At extends Item>(items: readonly At[]): At | undefined {
  const odd = items.slice(0, -1).filter(({ hasComma }) => !hasComma);
  return items.length > fewest && odd.length === 1 ? odd[0] : undefined;
}

/** The one of `siblings` that ends otherwise than all others. */
function oddAmong<At extends Item>(siblings: readonly At[]): Odd<At> | undefined {
  if (siblings.length < fewest || !siblings.some(({ isItem }) => isItem)) return undefined;
  if (siblings.some(({ hasChildren }) => hasChildren)) return undefined;
  const items = siblings.filter(({ ending }) => ending !== '：');
  if (items.length < fewest) return undefined;
  const series = oddInSeries(items);
  if (series) return { item: series, usual: '；', instead: undefined };
  const other = oddAmongCommas(items);
  if (other) return { item: other, usual: '，', instead: undefined };
  const counts = new Map<Ending, number>();
  for (const { ending } of items) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  const [usual, most] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
  if (usual === '' || most === items.length || most < items.length - 1) return undefined;
  // 「…；…；…。」 is the classical way to end a series.
  const isSeries = items.slice(0, -1).every(({ ending }) => ending === '；') && items.at(-1)!.ending === '。';
  if (isSeries) return undefined;
  const item = items.find(({ ending }) => ending !== usual)!;
  return { item, usual, instead: items.length === fewest && item.ending === '；' ? items[0] : undefined };
}

/** Ends an item as the others do: 「…安全距離。」 keeps what closes behind its mark. */
function endedLikeOthers(unit: Chapter, { end }: Item, usual: Ending): readonly RuleFix<Place>[] {
  const { text } = unit;
  let mark = end;
  while ('」』）)”'.includes(text[mark - 1]!)) mark--;
  const edit = '。；;'.includes(text[mark - 1]!)
    ? { unit, start: mark - 1, end: mark, text: usual }
    : { unit, start: end, end, text: usual };
  return [{ title: 'end', params: { usual }, safety: 'review', edits: [edit] }];
}

/** A chapter, which may be an item of a list itself, with the odd items of the lists inside it. */
interface ChapterLists {
  readonly whole: Item;
  readonly odd: readonly Odd<Item>[];
}

function listsOf(chapter: Chapter): readonly ChapterLists[] {
  const odd: Odd<Item>[] = [];
  for (const { children } of sectionsIn(chapter.section)) {
    if (children.length < fewest) continue;
    const items = children.map((child) => itemOf(chapter, child));
    const colons = items.filter(({ ending }) => ending === '：');
    const found = oddAmong(
      items.map((item, index) =>
        colons.length === 1 &&
        item === colons[0] &&
        index + 1 < items.length &&
        ':：'.includes(chapter.text[item.end - 1]!) &&
        isBare(chapter, children[index]!)
          ? { ...item, ending: '' as const }
          : item,
      ),
    );
    if (found) odd.push(found);
  }
  for (const items of bulletLists(chapter)) {
    const found = oddAmong(items);
    if (found) odd.push(found);
  }
  return [{ whole: itemOf(chapter, chapter.section), odd }];
}

export const rule: ReportRule<ChapterLists, 'chapter'> = {
  per: 'report',
  notes: { per: 'chapter', read: listsOf },
  id: 'typography/list-ending',
  title: { 'zh-TW': '列舉項目結尾不一致', en: 'Items of a list end differently' },
  severity: 'hint',
  source: '標點符號用法表（文書處理手冊附錄4）：分號與句號',
  checked: '2026-11-23',
  fix: 'review',
  messages: {
    different: {
      'zh-TW': '同一組項目多以「{usual}」結尾，這一項不同，請統一。',
      en: 'The items of this list mostly end with “{usual}”; this one does not.',
    },
    instead: { 'zh-TW': '或這一項改以「；」結尾', en: 'Or end this one with “；”' },
    end: { 'zh-TW': '以「{usual}」結尾', en: 'End it with “{usual}”' },
  },
  check: (_report, notes, _context, find) => {
    const tell = ({ item, usual, instead }: Odd<Item & { readonly unit: Chapter }>): void => {
      const { unit, start, end } = item;
      const fixes = (): readonly RuleFix<Place>[] => endedLikeOthers(unit, item, usual);
      const related = instead && [{ message: 'instead', unit: instead.unit, start: instead.start, end: instead.end }];
      find({ message: 'different', params: { usual }, unit, start, end, fixes, ...(related && { related }) });
    };
    for (const { unit, note } of notes)
      for (const { item, usual, instead } of note.odd)
        tell({ item: { ...item, unit }, usual, instead: instead && { ...instead, unit } });
    const among = oddAmong(notes.map(({ unit, note }) => ({ unit, ...note.whole })));
    if (among) tell(among);
  },
};
