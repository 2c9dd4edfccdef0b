import { lineAt, lineEnd } from '../../report/lines';
import type { Report, Section } from '../../report/model';
import { forEachChapterNote, siblingsReader } from '../chapters';
import type { Rule } from '../rule';

/** Fewer items do not make a pattern. */
const fewest = 3;

/** An item that ends in ： leads on to what is not its own: a table, a dialogue; one that is cut counts the same. */
type Ending = '。' | '；' | '：' | '';

/** Where the words of an item end: a table below it, the number of a page and running heads are not its own. */
function ownEnd({ lines }: Report, section: Section): number {
  for (let line = section.line + 1; line < section.toLine; line++) {
    const { content, shape } = lines.facts[line]!;
    if (content.end > content.start && shape.cells.length < 2) continue;
    return lineEnd(lines, line - 1);
  }
  return section.end;
}

/** Whether the item goes on in prose behind `end`: then its sentence is cut there, which structure/broken-paragraph says. */
function goesOn({ lines }: Report, section: Section, end: number): boolean {
  for (let line = lineAt(lines, end) + 1; line < section.toLine; line++) {
    const { han, shape } = lines.facts[line]!;
    if (han > 0) return shape.cells.length < 2;
  }
  return false;
}

/** Offset behind the item's last character, and how it ends. */
function endingOf(report: Report, section: Section): { readonly at: number; readonly ending: Ending } {
  const { text } = report;
  const end = ownEnd(report, section);
  let at = end;
  while (at > section.start && /[\s*]/.test(text[at - 1]!)) at--;
  // 「…安全距離。」 ends with its sentence, whatever closes behind it.
  let mark = at;
  while (mark > section.start && '」』）)”'.includes(text[mark - 1]!)) mark--;
  const last = text[mark - 1];
  if (last === '。' || last === '；' || last === '：') return { at, ending: last };
  if (last === ';') return { at, ending: '；' };
  return { at, ending: last === ':' || goesOn(report, section, end) ? '：' : '' };
}

/** The end of an item that ends otherwise than those beside it. */
interface Odd {
  readonly at: number;
  readonly usual: Ending;
}

/** The one of `siblings` that ends otherwise than all others. */
function oddAmong(report: Report, siblings: readonly Section[]): readonly Odd[] {
  if (siblings.length < fewest || siblings.every((section) => section.kind !== 'item')) return [];
  if (siblings.some((section) => section.children.length > 0)) return [];
  const endings = siblings.map((section) => endingOf(report, section)).filter(({ ending }) => ending !== '：');
  if (endings.length < fewest) return [];
  // 「…；…；…。」 is the classical way to end a series.
  const inner = endings.slice(0, -1);
  const counts = new Map<Ending, number>();
  for (const { ending } of endings) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  const [usual, most] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
  if (usual === '' || most === endings.length || most < endings.length - 1) return [];
  const series = inner.every(({ ending }) => ending === '；') && endings[endings.length - 1]!.ending === '。';
  return series ? [] : [{ at: endings.find(({ ending }) => ending !== usual)!.at, usual }];
}

/** The odd items of the lists inside a chapter. */
const inside = siblingsReader(oddAmong, ({ at, usual }, start) => ({ at: at - start, usual }));

export const rule: Rule = {
  id: 'typography/list-ending',
  title: { 'zh-TW': '列舉項目結尾不一致', en: 'Items of a list end differently' },
  severity: 'hint',
  source: '標點符號用法表（文書處理手冊附錄4）：分號與句號',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    different: {
      'zh-TW': '同一組項目多以「{usual}」結尾，這一項不同，請統一。',
      en: 'The items of this list mostly end with “{usual}”; this one does not.',
    },
  },
  prose: { touching: ['line-end'] },
  check: (report, _context, find) => {
    const tell = ({ at, usual }: Odd): void => {
      find({ message: 'different', params: { usual }, start: at - 1, end: at });
    };
    oddAmong(report, report.sections).forEach(tell);
    forEachChapterNote(report, inside, ({ at, usual }, { start }) => {
      tell({ at: start + at, usual });
    });
  },
};
