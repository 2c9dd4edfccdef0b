/** The record of the portal (提要表): what 公務出國報告資訊網 asks for, filled from the report. */
import type { DatePoint } from '../report/model/dates';
import type { Report } from '../report/model/report';
import { coverField, datesIn, periodOf } from '../report/queries/period';
import { rocOffset } from '../text/calendar';
import type { CalendarDate } from '../text/calendar';
import type { Block, CoverLine, ReportDocument } from './document';
import { wordsOf } from './document';
import { formDocument, formTable } from './formDocument';

export type DigestFieldId =
  | 'title' | 'persons' | 'agency' | 'category' | 'period' | 'places' | 'reportDate' | 'keywords' | 'abstract'; // prettier-ignore

export interface DigestField {
  readonly id: DigestFieldId;
  /** As the portal calls it. */
  readonly label: string;
  /** Empty where the report does not say it. */
  readonly value: string;
}

/** A day as the portal writes it: 113/08/16. */
function portalDate({ year, month, day }: CalendarDate | Required<DatePoint>): string {
  const two = (value: number | undefined): string => String(value ?? 0).padStart(2, '0');
  return `${String((year ?? rocOffset) - rocOffset).padStart(3, '0')}/${two(month)}/${two(day)}`;
}

/** The words of a block of 摘要 as a line of text. */
function lineOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return (block.number?.written ?? '') + wordsOf(block.content);
    case 'table':
      return block.rows.map((row) => row.map(({ content }) => wordsOf(content)).join('　')).join('\n');
    case 'caption':
      return block.sequence + block.gaps[0] + block.number + block.gaps[1] + wordsOf(block.content);
    case 'figure':
      return block.description;
    case 'pageBreak':
      return '';
  }
}

/** The fields of the record, in the order of the portal. */
export function digestOf(report: Report, document: ReportDocument): readonly DigestField[] {
  const { properties, cover, front } = document;
  const field = (...ids: CoverLine['id'][]): string =>
    ids
      .map((id) =>
        cover
          .filter((line) => line.id === id)
          .map(({ content }) => wordsOf(content).trim())
          .filter((words) => words !== '')
          .join('、'),
      )
      .filter((value) => value !== '')
      .join(' ');
  const period = periodOf(report);
  const reportDate = properties.date;
  const abstract = front.find((part) => part.kind === 'abstract');
  const isKeywords = (words: string): boolean => /^關鍵[詞字]\s*[：:]/.test(words);
  const paragraphs = (abstract?.blocks ?? []).map(lineOf).filter((words) => words !== '' && !isKeywords(words));
  const written = coverField(report, 'report-date');
  const hasDate = written !== undefined && datesIn(report, written.value).length > 0;
  return [
    { id: 'title', label: '報告名稱', value: properties.title },
    { id: 'persons', label: '姓名職稱', value: field('name-and-title', 'position', 'name') },
    { id: 'agency', label: '服務機關', value: properties.agencies.join('、') },
    { id: 'category', label: '出國類別', value: properties.category },
    {
      id: 'period',
      label: '出國期間',
      value: period ? `${portalDate(period.from)} 至 ${portalDate(period.to)}` : field('period'),
    },
    { id: 'places', label: '前往地區', value: field('destination') },
    {
      id: 'reportDate',
      label: '報告日期',
      value: reportDate && hasDate ? portalDate(reportDate) : field('report-date'),
    },
    { id: 'keywords', label: '關鍵詞', value: properties.keywords.join('、') },
    { id: 'abstract', label: '報告內容摘要', value: paragraphs.join('\n') },
  ];
}

/** The record as a document. */
export function digestDocument(fields: readonly DigestField[], { form, properties }: ReportDocument): ReportDocument {
  const rows = fields.map(({ label, value }) => [label, value]);
  return formDocument('出國報告提要表', properties, form, [formTable(rows, [0.22, 0.78])]);
}

/** The record as JSON, by the ids of its fields. */
export function digestJson(fields: readonly DigestField[]): string {
  return `${JSON.stringify(Object.fromEntries(fields.map(({ id, value }) => [id, value])), undefined, 2)}\n`;
}
