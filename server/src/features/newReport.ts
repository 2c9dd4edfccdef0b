/**
 * A report to be filled in: cover, every required part, a row for each day. It checks clean but for what must be
 * written, which stands as ○○ (the rule structure/placeholder finds it when it is forgotten).
 */
import type { Profile, ProfilePart } from '../knowledge/types';
import { unnumberedParts } from '../report/queries/headingStyle';
import { requiredPartsOf } from '../knowledge/profiles';
import type { CalendarDate } from '../text/calendar';
import { toFormal } from '../text/numerals';
import { bodyOf } from './newReport/bodies';
import type { Occasion } from './newReport/bodies';
import { journeyOf, usualCategoryOf } from './newReport/journey';
import type { Journey } from './newReport/journey';
import { gap, known, snippetOf, textOf } from './newReport/pieces';
import type { Piece } from './newReport/pieces';
import { rocDate } from './rocDate';

export interface NewReportOptions {
  readonly profile: Profile;
  readonly title?: string | undefined;
  readonly category?: string | undefined;
  readonly agency?: string | undefined;
  /** Each with title: 林若涵科長. */
  readonly persons?: readonly string[] | undefined;
  readonly destination?: string | undefined;
  /** Whom a visit was paid to, or where somebody learned: 大阪國稅局. */
  readonly host?: string | undefined;
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  readonly reportDate?: CalendarDate | undefined;
  /** Markdown headings instead of plain text. */
  readonly markdown?: boolean | undefined;
}

export interface NewReport {
  /** Plain text; what is to be written stands as ○○. */
  readonly text: string;
  /** The same with a tab stop at each place, in the syntax of LSP snippets. */
  readonly snippet: string;
}

function periodOf(from: CalendarDate | undefined, to: CalendarDate | undefined): Piece {
  if (!from || !to) return { fill: '○年○月○日至○月○日' };
  return `${rocDate(from)}至${rocDate(to, from.year !== to.year)}`;
}

/** The category that the profile's reports mostly have, with the others to choose from. */
function categoryOf({ category, profile }: NewReportOptions): Piece {
  if (category !== undefined && category !== '') return category;
  const fill = usualCategoryOf(profile);
  return { fill, choices: [fill, ...profile.categories.filter((other) => other !== fill)] };
}

/** A title to be made one's own: 出席○○會議報告, 赴○○考察報告. */
function titleToFill(journey: Journey, category: string): string {
  return journey === 'meeting' ? '出席○○會議報告' : `赴○○${category}報告`;
}

/** An agency to be filled in, of the kind that speaks for the profile: ○○大學, 桃園市政府○○. */
function agencyToFill({ agencies }: Profile): string {
  const [word] = agencies;
  // Where several cities share a profile, none of them is meant.
  if (word === undefined || (/[市縣]$/.test(word) && agencies.length > 2)) return '○○';
  return /[市縣]$/.test(word) ? `${word}政府○○` : `○○${word}`;
}

/** The parts that a new report has: those required, or where none is, those that tell of a journey. */
function partsOf(profile: Profile, category: string): readonly ProfilePart[] {
  const required = requiredPartsOf(profile, category);
  if (required.length > 0) return required;
  return profile.parts.filter(({ part }) => !unnumberedParts.has(part));
}

/** A digest (提要) is one page of fields, the last of which is its abstract. */
function digestPieces(options: NewReportOptions): readonly Piece[] {
  const { profile, title, agency, persons, destination, from, to, reportDate, markdown } = options;
  const journey = journeyOf(profile, options.category);
  return [
    `${markdown ? '# ' : ''}公務出國報告提要\n\n`,
    '報告名稱：', known(title, titleToFill(journey, options.category ?? usualCategoryOf(profile))), '\n\n',
    '主辦機關：', known(agency), '\n\n',
    '出國人員：', known(persons?.join('、')), '\n\n',
    '出國類別：', categoryOf(options), '\n\n',
    '出國地區：', known(destination), '\n\n',
    '出國期間：', periodOf(from, to), '\n\n',
    '報告日期：', known(reportDate && rocDate(reportDate), '○年○月○日'), '\n\n',
    '關鍵詞：', gap, '、', gap, '\n\n',
    '內容摘要：\n\n', gap, '\n',
  ]; // prettier-ignore
}

function piecesOf(options: NewReportOptions): readonly Piece[] {
  const { profile, persons, markdown, title, host, from, to } = options;
  if (profile.id === 'digest') return digestPieces(options);
  const category = options.category ?? usualCategoryOf(profile);
  const journey = journeyOf(profile, category);
  const occasion: Occasion = { journey, title, host, from, to, isOfficial: profile.id !== 'university' };
  const heading = (words: string): string => `${markdown ? '## ' : ''}${words}\n\n`;
  const pieces: Piece[] = [
    '出國報告\n\n（出國類別：', categoryOf(options), '）\n\n',
    ...(markdown ? ['# '] : []), known(title, titleToFill(journey, category)), '\n\n',
    '服務機關：', known(options.agency, agencyToFill(profile)), '\n\n',
    '姓名職稱：', known(persons?.join('、')), '\n\n',
    '派赴國家/地區：', known(options.destination), '\n\n',
    '出國期間：', periodOf(from, to), '\n\n',
    '報告日期：', known(options.reportDate && rocDate(options.reportDate), '○年○月○日'), '\n',
  ]; // prettier-ignore
  let chapter = 0;
  for (const { part, title: name } of partsOf(profile, category)) {
    const number = unnumberedParts.has(part) ? '' : `${toFormal(++chapter)}、`;
    pieces.push('\n', heading(number + name), ...bodyOf(part, occasion));
  }
  return pieces;
}

/** The skeleton of a report. */
export function newReport(options: NewReportOptions): NewReport {
  const pieces = piecesOf(options);
  return { text: textOf(pieces), snippet: snippetOf(pieces) };
}
