import { lineAt } from '../model/lines';
import type { CoverField } from '../model/parts';
import type { WithCover } from './period';

/** What stands around label and value on a line of the cover. */
export interface FieldStyle {
  /** Before the label: `- **`, `| `. */
  readonly before: string;
  /** Between label and value: `：`, `**：`, ` | `. */
  readonly between: string;
  /** Behind the value: ` |`. */
  readonly behind: string;
}

/** The first field of the cover that has a line for its label and value alone, 出國類別 (it stands in brackets) left out. */
function modelField(report: WithCover): CoverField | undefined {
  const { lines, cover } = report;
  return cover.fields.find(
    ({ id, label, value }) =>
      id !== 'category' &&
      value.end > value.start &&
      lineAt(lines, label.start) === lineAt(lines, value.start) &&
      lines.facts[lineAt(lines, label.start)]!.shape.labels.length === 1,
  );
}

/** How the report at hand writes the fields of its cover: 「- **服務機關**：…」, 「| 服務機關 | … |」. */
export function fieldStyle(report: WithCover): FieldStyle {
  const { lines, text } = report;
  const field = modelField(report);
  if (!field) return { before: '', between: '：', behind: '' };
  const { label, value } = field;
  const line = lineAt(lines, label.start);
  const { content } = lines.facts[line]!;
  return {
    before: text.slice(lines.starts[line]! + content.start, label.start),
    between: text.slice(label.end, value.start),
    behind: text.slice(value.end, lines.starts[line]! + content.end),
  };
}
