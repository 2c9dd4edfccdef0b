import type { SourceKey } from './sources';
import { sources } from './sources';
import { TitleTable } from './titleTable';
import type { PartId, PartTitle } from './types';

export { normaliseTitle } from './titleTable';

type Standing = PartTitle['standing'];
/** Titles of one part that share standing and source, separated by `|`. */
type Cells = readonly [part: PartId, standing: Standing, source: SourceKey, titles: string];

/**
 * What the parts of a report are called. `canonical` is the name of a regulation; `accepted` was met in reports or is
 * plainly the same thing and is passed over in silence; `wrong` is a typical slip from the canonical name.
 */
// prettier-ignore
const titles: readonly Cells[] = [
  ['abstract', 'canonical', 'central', '摘要'],
  ['abstract', 'accepted', 'reports', '中文摘要|提要|報告內容摘要'],
  ['abstract', 'accepted', 'taichung', '出國報告提要'],
  ['abstract', 'accepted', 'custom', '報告摘要|內容摘要|報告提要|內容提要|提要表|出國報告摘要|出國報告提要表'],
  ['contents', 'canonical', 'seed', '目次'],
  ['contents', 'accepted', 'reports', '目錄'],
  ['purpose', 'canonical', 'central', '目的'],
  ['purpose', 'accepted', 'reports', '前言'],
  ['purpose', 'accepted', 'kinmen', '緣起|主題及緣起|目的及緣起|目的與緣起'],
  ['purpose', 'accepted', 'custom', '背景|緣起及目的|緣起與目的|目的及背景|目的與背景|背景及目的|背景與目的|前言及目的|前言與目的|計畫目的|任務目的|計畫緣起|目的及任務'],
  ['purpose', 'wrong', 'custom', '目地|目得'],
  ['process', 'canonical', 'central', '過程'],
  ['process', 'accepted', 'custom', '經過|工作內容|辦理情形|執行過程|活動過程|活動內容|活動紀要|課程內容|訪談紀要|拜會紀要|拜會情形|談判經過|談判情形|洽談經過|洽談情形|行程及過程|行程與過程|過程及內容|過程與內容'],
  ['process', 'wrong', 'custom', '過成'],
  ['itinerary', 'canonical', 'seed', '行程'],
  ['itinerary', 'accepted', 'custom', '行程表|行程安排|行程紀要|行程概要|日程|日程表|每日行程|行程及工作內容'],
  ['proceedings', 'canonical', 'seed', '出席會議情形'],
  ['proceedings', 'accepted', 'reports', '會議紀要|會議進行情形'],
  ['proceedings', 'accepted', 'custom', '會議情形|會議過程|會議經過|會議內容|會議重點|會議要點|會議概要|會議摘要|與會情形|與會經過|出席經過|出席情形|參加會議情形|參加會議經過|出席會議經過|出席會議過程|出席會議紀要|會議情形紀要|會議情形及重點'],
  ['proceedings', 'wrong', 'custom', '出席會議情況|會議情況|出席會議情型'],
  ['reflections', 'canonical', 'taoyuan', '心得'],
  ['reflections', 'accepted', 'reports', '心得如下'],
  ['reflections', 'accepted', 'custom', '結語|觀察與心得|觀察及心得|心得及觀察|心得感想'],
  ['recommendations', 'canonical', 'taoyuan', '建議'],
  ['recommendations', 'accepted', 'reports', '建議事項'],
  ['recommendations', 'accepted', 'custom', '具體建議|政策建議|後續建議'],
  ['reflections-and-recommendations', 'canonical', 'central', '心得及建議'],
  ['reflections-and-recommendations', 'accepted', 'central', '心得及建議事項'],
  ['reflections-and-recommendations', 'accepted', 'custom', '結論與建議|結論及建議|檢討與建議|檢討及建議|心得與檢討|心得及檢討|觀察及建議|觀察與建議'],
  ['reflections-and-recommendations', 'wrong', 'custom', '心得與建議|心得和建議|心得暨建議|心得、建議|心得/建議|心得／建議|心得建議|建議及心得|建議與心得|心得以及建議|心得與建議事項|心得及建言|心得與建言'],
  ['attachments', 'canonical', 'taoyuan', '附件'],
  ['attachments', 'accepted', 'reports', '附錄|參考資料'],
  ['attachments', 'accepted', 'custom', '附件資料|附件及參考資料|參考文獻'],
];

/** What a mission was, which titles put before the name of a part: 考察目的, 參訪行程. */
const missions =
  '出國|本次出國|此行|考察|視察|訪問|參訪|拜會|會議|開會|談判|洽談|進修|研習|研修|研究|實習|訓練|參展|觀摩';
/** The names that such a title may end in. 心得 and 建議 stand for the parts that hold them. */
// prettier-ignore
const endings: readonly (readonly [part: PartId, standing: Standing, endings: string])[] = [
  ['purpose', 'accepted', '目的|緣起'],
  ['itinerary', 'accepted', '行程|行程表|日程'],
  ['process', 'accepted', '過程|經過|情形|紀要|內容'],
  ['reflections', 'accepted', '心得'],
  ['recommendations', 'accepted', '建議'],
  ['reflections-and-recommendations', 'accepted', '心得及建議'],
  ['reflections-and-recommendations', 'wrong', '心得與建議|心得建議'],
];

/* @__NO_SIDE_EFFECTS__ */
function allTitles(): readonly PartTitle[] {
  const all: PartTitle[] = [];
  const seen = new Set<string>();
  // A title of the table stands before one that is put together: 會議紀要 is 出席會議情形, 考察紀要 is 過程.
  const add = (text: string, part: PartId, standing: Standing, from: SourceKey): void => {
    if (seen.has(text)) return;
    seen.add(text);
    const [source, trust] = sources[from];
    all.push({ text, part, standing, source, trust });
  };
  for (const [part, standing, source, texts] of titles)
    for (const text of texts.split('|')) add(text, part, standing, source);
  for (const mission of missions.split('|'))
    for (const [part, standing, texts] of endings)
      for (const ending of texts.split('|')) add(mission + ending, part, standing, 'custom');
  return all;
}

/** Every title that names a part, each once. */
export const partTitles: readonly PartTitle[] = allTitles();

let table: TitleTable<PartTitle> | undefined;

function titleTable(): TitleTable<PartTitle> {
  return (table ??= new TitleTable(partTitles));
}

/** The row of a title, or undefined where it names no part. Takes what `normaliseTitle` gives. */
export function partTitleOf(normalised: string): PartTitle | undefined {
  return titleTable().get(normalised);
}

/** The part that a title names, whatever its standing. Takes what `normaliseTitle` gives. */
export function partOf(normalised: string): PartId | undefined {
  return titleTable().get(normalised)?.part;
}

/** The part that the words `[start, end)` of `text` name. */
export function partAt(text: string, start: number, end: number): PartId | undefined {
  return titleTable().at(text, start, end)?.part;
}
