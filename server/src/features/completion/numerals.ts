import type { NumberSystem } from '../../report/model/lines';
import type { Report } from '../../report/model/report';
import type { Section } from '../../report/model/parts';
import { nameOf } from '../../report/queries/read';
import type { CompletionContext } from './context';
import type { CompletionEntry } from './entry';
import { literal, rank } from './entry';
import { numberIn, numberLike } from '../../report/queries/headingStyle';

/** The usual system one level further in. */
const innerOf: Partial<Readonly<Record<NumberSystem, NumberSystem>>> = {
  formal: 'han',
  chapter: 'section',
  roman: 'han',
  section: 'han',
  han: 'han-bracketed',
  'han-bracketed': 'digit',
  digit: 'digit-bracketed',
  stem: 'stem-bracketed',
};

/** The sections that are open at `lineStart`, from the chapter to the innermost: each the last of its level before it. */
function openSections(report: Report, lineStart: number): Section[] {
  const path: Section[] = [];
  let level = report.sections;
  for (;;) {
    const last = level.filter(({ start }) => start < lineStart).at(-1);
    if (!last) return path;
    path.push(last);
    level = last.children;
  }
}

/** A number that may come next. */
export interface NextNumber {
  /** With markup and blanks around it as its siblings have them; `bold` where they are bold. */
  readonly before: string;
  readonly number: string;
  readonly behind: string;
  readonly value: number;
  /** The section that it follows or opens. */
  readonly of: Section;
}

/** The number of `value` in the style of `sibling`, with what stands around that one's number. */
function like(report: Report, sibling: Section, value: number, of: Section): NextNumber | undefined {
  const number = sibling.number && numberLike(report, sibling.number, value);
  if (!sibling.number || number === undefined) return undefined;
  return {
    before: report.text.slice(sibling.heading.start, sibling.number.start),
    number,
    behind: report.text.slice(sibling.number.end, sibling.title.start),
    value,
    of,
  };
}

/** The first number below `parent`: as other sections of its kind number their children, or in the usual way. */
function firstInside(report: Report, parent: Section): NextNumber | undefined {
  if (!parent.number) return undefined;
  const { system } = parent.number;
  for (const other of report.allSections) {
    if (other.number?.system !== system) continue;
    const child = other.children.find(({ number }) => number !== undefined);
    if (child) return like(report, child, 1, parent);
  }
  const inner = innerOf[system];
  const number = inner && numberIn(inner, 1);
  if (number === undefined) return undefined;
  const trimmed = number.trimEnd();
  return { before: '', number: trimmed, behind: number.slice(trimmed.length), value: 1, of: parent };
}

/**
 * The numbers that may come next: of the section above, of one inside it, of each section around it. Below a heading that
 * nothing follows yet, the one inside it comes first.
 */
export function nextNumbers(report: Report, lineStart: number): NextNumber[] {
  const path = openSections(report, lineStart);
  const innermost = path.at(-1);
  if (!innermost) return [];
  const numbers = path
    .reverse()
    .map((section) => section.number && like(report, section, section.number.value + 1, section));
  const { heading, endsSentence } = report.lines.facts[innermost.line]!.shape;
  const followed = report.text.slice(innermost.heading.end, lineStart).replace(/[：:*\s]/g, '') !== '';
  numbers.splice(heading && !endsSentence && !followed ? 0 : 1, 0, firstInside(report, innermost));
  return numbers.filter((number) => number !== undefined);
}

/** Full-width brackets as half-width ones, so that either finds the other. */
function plainBrackets(number: string): string {
  return number.replaceAll('（', '(').replaceAll('）', ')').trim();
}

/** The next outline number at the start of a line, in the style of its siblings. */
export function completeNumerals(context: CompletionContext): CompletionEntry[] {
  const { report, lead, lineStart, locale, zone } = context;
  if (!lead || lead.words !== '' || lead.marks > 0 || zone === 'cover' || zone === 'contents' || zone === 'abstract')
    return [];
  const typed = plainBrackets(lead.number);
  return nextNumbers(report, lineStart)
    .filter(({ number, value }) => {
      const plain = plainBrackets(number);
      return plain !== typed && (plain.startsWith(typed) || String(value).startsWith(typed));
    })
    .map(({ before, number, behind, value, of }, index) => {
      const bold = before.includes('**') || behind.includes('**');
      const whole = before + number + behind;
      const title = nameOf(report, of.title);
      const follows = of.number && value > 1;
      return {
        label: number.trim(),
        kind: 'numeral',
        detail: follows
          ? { 'zh-TW': `接在「${title}」之後`, en: `after “${title}”` }[locale]
          : { 'zh-TW': `「${title}」的第一項`, en: `first in “${title}”` }[locale],
        documentation: '',
        filterText: `${whole.trimStart()} ${value}`,
        sortText: rank('number', index),
        insertText: bold ? `${literal(whole)}$1**$0` : whole,
        snippet: bold,
        replace: { start: lineStart, end: lead.end },
      };
    });
}
