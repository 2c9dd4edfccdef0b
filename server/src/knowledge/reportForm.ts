import { reportForm as schema } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/reportForm.tsv';
import type { FormMeasure, ProfileId, ReportForm } from './types';

/**
 * How a finished report looks under `profile`. The sizes of the cover and of the body are those of 附件一「出國報告格式」;
 * margins, spacing and the sizes of headings are what reports usually have.
 */
export function reportFormOf(profile: ProfileId): ReportForm {
  const rows = rowsOf(schema, compiled).filter((row) => row.profile === undefined || row.profile === profile);
  const listOf = (measure: FormMeasure): readonly string[] => {
    const own = rows.find((row) => row.measure === measure && row.profile !== undefined);
    return (own ?? rows.find((row) => row.measure === measure)!).values;
  };
  const textOf = (measure: FormMeasure): string => listOf(measure)[0]!;
  const numberOf = (measure: FormMeasure): number => Number(textOf(measure));
  return {
    page: { width: numberOf('page.width'), height: numberOf('page.height') },
    margins: {
      top: numberOf('margin.top'),
      right: numberOf('margin.right'),
      bottom: numberOf('margin.bottom'),
      left: numberOf('margin.left'),
    },
    fonts: { han: textOf('font.han'), latin: textOf('font.latin'), hanSubstitutes: listOf('font.hanSubstitutes') },
    sizes: {
      kindLine: numberOf('size.kindLine'),
      title: numberOf('size.title'),
      field: numberOf('size.field'),
      body: numberOf('size.body'),
      table: numberOf('size.table'),
      footnote: numberOf('size.footnote'),
      headings: listOf('size.headings').map(Number),
      frontTitle: numberOf('size.frontTitle'),
    },
    lineSpacing: numberOf('spacing.line'),
    firstLineIndent: numberOf('indent.firstLine'),
  };
}
