import type { Profile } from '../../knowledge/types';
import { lineAt, lineEnd } from '../../report/model/lines';
import type { Report } from '../../report/model/report';
import type { Zone } from '../../report/model/parts';
import { zoneAt } from '../../report/queries/read';
import type { Locale } from '../../text/message';
import type { CalendarDate } from '../../text/calendar';
import type { Span } from '../../text/span';

/** Longer beginnings of a line are prose, not a heading or a label that is being typed. */
const longestLead = 60;

/** Where the cursor is, for all that completes there. */
export interface CompletionContext {
  readonly report: Report;
  readonly offset: number;
  readonly profile: Profile;
  readonly locale: Locale;
  /**
   * Whether the author asks for the list. One that opens by itself while somebody types offers what that place asks
   * for and nothing else: most of what is typed is prose.
   */
  readonly asked: boolean;
  /** Undefined where no clock is at hand. */
  readonly today: CalendarDate | undefined;
  readonly line: number;
  readonly lineStart: number;
  /** The line up to the cursor. */
  readonly before: string;
  /** What stands on the line from its first word to the cursor, if nothing follows it: a line that is being begun. */
  readonly lead: Lead | undefined;
  readonly zone: Zone;
  /** Whether no heading stands before the line: a cover is being written, or nothing yet. */
  readonly beforeBody: boolean;
}

/** The beginning of a line: 「## 參、出席」. */
export interface Lead extends Span {
  readonly text: string;
  /** Marks, bullet and bold marks: 「## 」, 「- **」. */
  readonly markup: string;
  /** Number of `#` marks. */
  readonly marks: number;
  /** The number as far as it is typed: 「參、」, 「（二」. */
  readonly number: string;
  /** The words behind: 「出席」. */
  readonly words: string;
}

function leadOf(before: string, after: string, lineStart: number): Lead | undefined {
  const text = before.trimStart();
  if (after.trim() !== '' || text.length > longestLead) return undefined;
  const start = lineStart + before.length - text.length;
  const markup = /^(?:#{1,6}[ \t\u3000]*)?(?:[-*+•][ \t\u3000]+)?(?:\*\*)?/.exec(text)?.[0] ?? '';
  const behind = text.slice(markup.length);
  const number =
    /^[（(]?[零一二三四五六七八九十壹貳參叁肆伍陸柒捌玖拾甲乙丙丁戊己庚辛壬癸\d]{1,4}[）)]?[、.．]?[ \t\u3000]*/.exec(
      behind,
    )?.[0] ??
    /^[（(]/.exec(behind)?.[0] ??
    '';
  const marks = /^#{0,6}/.exec(markup)![0].length;
  return { start, end: start + text.length, text, markup, marks, number, words: behind.slice(number.length) };
}

/** Reads the surroundings of the cursor. */
export function contextAt(
  report: Report,
  offset: number,
  profile: Profile,
  locale: Locale,
  today: CalendarDate | undefined,
  asked: boolean,
): CompletionContext {
  const line = lineAt(report.lines, offset);
  const lineStart = report.lines.starts[line]!;
  const before = report.text.slice(lineStart, offset);
  const after = report.text.slice(offset, Math.max(offset, lineEnd(report.lines, line)));
  // A heading on the cursor's own line is only just being typed.
  const { abstract, contents, sections } = report;
  const headings = [abstract?.start, contents?.start, sections[0]?.start, sections[1]?.start];
  return {
    report,
    offset,
    profile,
    locale,
    asked,
    today,
    line,
    lineStart,
    before,
    lead: leadOf(before, after, lineStart),
    zone: zoneAt(report, offset),
    beforeBody: headings.every((start) => start === undefined || start >= lineStart),
  };
}
