/** The labels of the cover that a line holds, each with its value. */
import { coverLabelAt } from '../../knowledge/coverLabels';
import { isColon, skipBlanks, trimBlanksEnd } from '../../text/characters';
import type { Span } from '../../text/span';
import type { LineLabel } from '../model/lines';
import { Trait } from './traits';

/** The label of a cover field stands within so many code units of the line's start. */
const longestLabel = 20;

/** A label and its colon behind a bracket. */
const bracketedLabel = /[（(]\s*([^（()）：:\s]{2,10})\s*[：:]/g;

/** Behind the bracket of the category: the end of the line, or the title of the report. */
const behindCategory = /^[）)]\**(?:$|[ \t\u3000]+(?=\S))/;

/** Where the bracket is closed that is open where `words` begin: 其他（查核））; -1 where it is not. */
function closingIn(words: string): number {
  let open = 1;
  for (let at = 0; at < words.length; at++) {
    if ('（('.includes(words[at]!)) open++;
    else if ('）)'.includes(words[at]!) && --open === 0) return at;
  }
  return words.search(/[）)]\**$/);
}

/**
 * The category inside brackets, alone or behind the line that names the kind of report: 「出國報告（出國類別：考察）」, which the
 * title of the report may follow.
 */
function categoryOf(text: string, content: Span): LineLabel | undefined {
  if (content.end - content.start > 3 * longestLabel) return undefined;
  const words = text.slice(content.start, content.end);
  for (const match of words.matchAll(bracketedLabel)) {
    const from = match.index + match[0].length;
    const behind = words.slice(from);
    const isBehindKind = /報告[ \t\u3000]*$/.test(words.slice(0, match.index));
    const close = isBehindKind ? closingIn(behind) : behind.search(/[）)]\**$/);
    if (close < 0 || !behindCategory.test(behind.slice(close))) continue;
    const start = content.start + match.index + match[0].indexOf(match[1]!);
    const label = labelAt(text, start, start + match[1]!.length, content.start + from, content.start + from + close);
    if (label?.field === 'category') return label;
  }
  return undefined;
}

/** `[start, end)` without blanks and bold marks around it; of an empty value its start stays. */
function bare(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  for (;;) {
    from = skipBlanks(text, from, to);
    if (from === to) return { start, end: start };
    to = trimBlanksEnd(text, from, to);
    if (to - from >= 2 && text.startsWith('**', from)) from += 2;
    else if (to - from >= 2 && text.startsWith('**', to - 2)) to -= 2;
    else return { start: from, end: to };
  }
}

/** The field whose label `[start, end)` is, with `value` as its value. */
function labelAt(
  text: string,
  start: number,
  end: number,
  valueStart: number,
  valueEnd: number,
): LineLabel | undefined {
  const label = bare(text, start, end);
  const row = coverLabelAt(text, label.start, label.end);
  if (!row) return undefined;
  return { field: row.field, of: row.of, label, value: bare(text, valueStart, valueEnd) };
}

/** What parts a field from the next one on its line, and that one's label. */
const nextLabel = /[\s；;，,、／/|]([^\s：:；;，,、|]{2,12})[ \u3000]?[：:]/g;

/** The fields that stand in the value of `first`, each with its own: 「服務機關：某署　姓名職稱：陳小芳技正」. */
function labelsIn(text: string, first: LineLabel): readonly LineLabel[] {
  const { start, end } = first.value;
  const labels = [first];
  for (const match of text.slice(start, end).matchAll(nextLabel)) {
    const at = start + match.index + 1;
    const next = labelAt(text, at, at + match[1]!.length, start + match.index + match[0].length, end);
    if (!next) continue;
    const last = labels.pop()!;
    labels.push({ ...last, value: bare(text, last.value.start, start + match.index) }, next);
  }
  return labels;
}

/** A line of such a record is no longer. */
const longestRecord = 80;
/** A label of the cover that only a blank parts from its value, as records of the portal have it. */
const labelBeforeBlank = /^([^\s：:，。；]{4,12})[ \u3000]+(?=\S)/;
/** A label that a bar, a dash or its own brackets set off, with what stands before it: 服務機關｜, 【服務機關】, │ 服務機關 │. */
const labelBeforeBar =
  /^(?:[【〔〖[｜│┃][ \u3000]?)?([^\s：:，。；｜│┃|【】〔〕〖〗\]＝=→—–─]{4,12})[ \u3000]{0,8}(?:[｜│┃|＝=→—–─]{1,2}|[】〕〗\]][：:]?)[ \u3000]*/;
const bars = '｜│┃| \u3000';

/** A label of the cover that is set off otherwise than by a colon or a blank, with its value. */
function barredLabel(text: string, start: number, end: number): LineLabel | undefined {
  const match = labelBeforeBar.exec(text.slice(start, Math.min(end, start + longestLabel)));
  if (!match) return undefined;
  const from = start + match[0].indexOf(match[1]!);
  const at = start + match[0].length;
  let stop = end;
  while (stop > at && bars.includes(text[stop - 1]!)) stop--;
  const label = labelAt(text, from, from + match[1]!.length, at, stop);
  return label && label.of !== 'unsaid' && !coverLabelAt(text, label.value.start, label.value.end) ? label : undefined;
}

const noLabels: readonly LineLabel[] = [];

/** The labels of the cover with their values: 「服務機關：…」, 「| 服務機關 | … |」, 「（出國類別：考察）」. */
export function labelsOf(
  text: string,
  content: Span,
  cells: readonly Span[],
  titleStart: number,
  traits: number,
): readonly LineLabel[] {
  const [first] = cells;
  if (first && first.end - first.start <= longestLabel) {
    const labels: LineLabel[] = [];
    for (let i = 0; i + 1 < cells.length; i += 2) {
      const [cell, value] = [cells[i]!, cells[i + 1]!];
      const end = isColon(text.charCodeAt(cell.end - 1)) ? cell.end - 1 : cell.end;
      const label = labelAt(text, cell.start, end, value.start, value.end);
      // A row whose values are labels is the head of a table, and so is 日期 by itself.
      if (!label || label.of === 'unsaid' || coverLabelAt(text, value.start, value.end)) break;
      labels.push(label);
    }
    if (labels.length > 0) return labels;
  }
  const barred = barredLabel(text, titleStart, content.end);
  if (barred) return [barred];
  if ((traits & Trait.Colon) !== 0) {
    const limit = Math.min(content.end, titleStart + longestLabel);
    let colon = titleStart;
    while (colon < limit && !isColon(text.charCodeAt(colon))) colon++;
    const label = colon < limit ? labelAt(text, titleStart, colon, colon + 1, content.end) : undefined;
    if (label) return labelsIn(text, label);
    const category = categoryOf(text, content);
    return category ? [category] : noLabels;
  }
  // A label alone on its line: its value stands below, or nowhere.
  if (content.end - titleStart <= longestLabel) {
    const alone = labelAt(text, titleStart, content.end, content.end, content.end);
    if (alone && alone.label.end - alone.label.start >= 4) return [alone];
  }
  if (content.end - titleStart > longestRecord) return noLabels;
  const match = labelBeforeBlank.exec(text.slice(titleStart, Math.min(content.end, titleStart + longestLabel)));
  if (!match) return noLabels;
  const label = labelAt(text, titleStart, titleStart + match[1]!.length, titleStart + match[0].length, content.end);
  return label && !coverLabelAt(text, label.value.start, label.value.end) ? [label] : noLabels;
}
