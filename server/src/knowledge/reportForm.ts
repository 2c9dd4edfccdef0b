import { sources } from './sources';
import type { Sourced } from './types';

/**
 * How a finished report looks. Sizes are in points, lengths in millimetres. What the annex says (A4, the sizes of the
 * cover, body of 12 points, number of the page centred at its foot) is read from a secondary source; margins, spacing
 * and the sizes of headings are what reports usually have, and an agency may want others: they are data for that reason.
 */
export interface ReportForm extends Sourced {
  readonly page: { readonly width: number; readonly height: number };
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly fonts: {
    /** For Han characters and full-width marks. */
    readonly han: string;
    /** For Latin letters and digits. */
    readonly latin: string;
    /** What stands in for `han` where a machine lacks it, the likeliest first. */
    readonly hanSubstitutes: readonly string[];
  };
  readonly sizes: {
    readonly kindLine: number;
    readonly title: number;
    readonly field: number;
    readonly body: number;
    readonly table: number;
    readonly footnote: number;
    /** By level, the outermost first; deeper levels have the last one. */
    readonly headings: readonly number[];
    /** The titles of 摘要 and 目次. */
    readonly frontTitle: number;
  };
  /** Height of a line of the body, as a multiple of its size. */
  readonly lineSpacing: number;
  /** First line of a paragraph, in widths of a character. */
  readonly firstLineIndent: number;
}

const [source, trust] = sources.cover;

/** The form of 附件一「出國報告格式」. */
export const officialForm: ReportForm = {
  page: { width: 210, height: 297 },
  margins: { top: 25.4, right: 25.4, bottom: 25.4, left: 25.4 },
  fonts: {
    han: '標楷體',
    latin: 'Times New Roman',
    hanSubstitutes: ['DFKai-SB', 'BiauKai', 'BiauKaiTC', 'TW-Kai', 'AR PL UKai TW', 'AR PL KaitiM Big5'],
  },
  sizes: {
    kindLine: 20,
    title: 26,
    field: 14,
    body: 12,
    table: 12,
    footnote: 10,
    headings: [16, 14, 12],
    frontTitle: 16,
  },
  lineSpacing: 1.5,
  firstLineIndent: 2,
  source,
  trust,
};
