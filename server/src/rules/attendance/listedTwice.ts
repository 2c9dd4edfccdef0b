import { phrasePattern } from '../../knowledge/phrases';
import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { AttendanceList, Meeting } from '../../report/model/parts';
import type { TextBlock } from '../../report/model/lines';
import type { Chapter } from '../../report/model/units';
import { nameRunsIn } from '../../report/parse/attendance';
import type { ListedName } from '../../report/parse/nameRuns';
import { anotherTime, namesPresence } from '../../report/parse/meetings';
import { allNamed, economyNamed } from '../../report/queries/forums';
import type { Named } from '../../report/queries/forums';
import { textOf } from '../../report/queries/read';
import { wordsBefore } from '../../text/sentence';
import type { Span } from '../../text/span';
import type { ChapterRule, RuleFix, UnitDiscovery } from '../engine/rule';
import { countCorrected, nameTakenOut } from './listEdits';

/** Takes `one` out of `list`; the number goes with it where it counted the name. */
function takenOut(chapter: TextBlock, list: AttendanceList, one: Named, title: string): readonly RuleFix<Span>[] {
  const edits = nameTakenOut(chapter, list, one);
  if (!edits) return [];
  const others = allNamed(chapter.text, list).filter(({ isPresent, start }) => isPresent && start !== one.start);
  const left = new Set(others.map(({ key }) => key)).size;
  const count = one.isPresent && list.stated?.value === left + 1 ? countCorrected(chapter, list, left) : [];
  return [{ title, params: { name: one.name }, safety: 'review', edits: [...edits, ...count] }];
}

export const rule: ChapterRule = {
  per: 'chapter',
  id: 'attendance/listed-twice',
  title: { 'zh-TW': '名單重複列出', en: 'Listed twice' },
  severity: 'error',
  source: '出國報告審核表第4項（內容充實完備）；出席名單寫法（出國報告實例）',
  checked: '2026-11-30',
  fix: 'review',
  messages: {
    twice: { 'zh-TW': '{name}在名單中列了兩次，請刪除其中一個。', en: '{name} is in the list twice; delete one.' },
    both: {
      'zh-TW': '{name}同時列為出席與缺席，請核對。',
      en: '{name} is listed both as present and as absent; check it.',
    },
    first: { 'zh-TW': '先前列出之處', en: 'Where it is listed first' },
    takeOut: { 'zh-TW': '刪去重複的「{name}」', en: 'Take out the second “{name}”' },
    notAbsent: { 'zh-TW': '從缺席名單刪去「{name}」', en: 'Take “{name}” out of those absent' },
    notPresent: { 'zh-TW': '從出席名單刪去「{name}」', en: 'Take “{name}” out of those present' },
  },
  check: (chapter, _, find) => {
    const lists = chapter.meetings.flatMap(({ meeting }) => meeting.attendance);
    for (const list of lists) checkList(chapter, list, find);
    for (const { meeting } of chapter.meetings) checkAbsent(chapter, meeting, find);
    for (const { meeting } of chapter.meetings) checkWays(chapter, meeting, find);
    checkRuns(chapter, lists, find);
  },
};

function checkList(chapter: TextBlock, list: AttendanceList, find: (discovery: UnitDiscovery) => void): void {
  const seen = new Map<string, Named>();
  const named = allNamed(chapter.text, list);
  // Who is there comes first, wherever those absent are named.
  for (const one of [...named.filter(({ isPresent }) => isPresent), ...named.filter(({ isPresent }) => !isPresent)]) {
    const before = seen.get(one.key);
    if (!before) {
      seen.set(one.key, one);
      continue;
    }
    const { name, start, end } = one;
    const isTwice = before.isPresent === one.isPresent;
    find({
      message: isTwice ? 'twice' : 'both',
      params: { name },
      start,
      end,
      ...(one.economy === undefined && { severity: 'warning' as const }),
      related: [{ message: 'first', start: before.start, end: before.end }],
      fixes: () =>
        isTwice
          ? takenOut(chapter, list, one, 'takeOut')
          : [...takenOut(chapter, list, one, 'notAbsent'), ...takenOut(chapter, list, before, 'notPresent')],
    });
  }
}

/** Behind a name: its members came, 亦於本日到場. */
const comes = phrasePattern`^(?:代表團?)?[亦也則並均]?(?:於?(?:[本當今次]|第[一二三四])日|於?[上下]午|於?會中)?[亦也則並始均]?(?:已|臨時)?(?:派(?:員|團|代表))?(?:${'present'}|報到)`;
/** Before it: who is only asked, or came at another time. */
const onlyAsked = /(?:邀請?|[請盼若如倘待原除]|希望|[上前][次屆]|[去前]年|[歷往]年|缺席者?為)$/;
/** Those absent are of those who were there no further in front of them. */
const sameRoll = 240;

/** The members that a meeting tells to have come without a list: 泰國亦派員與會. */
function* comersOf({ text: whole, lines }: Chapter, { section }: Meeting): Generator<Named> {
  for (let line = section.line; line < section.toLine; line++) {
    const { text, names } = lines.facts[line]!;
    for (const { start, end, quoted, row } of names) {
      const { economy } = row;
      if (economy === undefined || quoted || !comes.test(text.slice(end, end + longestLead))) continue;
      if (onlyAsked.test(text.slice(Math.max(0, start - 4), start))) continue;
      const from = lines.starts[line]! + start;
      const name = whole.slice(from, lines.starts[line]! + end);
      yield { key: economy, economy, name, isPresent: true, start: from, end: lines.starts[line]! + end };
    }
  }
}

/** Between those in the room and those on a screen; the list of the latter stands so near. */
const otherWay = /另|其餘|以及|線上|視訊|遠距|遠端/;
const byScreen = /線上|視訊|遠距|遠端/;
const longestWay = 24;

/** Those who are listed in the room and, right behind, on a screen too. */
function checkWays({ text }: Chapter, { attendance }: Meeting, find: (discovery: UnitDiscovery) => void): void {
  for (const [index, list] of attendance.entries()) {
    const before = attendance[index - 1];
    if (!before || list.start - before.end > longestWay || before.absent.length > 0) continue;
    const names = allNamed(text, list).filter(({ isPresent }) => isPresent);
    const [first, last] = [names[0], names.at(-1)];
    if (!first || !last) continue;
    const lead = text.slice(before.end, first.start);
    const tail = text.slice(last.end, last.end + longestWay / 2);
    const isOther = byScreen.test(lead) || (otherWay.test(lead) && byScreen.test(tail));
    if (!isOther || anotherTime.test(lead)) continue;
    const there = new Map(allNamed(text, before).map((one) => [one.key, one]));
    for (const { key, name, start, end } of names) {
      const known = there.get(key);
      if (!known?.isPresent) continue;
      const related = [{ message: 'first', start: known.start, end: known.end }];
      find({ message: 'twice', params: { name }, severity: 'warning', start, end, related });
    }
  }
}

/** Those of a list of absent members who are told to be there right before it, in another sentence or item. */
function checkAbsent(chapter: Chapter, meeting: Meeting, find: (discovery: UnitDiscovery) => void): void {
  const { text } = chapter;
  const lists = [...meeting.attendance].sort((a, b) => a.start - b.start);
  if (!lists.some((list) => namesPresence(list, false))) return;
  const comers = [...comersOf(chapter, meeting)];
  const there = new Map<string, Named>();
  let next = 0;
  for (const list of lists) {
    const named = allNamed(text, list);
    const listed = new Set(named.filter(({ isPresent }) => isPresent).map(({ key }) => key));
    if (listed.size > 0) there.clear();
    for (const one of named) {
      for (; next < comers.length && comers[next]!.start < one.start; next++)
        there.set(comers[next]!.key, comers[next]!);
      const before = one.isPresent || listed.has(one.key) ? undefined : there.get(one.key);
      if (!before || one.start - before.end > sameRoll || /[（(]/.test(text.charAt(one.end))) continue;
      if (anotherTime.test(text.slice(before.end, one.start).replace(comes, ''))) continue;
      find({
        message: 'both',
        params: { name: one.name },
        severity: 'warning',
        start: one.start,
        end: one.end,
        related: [{ message: 'first', start: before.start, end: before.end }],
        fixes: () => takenOut(chapter, list, one, 'notAbsent'),
      });
    }
    for (const one of named) if (one.isPresent) there.set(one.key, one);
  }
}

/** In front of a list in which a name may come again: turns, ways, pairs. */
const inTurn = phrasePattern`(?!分別(?:來自|[為是有]))${'one-by-one'}|[途行]經|航線|經$|各[場組國]|排名`;
/** 「由A、B、A」 are turns or a way, but for those who do something together. */
const together = phrasePattern`^(?:等[^，。；]{0,4}?)?[^，。；]{0,6}${'together'}`;
/** So much in front of a list is looked at. */
const longestLead = 24;

/** Names that stand twice in any other list of a chapter: 來自韓國、日本、泰國、韓國及菲律賓的與會者. */
function checkRuns(chapter: Chapter, lists: readonly AttendanceList[], find: (discovery: UnitDiscovery) => void): void {
  const { text, lines, section, itinerary } = chapter;
  for (const run of nameRunsIn(text, lines, section.line, section.toLine)) {
    const [{ start: from }] = run as [ListedName];
    const isIn = ({ start, end }: Span): boolean => start <= from && from < end;
    if (lists.some(isIn) || (itinerary && isIn(itinerary.section))) continue;
    const lead = wordsBefore(text, from, '，。；').slice(-longestLead);
    const { end } = run.at(-1)!;
    if (inTurn.test(lead) || (lead.endsWith('由') && !together.test(text.slice(end, end + longestLead)))) continue;
    const seen = new Map<EconomyCode, ListedName>();
    for (const name of run) {
      const economy = name.economy ?? economyNamed(textOf(chapter, name).replace(/\s/g, ''));
      if (economy === undefined) continue;
      const before = seen.get(economy);
      if (!before) {
        seen.set(economy, name);
        continue;
      }
      find({
        message: 'twice',
        severity: 'information',
        params: { name: economyNameOf(economy) },
        start: name.start,
        end: name.end,
        related: [{ message: 'first', start: before.start, end: before.end }],
      });
    }
  }
}
