/** Rows of names of economies in prose, and what is said of them: that they are members of a forum. */
import { glossaryOf } from '../../knowledge/acronyms';
import type { EconomyCode, Forum } from '../../knowledge/types';
import type { LineFacts, NameHit } from '../../report/model/lines';
import { economyNamed } from '../../report/queries/forums';
import { parseCount } from '../../text/numerals';
import { wordsBefore } from '../../text/sentence';
import type { Span } from '../../text/span';

/** Names that stand side by side. */
export interface NameRun extends Span {
  /** The line that they stand on. */
  readonly text: string;
  readonly names: readonly NameHit[];
}

const joint = /^(?:[、,，]|[、，]?(?:以?及|[與和暨])其?|,? ?(?:and|&) ?(?:the )?|, ?(?:the )?)$/i;

export function nameRuns({ text, names }: Pick<LineFacts, 'text' | 'names'>): readonly NameRun[] {
  const runs: NameRun[] = [];
  for (let from = 0; from < names.length;) {
    let to = from + 1;
    while (to < names.length && joint.test(text.slice(names[to - 1]!.end, names[to]!.start))) to++;
    const row = names.slice(from, to);
    runs.push({ text, names: row, start: row[0]!.start, end: row.at(-1)!.end });
    from = to;
  }
  return runs;
}

function economyOf({ row }: NameHit): EconomyCode | undefined {
  return row.economy ?? economyNamed(row.text);
}

export function isMember(name: NameHit, { members }: Forum): boolean {
  const economy = economyOf(name);
  return economy !== undefined && members.has(economy);
}

/** Behind a row: it is counted as one of members, or said to be: 等3個會員, ，合計15個會員, 等會員. */
const calledBehind =
  /^[，,]?[等共計合總]{0,4} ?(\d{1,2}|[一二兩三四五六七八九十]{1,3}) ?個(?:([A-Z]{2,8})之?)?(?:會員|經濟體)(?!國?以外)|^等[^，。；]{0,4}(?<!非)會員(?!國?以外)/;
/** Before a row: what follows are the members. What stands between says of the list how it is made. */
const membersBefore = /(?<!非)(?:會員|經濟體)([^會經。；]{0,40})$/;
const inBrackets = /（[^（）]{2,16}）/;
const orderOf = /，?[依按][^，：為]{1,12}/;
const announces = /^[國體]?，?(?:名單|代表|者)?(?:[計共]?有|分?別?為|包[括含]|如下|[：:])[：:]?$/;
/** What is looked at behind a row, in UTF-16 code units. */
const longestCount = 24;
/** A row that begins with members needs so many names. */
const fewestNames = 3;

/** Whether the row is said to be one of members, and where that is said. */
export function callOf({ text, names, start, end }: NameRun): Span | undefined {
  const behind = names.length > 1 ? calledBehind.exec(text.slice(end, end + longestCount)) : null;
  // 「印度與智利、秘魯2個會員」 counts two; the members of another body may be counted too.
  const isCounted = behind && (behind[1] === undefined || parseCount(behind[1].replace('兩', '二')) >= names.length);
  if (isCounted && (behind[2] === undefined || isOfApec(behind[2]))) return { start: end, end: end + behind[0].length };
  const before = names.length >= fewestNames ? membersBefore.exec(wordsBefore(text, start, '。；')) : null;
  return before && announces.test(before[1]!.replace(inBrackets, '').replace(orderOf, ''))
    ? { start: start - before[0].length, end: start }
    : undefined;
}

/** Right before a list that has been read as one of those present: 出席之會員國計有. */
const membersBeforeList = /(?<!非)(?:會員|成員)[國體]?(?:[計共]?有|為|包[括含]|如下)?[：:]?$/;
/** Right behind its last name, where we may stand: 「…越南及我國等會員與會」. */
const membersBehindList = /^(?:[、與和暨]|以?及)?我?[國方]?等[^，。；]{0,4}(?<!非)(?:會員|成員)/;
const longestBehindList = 16;

/**
 * Whether what stands around a list of those present calls them members.
 * @param before the words of its clause in front of it
 * @param end where its last name ends in `text`
 */
export function saysMembersAround(before: string, text: string, end: number): boolean {
  return membersBeforeList.test(before) || membersBehindList.test(text.slice(end, end + longestBehindList));
}

/** Acronyms of no body that has members of its own. */
const noBody = /^(?:APEC|tech|trade term|term)/;

export function isOfApec(acronym: string): boolean {
  return acronym === 'APEC' || glossaryOf(acronym).some(({ category }) => category.startsWith('APEC'));
}

/** The members may be those of another body. */
const otherBody = /[A-Z]{3,}|東協|歐盟|[聯協公組][盟定約織]|非會員/;

/** Whether `words` name another body than `forum`. */
export function namesOtherBody(words: string, { names }: Forum): boolean {
  const others = names.reduce((rest, name) => rest.replaceAll(name, ''), words);
  return otherBody.test(
    others.replace(/[A-Z]{3,}/g, (acronym) =>
      glossaryOf(acronym).some(({ category }) => noBody.test(category)) ? '' : acronym,
    ),
  );
}
