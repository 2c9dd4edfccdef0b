import type { SourceKey } from './sources';
import { sources } from './sources';
import { TitleTable } from './titleTable';
import type { CoverFieldId, CoverLabel } from './types';

/** Labels of one field that share a source, separated by `|`. */
type Cells = readonly [field: CoverFieldId, source: SourceKey, labels: string];

/** The labels of a cover: the three generations met on real covers (ROC 91–97, 99–104, 113) and their variants. */
// prettier-ignore
const labels: readonly Cells[] = [
  ['category', 'cover', '出國類別'],
  ['category', 'custom', '出國計畫類別|出國案件類別|出國報告類別'],
  ['agency', 'cover', '服務機關'],
  ['agency', 'reports', '服務單位'],
  ['agency', 'custom', '服務機關單位|服務機關及單位|服務機關/單位|服務機關／單位|服務機關（構）|服務機關(構)|機關名稱|出國人員服務機關|服務機構|服務學校'],
  ['name-and-title', 'cover', '姓名職稱'],
  ['name-and-title', 'custom', '姓名及職稱|姓名與職稱|姓名/職稱|姓名／職稱|姓名、職稱|職稱姓名|職稱/姓名|職稱／姓名|職稱及姓名|職稱、姓名|出國人員|出國人|出國人員姓名職稱|出國人姓名職稱|報告人|報告人姓名職稱'],
  ['name', 'reports', '姓名|出國人姓名'],
  ['name', 'custom', '出國人員姓名|報告人姓名'],
  ['position', 'reports', '職稱|出國人職稱'],
  ['position', 'custom', '出國人員職稱|報告人職稱'],
  ['destination', 'seed', '派赴國家/地區|派赴國家／地區'],
  ['destination', 'reports', '派赴國家|出國地區|前往地區'],
  ['destination', 'custom', '派赴國家或地區|派赴國家及地區|派赴國家與地區|派赴國家、地區|派赴國家（地區）|派赴國家(地區)|派赴地區|派赴國|派赴國別|派赴地點|出國地點|出國國家|出國國家/地區|出國國家／地區|前往國家|前往國家/地區|前往國家／地區|前往國家或地區|前往國家及地區|前往地點|出訪國家|出訪地區|出訪地點|考察地點|考察國家|參訪國家|參訪地點'],
  ['period', 'cover', '出國期間'],
  ['period', 'custom', '出國日期|出國時間|出國起迄日期|出國起訖日期|出國起迄時間|起迄日期|起訖日期|派赴期間|出訪期間|出訪日期|考察期間|考察日期|參訪期間|研習期間|進修期間'],
  ['report-date', 'cover', '報告日期'],
  ['report-date', 'central', '報告繳交日期'],
  ['report-date', 'custom', '繳交報告日期|繳交日期|報告提出日期|提出報告日期|提出日期|報告時間|報告完成日期'],
];

/** Every label of a cover, each once. */
export const coverLabels: readonly CoverLabel[] = labels.flatMap(([field, from, texts]) => {
  const [source, trust] = sources[from];
  return texts.split('|').map((text): CoverLabel => ({ text, field, source, trust }));
});

let table: TitleTable<CoverLabel> | undefined;

function labelTable(): TitleTable<CoverLabel> {
  return (table ??= new TitleTable(coverLabels));
}

/** The field that a label names, or undefined. Takes what `normaliseTitle` gives. */
export function coverFieldOf(normalised: string): CoverFieldId | undefined {
  return labelTable().get(normalised)?.field;
}

/** The field that the words `[start, end)` of `text` name. */
export function coverFieldAt(text: string, start: number, end: number): CoverFieldId | undefined {
  return labelTable().at(text, start, end)?.field;
}
