import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { AttendanceList } from '../../report/model/parts';
import type { TextBlock } from '../../report/model/lines';
import type { Chapter } from '../../report/model/units';
import { nameRunsIn } from '../../report/parse/attendance';
import type { ListedName } from '../../report/parse/nameRuns';
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
  checked: '2026-11-23',
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

/** In front of a list in which a name may come again: turns, ways, pairs. */
const inTurn = /分別(?!來自|[為是有])|依序|依次|輪流|先後|途經|行經|航線|[經由]$|各[場組國]|排名/;
/** So much in front of a list is looked at. */
const longestLead = 24;

/** Names that stand twice in any other list of a chapter: 來自韓國、日本、泰國、韓國及菲律賓的與會者. */
function checkRuns(chapter: Chapter, lists: readonly AttendanceList[], find: (discovery: UnitDiscovery) => void): void {
  const { text, lines, section, itinerary } = chapter;
  for (const run of nameRunsIn(text, lines, section.line, section.toLine)) {
    const [{ start: from }] = run as [ListedName];
    const isIn = ({ start, end }: Span): boolean => start <= from && from < end;
    if (lists.some(isIn) || (itinerary && isIn(itinerary.section))) continue;
    if (inTurn.test(wordsBefore(text, from, '。；').slice(-longestLead))) continue;
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
