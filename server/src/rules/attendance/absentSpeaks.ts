import { economyNameOf } from '../../knowledge/economies';
import { anyOf } from '../../knowledge/phrases';
import type { EconomyCode, Forum } from '../../knowledge/types';
import type { NameHit } from '../../report/model/lines';
import type { AttendanceList, Meeting } from '../../report/model/parts';
import type { Chapter } from '../../report/model/units';
import { namesPresence } from '../../report/parse/meetings';
import { allNamed, economyNamed, forumWithRoll } from '../../report/queries/forums';
import type { Named } from '../../report/queries/forums';
import { contains, shifted } from '../../text/span';
import type { Span } from '../../text/span';
import type { ChapterRule, RuleFix } from '../engine/rule';
import { absenceTurnedPresence, nameTakenOut } from './listEdits';

/** Verbs of somebody who is in the room, behind the name: alone, or behind what they are about: 秘魯就議程表示, 某市代表以…為例，提醒. */
const speaks = new RegExp(
  `^(?:方|政府|市長|校長|[之的]?(?:企業|產業|工商界|政府)?代表團?)?(?:(?:以|就|針對|對)[^，。；、]{1,16}?，?)?(?:[則亦並另也均皆仍]|分別|積極|會中|隨[後即]|旋即|接著|再[次度]|當場|於[^，。；、]{1,6}[中時])?(?:率先|首先|舉手|強烈|堅決|極力|明確|特別|再三|隨即|主動)?表?(?:(?:${anyOf('speech')})(?![的者])|關切(?![之的事議])|引用[^，。；]{1,8}指出)`,
);
/** How words of saying, asking and judging are made; one of them behind whoever begins a clause is what he does: 辯稱, 憂心, 附和. */
const act =
  '(?:\\p{Script=Han}[稱說言問答述論籲請疑憂慮]|[憂擔]心|[反駁回]駁|附[和議]|呼應|響應|[展演]示|示範|支持|同意|坦承|承認|允諾|舉例|[舉引]以?[^，。；]{1,10}為例|批判|抗議|動議|爭取|堅持|力[主陳]|[讚稱]許|肯定|質詢|澄清|[駁婉]拒|拒絕|歡迎)';
const acts = new RegExp(
  `^(?:方|政府|代表團?|官員)?(?:[則亦並另也均皆仍]|分別|當場|會中|首先|隨[後即]|旋即|接著|再[次度])?${act}(?![書者之的案函及與和、])`,
  'u',
);
/** What may have been handed in by letter too, unless a sentence or an item begins with who did it: 3. 養殖：泰國提出…. */
const proposes = /^(?:方|政府|代表)?(?:[則亦並另也均皆]|於?會中)?(?:提[出案]|倡議)(?![之的者]|書面)/;
const begins = /(?:^|[：。；])\s*$/;
const beginsClause = /(?:^|[：。；，])\s*(?:會中|席間|現場|當場|隨後|其後|接著|[惟但而另])?$/;
/** Said before the meeting, or by letter. */
const fromAfar = /書面|[來致去]函|電子?郵|會前|事[前先]|先前|預[先錄]|錄影|影片|代為|轉[達交]|[上前][次屆]|雖/;
/** Units around a name in which such words stand in its sentence. */
const sentenceAround = 32;
/** Words before the name that move the act elsewhere: 感謝…, 針對…, by letter. */
const elsewhere = new RegExp(`${anyOf('outside-the-room')}$`);
/** Units in front of and behind a name that are looked at. */
const reach = 16;
const reachBehind = 32;

/** What stands behind `index`, over a line end that cuts it. */
function wordsBehindName(text: string, index: number): string {
  return text.slice(index, index + reachBehind).replace(/\r?\n[ \t\u3000]*(?=\p{Script=Han})/u, '');
}

const joint = /^[、及與和]$/;

/** Whether somebody speaks who is named from `start` to `end` of the text, alone or as the first of several. */
function isSpeaker(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - reach), start).replace(/^[\s\S]*\n/, '');
  const behind = wordsBehindName(text, end);
  if ((speaks.test(behind) && !elsewhere.test(before)) || (proposes.test(behind) && begins.test(before))) return true;
  if (!acts.test(behind) || !beginsClause.test(before)) return false;
  const ahead = text.slice(Math.max(0, start - sentenceAround), start).replace(/^[\s\S]*[。\n]/, '');
  return !fromAfar.test(ahead) && !fromAfar.test(/^[^。]*/.exec(text.slice(end, end + sentenceAround))![0]);
}

/** Where the names end that are joined to the one at `index` of a line. */
function endOfJoined(text: string, names: readonly NameHit[], index: number): number {
  let last = names[index]!;
  for (const next of names.slice(index + 1)) {
    if (!joint.test(text.slice(last.end, next.start))) break;
    last = next;
  }
  return last.end;
}

type Scope = Pick<Meeting, 'section' | 'attendance'>;

interface Absence {
  readonly named: Named;
  readonly list: AttendanceList;
}

/** A list of those present that is whole, as its number says, and whom it names. */
interface WholeList {
  readonly list: AttendanceList;
  readonly keys: ReadonlySet<string>;
}

/** The only list of a meeting, where it names as many as it says; who is a member and not in it was not there. */
function wholeListOf({ text }: Chapter, { attendance }: Scope): WholeList | undefined {
  const [list] = attendance;
  if (!list?.stated || attendance.length > 1 || list.form !== 'listed' || namesPresence(list, false)) return undefined;
  const keys = new Set([...allNamed(text, list).map(({ key }) => key), 'TW']);
  const named = list.exceptUs ? keys.size - 1 : list.present.length + list.strangers.length;
  return named === list.stated.value ? { list, keys } : undefined;
}

/** Where the lists of a meeting hold: of several meetings below one heading each has its own. */
function scopesOf({ section, attendance }: Meeting): readonly Scope[] {
  const own = section.children.flatMap((child): readonly Scope[] => {
    const lists = attendance.filter(({ start }) => start >= child.start && start < child.end);
    return lists.some((list) => list.form === 'all-except' || namesPresence(list, true))
      ? [{ section: child, attendance: lists }]
      : [];
  });
  return own.length > 1 ? own : [{ section, attendance }];
}

/** Those whom a meeting's lists name as absent, each with the list. */
function absentFrom({ text }: Chapter, { attendance }: Scope): ReadonlyMap<string, Absence> {
  const absent = new Map<string, Absence>();
  if (!attendance.some((list) => namesPresence(list, false))) return absent;
  const all = attendance.flatMap((list) => allNamed(text, list).map((named) => ({ named, list })));
  for (const absence of all) if (!absence.named.isPresent) absent.set(absence.named.key, absence);
  // A meeting of several days has a list a day: who was there once may speak.
  for (const { named } of all) if (named.isPresent) absent.delete(named.key);
  return absent;
}

/** Where a line says that somebody speaks, and who: an economy by its code, anybody else by a name of `others`. */
function* speakersOn(
  { text: whole, lines }: Chapter,
  line: number,
  others: readonly string[],
): Generator<Span & { readonly key: string }> {
  const { text, names } = lines.facts[line]!;
  const offset = lines.starts[line]!;
  for (const [index, name] of names.entries()) {
    const { kind, economy = economyNamed(name.row.text) } = name.row;
    if (economy === undefined || (kind !== 'name' && kind !== 'other-economy') || name.quoted) continue;
    const { start, end } = shifted(name, offset);
    if (isSpeaker(whole, start, offset + endOfJoined(text, names, index))) yield { start, end, key: economy };
  }
  for (const name of others) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const [start, end] = [offset + at, offset + at + name.length];
      if (isSpeaker(whole, start, end)) yield { start, end, key: name };
    }
  }
}

/** Who spoke was there: the member that is named as absent moves to those present, or only leaves those absent. */
function mended(chapter: Chapter, { named, list }: Absence): readonly RuleFix<Span>[] {
  const params = { name: named.name };
  const { economy } = named;
  const moved = economy && absenceTurnedPresence(chapter, list, { ...named, economy });
  const taken = nameTakenOut(chapter, list, named);
  return [
    ...(moved ? [{ title: 'present', params, safety: 'review', edits: moved } as const] : []),
    ...(taken ? [{ title: 'notAbsent', params, safety: 'review', edits: taken } as const] : []),
  ];
}

export const rule: ChapterRule<Forum | undefined> = {
  per: 'chapter',
  id: 'attendance/absent-speaks',
  title: { 'zh-TW': '缺席會員卻有發言', en: 'An absent member speaks' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-23',
  fix: 'review',
  messages: {
    speaks: {
      'zh-TW': '名單說{name}缺席，這裡卻說其發言，請核對。',
      en: '{name} is listed as absent, yet speaks here; check it.',
    },
    unlisted: {
      'zh-TW': '出席名單沒有{name}，這裡卻說其發言，請核對。',
      en: '{name} is not among those listed as present, yet speaks here; check it.',
    },
    absent: { 'zh-TW': '列為缺席', en: 'Listed as absent' },
    list: { 'zh-TW': '出席名單', en: 'The list of those present' },
    present: { 'zh-TW': '將「{name}」改列出席', en: 'List “{name}” as present' },
    notAbsent: { 'zh-TW': '從缺席名單刪去「{name}」', en: 'Take “{name}” out of those absent' },
  },
  given: ({ cover, acronyms }, { glossary }) => forumWithRoll(cover, acronyms, glossary.forums),
  check: (chapter, forum, find) => {
    for (const scope of chapter.meetings.flatMap(({ meeting }) => scopesOf(meeting))) {
      const absent = absentFrom(chapter, scope);
      const whole = forum && absent.size === 0 ? wholeListOf(chapter, scope) : undefined;
      if (absent.size === 0 && !whole) continue;
      const others = [...absent.values()].flatMap(({ named }) => (named.economy === undefined ? [named.name] : []));
      const isListed = (place: Span): boolean => scope.attendance.some((list) => contains(list, place));
      for (let line = scope.section.line; line < scope.section.toLine; line++) {
        for (const { start, end, key } of speakersOn(chapter, line, others)) {
          if (isListed({ start, end })) continue;
          const absence = absent.get(key);
          if (absence) {
            const { named } = absence;
            find({
              message: 'speaks',
              params: { name: named.name },
              start,
              end,
              related: [{ message: 'absent', start: named.start, end: named.end }],
              fixes: () => mended(chapter, absence),
            });
          } else if (whole && !whole.keys.has(key) && forum?.members.has(key as EconomyCode)) {
            const params = { name: economyNameOf(key as EconomyCode) };
            const related = [{ message: 'list', start: whole.list.start, end: whole.list.end }];
            find({ message: 'unlisted', params, start, end, related });
          }
        }
      }
    }
  },
};
