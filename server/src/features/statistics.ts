import { economyNameOf } from '../knowledge/economies';
import { lineAt } from '../report/model/lines';
import type { Report } from '../report/model/report';
import { countHan } from '../text/characters';
import type { Span } from '../text/span';

export interface ReportStatistics {
  /** Han characters of the whole report. */
  readonly han: number;
  /** Han characters of 摘要, its heading left out; undefined without one. */
  readonly abstractHan: number | undefined;
  /** The sections of the body with the Han characters of each, headings included. */
  readonly sections: readonly { readonly title: string; readonly han: number }[];
  /** The economies that the report names, the most frequent first. */
  readonly economies: readonly { readonly code: string; readonly name: string; readonly count: number }[];
  /** The acronyms that it uses or writes out, the most frequent first. */
  readonly acronyms: readonly { readonly acronym: string; readonly count: number }[];
}

/** Han characters of the lines of `span`, which begins and ends with a line. */
function hanOfLines(report: Report, span: Span): number {
  const { facts, starts, count } = report.lines;
  let han = 0;
  for (let line = lineAt(report.lines, span.start); line < count && starts[line]! < span.end; line++)
    han += facts[line]!.han;
  return han;
}

/** Counts what the report holds. Han characters are those of the Unicode script Han; punctuation is none. */
export function statisticsOf(report: Report): ReportStatistics {
  const { text, abstract, sections } = report;
  let han = 0;
  for (const facts of report.lines.facts) han += facts.han;
  const named = [];
  for (const [code, forms] of report.economies.forms) {
    const name = economyNameOf(code);
    named.push({ code, name, count: forms.reduce((sum, form) => sum + form.count, 0) });
  }
  const acronyms = [];
  for (const { acronym, uses, definitionCount } of report.acronyms.entries.values()) {
    const count = uses.cover + uses.abstract + uses.body + definitionCount;
    if (count > 0) acronyms.push({ acronym, count });
  }
  // Sorting is stable: of equals, the one that occurs first stays first.
  const byCount = (a: { readonly count: number }, b: { readonly count: number }): number => b.count - a.count;
  return {
    han,
    abstractHan: abstract && countHan(text, abstract.content.start, abstract.content.end),
    sections: sections.map((section) => ({
      title: text.slice(section.title.start, section.title.end),
      han: hanOfLines(report, section),
    })),
    economies: named.sort(byCount),
    acronyms: acronyms.sort(byCount),
  };
}
