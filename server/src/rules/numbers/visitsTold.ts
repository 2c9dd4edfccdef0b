/** Bodies that a report says it has visited, against the sections that tell of them: 走訪六處機構, and five sections. */
import { phrasePattern } from '../../knowledge/phrases';
import type { Section } from '../../report/model/parts';
import type { Chapter } from '../../report/model/units';
import { textOf } from '../../report/queries/read';

const numeral = '(?<figure>\\d{1,2}|[二兩三四五六七八九十]{1,2})';
/** 六處機構, 五所圖書館. */
export const bodies = new RegExp(
  `${numeral} ?[處所家個座間](?<noun>機構|單位|場館|圖書館|博物館|美術館|檔案館|大學|學校|姊妹校|醫院|公司|企業|廠商|工廠|機關)(?=[，。；、（]|$)`,
  'gu',
);
const visit = phrasePattern`${'visit'}|造訪`;
/** Between it and how many were visited, some by name: 走訪甲館、乙館等六處. */
const toCount = /^(?:[^：\d]{0,6}[計共]|[^：\d]{2,60}等(?:共計?)?)?$/;
/** So far before the number the visit stands. */
const reach = 64;

/** Where a clause that ends with a number of bodies tells of their visit; -1 where it does not. */
export function visitIn(clause: string): number {
  const told = visit.exec(clause.slice(-reach));
  const at = told ? Math.max(0, clause.length - reach) + told.index : -1;
  return told && toCount.test(clause.slice(at + told[0].length)) ? at : -1;
}

/** How the titles of sections end that tell of one such body each. */
const endings: Readonly<Record<string, RegExp>> = {
  館: /館$/,
  校: /校|大學|學院|[中小]學|高[中職專]$/,
  學: /大學|學院$/,
  院: /院|醫學中心$/,
  司: /公司|集團|企業$/,
  業: /公司|集團|企業$/,
  商: /公司|集團|企業|廠商?$/,
  廠: /廠$/,
};
/** Of bodies in general every section has to be one. */
const body = phrasePattern`(?:[局署部廳館所院校廠站]|處(?<!用處|好處)|點(?<![重要觀特優缺地論亮]點)|${'ends-body-name'}|${'place-visited'}|[中小]學)$`;
/** A title that names several, or none. */
const several = /[、及與和暨等各]|其他|[簡概][介況要]|紀要|會議/;

/** How many of the announced bodies the sections of a chapter tell of, one each; undefined where that can't be said. */
function bodiesIn(unit: Chapter, section: Section, noun: string): number | undefined {
  const titles = section.children.map(({ title }) => textOf(unit, title).replace(/[（(][^（）()]*[）)]|：$/g, ''));
  if (titles.length < 2 || section.children.some(({ number }, index) => number?.value !== index + 1)) return undefined;
  const ending = endings[noun.at(-1)!];
  const told = titles.filter((title) => (ending ?? body).test(title));
  if (told.some((title) => several.test(title)) || (!ending && told.length < titles.length)) return undefined;
  return told.length;
}

/** The title of a section that tells of all visits. */
const tellsVisits = new RegExp(`^(?:${visit.source})(?:內容|情形|紀要|過程|重點|經過|機構|單位|行程紀要)[：:]?$`, 'u');

/** The chapter that tells of the visits, where there is one alone, and of how many bodies. */
export function visitedIn(
  noun: string,
  chapters: readonly Chapter[],
): { readonly unit: Chapter; readonly section: Section; readonly count: number } | undefined {
  const ofProcess = chapters.filter(({ section }) => section.part === 'process' || section.part === 'proceedings');
  const [unit] = ofProcess;
  if (!unit || ofProcess.length > 1) return undefined;
  // Beside 行程 the visits may have a section of their own: 二、參訪內容.
  const ofVisits = unit.section.children.filter(({ title }) => tellsVisits.test(textOf(unit, title)));
  const section = ofVisits.length === 1 ? ofVisits[0]! : unit.section;
  const count = bodiesIn(unit, section, noun);
  return count !== undefined && count > 1 ? { unit, section, count } : undefined;
}
