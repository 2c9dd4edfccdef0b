import type { AcronymUsage, AcronymUses, LineDefinition } from '../../report/model/acronyms';
import type { Place } from '../../report/model/line';
import { lineStart } from '../../report/model/lines';
import type { Report } from '../../report/model/report';
import type { ReportDiscovery, ReportRule, RuleContext, RuleFix } from '../engine/rule';
import type { ReportView } from '../engine/view';
import { anyOf } from '../../knowledge/phrases';
import { listedNames, listNotes } from './abbreviationList';
import type { ListedName, ListNote } from './abbreviationList';
import { isNamedIn } from './englishNames';
import { compareNames, englishOf, nameOf, namedBy, plain } from './fullName';
import { glossaryRows, isKnown, singularOf } from './known';

/** Whether the acronym stands anywhere but in a definition of its own or a row of the report's list, in the singular or the plural. */
function isMentioned(usage: AcronymUsage, { acronym }: AcronymUses, listed: ReadonlyMap<string, ListedName>): boolean {
  const singular = singularOf(acronym);
  return [...new Set([acronym, singular, `${singular}s`])].some((form) => {
    const entry = usage.get(form);
    if (!entry) return false;
    const { cover, abstract, body } = entry.uses;
    if (cover + abstract + body + entry.inHeadings > Number(listed.has(form))) return true;
    // 「ACR（全名）」 uses the acronym by the way.
    return entry.definitions.some((one) => form !== acronym || one.acronym.start === one.start);
  });
}

/** Takes the acronym out, and its brackets where they hold nothing else. */
function withoutAcronym({ unit, name, english, acronym, end }: LineDefinition): RuleFix<Place> | undefined {
  const { text } = unit;
  if (acronym.start < name.start || name.end === name.start) return undefined;
  let start = english ? english.end : acronym.start;
  if (!english) while (start > name.end && text[start] !== '(' && text[start] !== '（') start--;
  while (start > name.end && (text[start - 1] === ' ' || text[start - 1] === '\u00a0')) start--;
  const stop = english ? acronym.end : end;
  if (english && acronym.start < english.start) return undefined;
  return { title: 'remove', safety: 'review', edits: [{ unit, start, end: stop, text: '' }] };
}

/** The full name is looked for in the pages behind the definition, in so many lines. */
const reach = 500;

/** Names of bodies, places and laws: their acronyms are how they are found abroad. */
const body = new RegExp(`${anyOf('ends-body-name')}$`);

/** What foreign names of bodies have. */
const foreignBody =
  /\b(?:Agency|Alliance|Assembly|Association|Authority|Bank|Board|Bureau|Cent(?:er|re)|Coalition|College|Commission|Committee|Compan(?:y|ies)|Conference|Convention|Corporation|Council|Department|Directorate|Federation|Forum|Foundation|Fund|Group|Institute|Institution|Laborator(?:y|ies)|Ministry|Network|Office|Organi[sz]ation|Partnership|Products|Regulations?|Society|Union|Universit(?:y|ies)|Act|Agreement|Treaty)\b/i;

/** What ends like a law and is a way to do something. */
const way = /[方作做算手療工用]法$/;

function isOfBody(definition: LineDefinition): boolean {
  const name = nameOf(definition);
  // A term of trade is none, though it ends like one: Public-Private Partnership.
  if (
    glossaryRows(definition.text).some((row) => row.category === 'trade term' && isNamedIn(row, englishOf(definition)))
  )
    return false;
  return (body.test(name) && !way.test(name)) || foreignBody.test(englishOf(definition));
}

/** Words that promise that the acronym is used from there on. */
const promise = /(?:以下|下)簡?稱為?[「『：:]?\s?$/;

function isPromised({ unit, acronym, wrapped }: LineDefinition): boolean {
  return !wrapped && promise.test(unit.text.slice(Math.max(0, acronym.start - 8), acronym.start));
}

/** A train or a programme that somebody takes is called so; nothing is defined for later use: 搭乘高速鐵路（ICE）. */
const taken = /搭/;

function isTaken({ unit, name }: LineDefinition): boolean {
  return (
    (unit.firstLine.surroundings.inside === 'itinerary' && !unit.firstLine.facts.shape.endsSentence) ||
    taken.test(
      unit.text
        .slice(0, name.end)
        .split(/[，。；：]/)
        .at(-1)!,
    )
  );
}

/**
 * Whether `acronym` is written in capitals alone, or of the first letters of the words that it is given with, as CoC is:
 * HyTransPort is the name of a project, EDUC5060 and BR87 are codes.
 */
function isPlain(acronym: string, definition: LineDefinition): boolean {
  if (/^[A-Z]{2,}(?:[-&][A-Z]+)*s?$/.test(acronym)) return true;
  const initials = englishOf(definition).match(/\b\p{L}/gu);
  return initials !== null && initials.length > 2 && initials.join('').toLowerCase() === acronym.toLowerCase();
}

/** What points back to a name by its last words: 該委員會, 此一機制. */
const pointsBack = /該|此一?|這[個項套種]/g;
/** A name is pointed back to by no more than so many of its characters. */
const longestKind = 4;
/** So many code units behind it a name is still meant. */
const nearby = 120;

/** Whether what stands behind speaks of what is defined by the last words of its name, where the acronym would stand. */
function isPointedBackTo({ text, lines, units }: Report, { unit, end }: LineDefinition, written: string): boolean {
  const from = lineStart(lines, units.indexOf(unit.firstLine)!) + end;
  const behind = text.slice(from, from + nearby);
  for (const { 0: word, index } of behind.matchAll(pointsBack)) {
    const at = index + word.length;
    for (let length = 2; length <= longestKind; length++)
      if (behind.length >= at + length && written.endsWith(behind.slice(at, at + length))) return true;
  }
  return false;
}

/** Whether a reader knows the acronym for what is defined here: one of the tables' may stand for something else. */
function isKnownAs(acronym: string, definition: LineDefinition, context: RuleContext): boolean {
  if (!isKnown(acronym, context)) return false;
  const rows = glossaryRows(acronym, context.glossary);
  const english = plain(englishOf(definition));
  return (
    rows.length === 0 ||
    rows.some(
      (row) =>
        english === plain(row.english) ||
        compareNames(namedBy(definition), { name: plain(row.chinese), quoted: true }, rows) !== 'different',
    )
  );
}

/**
 * Whether the acronym might as well not be there. One that everybody knows, or that belongs to a body or a law abroad,
 * tells the reader where to look; it is in vain only where the report goes on to speak of it by other words.
 */
function isInVain(
  report: ReportView,
  { acronym }: AcronymUses,
  definition: LineDefinition,
  context: RuleContext,
): boolean {
  const written = nameOf(definition);
  // Where the foreign name stands beside it, nobody needs the acronym to know what is meant.
  const isNeeded = isKnownAs(acronym, definition, context) && (!definition.english || isOfBody(definition));
  if (!isNeeded && (!isOfBody(definition) || isPromised(definition))) return true;
  // The code of an airport is what tickets have.
  if (written === '' || written.endsWith('機場')) return false;
  return (
    isPointedBackTo(report.whole, definition, written) ||
    (definition.exact && isWrittenBehind(report.whole, definition, written))
  );
}

function isWrittenBehind({ text, lines, units }: Report, { unit, end }: LineDefinition, words: string): boolean {
  const line = units.indexOf(unit.firstLine)!;
  const to = lineStart(lines, Math.min(lines.count, line + reach));
  return text.slice(lines.starts[line]! + end, to).includes(words);
}

/** The rows of the report's own list whose acronyms stand nowhere else, not even in other words. */
function tellListed(
  report: ReportView,
  listed: ReadonlyMap<string, ListedName>,
  find: (discovery: ReportDiscovery) => void,
): void {
  const { acronyms } = report;
  const left = [...listed.values()].filter(({ acronym }) => {
    const entry = acronyms.get(acronym);
    return entry !== undefined && entry.definitions.length === 0 && !isMentioned(acronyms, entry, listed);
  });
  if (left.length === 0) return;
  const words = new Map<string, number>();
  for (const [word] of report.whole.prose.matchAll(/[A-Z][A-Za-z\d]*/g)) words.set(word, (words.get(word) ?? 0) + 1);
  for (const { acronym, at } of left)
    if (/\W/.test(acronym) || (words.get(acronym) ?? 0) <= 1)
      find({ message: 'listed', params: { acronym }, unit: at.unit, start: at.start, end: at.end });
}

export const rule: ReportRule<ListNote> = {
  per: 'report',
  notes: listNotes,
  id: 'acronyms/unused',
  title: { 'zh-TW': '縮寫之後沒有使用', en: 'Acronym never used again' },
  severity: 'hint',
  source: '文書處理手冊第16點（簡明）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    unused: {
      'zh-TW': '「{acronym}」之後沒有再使用；不必列出縮寫，或後面改用縮寫。',
      en: '“{acronym}” is never used again; leave it out, or use it.',
    },
    listed: {
      'zh-TW': '「{acronym}」只列在縮寫表，內文沒有使用；不必列出，或在內文使用。',
      en: '“{acronym}” is in the list of abbreviations alone; leave it out, or use it.',
    },
    remove: { 'zh-TW': '刪去縮寫', en: 'Remove the acronym' },
  },
  check: (report, notes, context, find) => {
    const { acronyms } = report;
    const listed = listedNames(notes);
    tellListed(report, listed, find);
    for (const uses of acronyms.values()) {
      const { acronym, definitions } = uses;
      const definition = definitions.at(-1);
      if (!definition || isMentioned(acronyms, uses, listed)) continue;
      // A heading gives the acronym so that the meeting is found, whether or not the text needs it.
      if (!isPlain(acronym, definition) || definitions.some(({ inHeading, zone }) => inHeading || zone === 'cover'))
        continue;
      // Where it is defined twice, acronyms/redefined speaks.
      if (isTaken(definition) || definitions.filter(({ zone }) => zone === definition.zone).length > 1) continue;
      if (!isInVain(report, uses, definition, context)) continue;
      find({
        message: 'unused',
        params: { acronym },
        unit: definition.unit,
        start: definition.acronym.start,
        end: definition.acronym.end,
        fixes: () => {
          const fix = withoutAcronym(definition);
          return fix ? [fix] : [];
        },
      });
    }
  },
};
