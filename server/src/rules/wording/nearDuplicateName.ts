import type { Line } from '../../report/model/line';
import type { Paragraph } from '../../report/model/units';
import { agenciesOn } from '../../report/queries/coverAgency';
import { personNamesIn } from '../../report/queries/personNames';
import type { PersonName } from '../../report/queries/personNames';
import { fixesOfEdits, relatedPlaces } from '../engine/occurrences';
import type { ReportDiscovery, ReportRule, RuleContext, UnitNote } from '../engine/rule';
import { bodyMentionsOn, namesOfOneBody } from './bodyMentions';
import type { BodyMention } from './bodyMentions';
import { bodyEndsIn, miswrittenBodies } from './miswrittenBodies';
import type { BodyEnd } from './miswrittenBodies';
import { foreignNamesOn, miswrittenForeigners } from './miswrittenForeigners';
import type { ForeignName } from './miswrittenForeigners';
import { miswrittenPersons } from './miswrittenPersons';
import { longNameEndsOn, nearLongNames } from './nearLongNames';
import type { LongNameEnd } from './nearLongNames';
import type { NearName, WrittenName } from './nearName';
import { nameMentionsOn, nearTitles } from './nearTitles';
import type { NameMention } from './nearTitles';

/** What a paragraph has for the rule: names on its lines, and names of bodies over the ends of lines. */
type Note =
  | { readonly line: Line; readonly mention: NameMention }
  | { readonly line: Line; readonly body: BodyMention }
  | { readonly line: Line; readonly longEnd: LongNameEnd }
  | { readonly line: Line; readonly person: PersonName }
  | { readonly line: Line; readonly foreigner: ForeignName }
  | { readonly end: BodyEnd };

function notesOf(paragraph: Paragraph, { speller }: RuleContext): readonly Note[] {
  const notes: Note[] = [];
  for (const line of paragraph.units) {
    for (const mention of nameMentionsOn(line)) notes.push({ line, mention });
    for (const body of bodyMentionsOn(line)) notes.push({ line, body });
    for (const longEnd of longNameEndsOn(line)) notes.push({ line, longEnd });
    for (const person of personNamesIn(line.text)) notes.push({ line, person });
    for (const foreigner of foreignNamesOn(line)) notes.push({ line, foreigner });
  }
  for (const end of bodyEndsIn(paragraph, speller?.lookAlike)) notes.push({ end });
  return notes;
}

function tell(
  { message, name, other, difference, corrections }: NearName,
  find: (discovery: ReportDiscovery) => void,
): void {
  const { text, unit, start, end } = name;
  find({
    message,
    params: { name: text, other: other.text, ...difference },
    unit,
    start,
    end,
    ...(other.unit && { related: relatedPlaces([other], 'other', (place) => ({ other: place.text })) }),
    fixes: () =>
      corrections().flatMap(({ wrong, right, places }) =>
        fixesOfEdits(
          places.map((place) => ({ unit: place.unit, start: place.start, end: place.end, text: right })),
          { title: 'replace', params: { wrong, right }, safety: 'review' },
        ),
      ),
  });
}

export const rule: ReportRule<Note, 'paragraph'> = {
  per: 'report',
  notes: { per: 'paragraph', read: notesOf },
  id: 'wording/near-duplicate-name',
  title: { 'zh-TW': '名稱僅差一、二字', en: 'Names that are almost the same' },
  severity: 'information',
  source: '文書處理手冊：引用法規、協定及計畫名稱應使用全名且前後一致',
  checked: '2026-11-24',
  fix: 'review',
  yieldsTo: ['wording/former-name'],
  messages: {
    near: {
      'zh-TW': '「{name}」與前文「{other}」僅差「{this}」與「{that}」，請確認是否為同一名稱。',
      en: '“{name}” and “{other}” differ only in “{this}” and “{that}”; check whether they are one name.',
    },
    body: {
      'zh-TW': '「{name}」與「{other}」寫法不同，請確認是否為同一機構。',
      en: '“{name}” and “{other}” are written in two ways; check whether they are one body.',
    },
    person: {
      'zh-TW': '「{name}」與「{other}」僅差一字，請核對姓名。',
      en: '“{name}” and “{other}” differ in one character; check the name of the person.',
    },
    known: {
      'zh-TW': '「{name}」疑為「{other}」之誤，請核對機構名稱。',
      en: '“{name}” looks like a slip for “{other}”; check the name of the body.',
    },
    other: { 'zh-TW': '這裡作「{other}」', en: 'Here it is “{other}”' },
    replace: { 'zh-TW': '將「{wrong}」改為「{right}」', en: 'Change “{wrong}” to “{right}”' },
  },
  check: (report, notes, { speller }, find) => {
    const mentions: UnitNote<'line', NameMention>[] = [];
    const bodies: UnitNote<'line', BodyMention>[] = [];
    const ends: UnitNote<'paragraph', BodyEnd>[] = [];
    const longEnds: UnitNote<'line', LongNameEnd>[] = [];
    const persons: UnitNote<'line', PersonName>[] = [];
    const foreigners: UnitNote<'line', ForeignName>[] = [];
    for (const { unit, note } of notes) {
      if ('end' in note) ends.push({ unit, note: note.end });
      else if ('foreigner' in note) foreigners.push({ unit: note.line, note: note.foreigner });
      else if ('person' in note) persons.push({ unit: note.line, note: note.person });
      else if ('body' in note) bodies.push({ unit: note.line, note: note.body });
      else if ('longEnd' in note) longEnds.push({ unit: note.line, note: note.longEnd });
      else mentions.push({ unit: note.line, note: note.mention });
    }
    const found = [
      miswrittenPersons(persons, speller?.isAlike),
      miswrittenForeigners(foreigners, speller?.isAlike),
      namesOfOneBody(bodies, speller?.isAlike),
      miswrittenBodies(ends, agenciesOn(report.cover), speller?.lookAlike),
      nearTitles(mentions),
    ].flat();
    const areTold = (one: WrittenName, other: WrittenName): boolean =>
      one.unit === other.unit && one.start < other.end && other.start < one.end;
    const long = nearLongNames(longEnds, speller).filter(
      ({ name }) => !found.some((known) => areTold(known.name, name)),
    );
    for (const each of [...found, ...long]) tell(each, find);
  },
};
