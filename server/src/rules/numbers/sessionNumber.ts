import { periodOf } from '../../report/queries/period';
import type { Place, Unit } from '../../report/model/line';
import type { ReportRule, UnitNote } from '../engine/rule';
import type { ReportView } from '../engine/view';
import type { Founded, Steps } from './sessionSteps';
import { general, nameLength } from './sessionNames';
import type { Twin } from './sessionNames';
import { sessionsOf } from './sessions';
import type { Echo, Session } from './sessions';

/** In front of a number: this is the one that the report tells of. */
const attended = /(?:參[加與]|出席|觀摩)\p{Script=Han}{0,4}$/u;
type SessionNote = UnitNote<'line', Session>;
type EchoNote = UnitNote<'line', Echo>;

/** So much of a name is told on either side of its number where the order is turned round. */
const leastTurned = 4;

/** Whether two numbers are of one meeting by the words around them: 第14屆文化祭, 第15屆文化祭圓滿結束; 指揮官訓練第46期, 第47期指揮官訓練. */
function areOfOneMeeting({ note: one }: EchoNote, { note: other }: EchoNote): boolean {
  if (one.measure !== other.measure) return false;
  if ([one, other].some(({ behind }) => general.test(behind))) return false;
  const [name, words] =
    one.behind.length <= other.behind.length ? [one.behind, other.behind] : [other.behind, one.behind];
  if (name.length > 1) return words.startsWith(name.slice(0, nameLength)) && !/^[之的於在由為是將已曾]/.test(name);
  const { before } = one.behind === '' ? one : other;
  return Array.from(words).some((_, at) => at + 1 >= leastTurned && before.endsWith(words.slice(0, at + 1)));
}

/** The first place of each name is what the others are held to: title, 摘要, 目的. */
function isOpening({ unit, note }: SessionNote): boolean {
  return note.isTitle || unit.zone === 'abstract' || unit.surroundings.part === 'purpose';
}

/** The session that the whole report is of: the only one of its title, or else of its opening. */
function mainOf(notes: readonly SessionNote[]): SessionNote | undefined {
  const told = notes.filter(({ note }) => note.step === undefined);
  const inTitle = told.filter(({ note }) => note.isTitle);
  const inOpening = told.filter((each) => isOpening(each) && each.note.name !== '');
  const named =
    [
      inTitle,
      inOpening,
      notes.filter(({ note }) => note.isIntroduced),
      told.filter(({ unit, note }) => unit.surroundings.inside === 'itinerary' && note.name !== ''),
      notes.filter(({ note }) => note.step === 0),
    ].find(({ length }) => length > 0) ?? [];
  const [main, ...others] = named;
  return others.every(({ note }) => note.number === main!.note.number && note.measure === main!.note.measure)
    ? main
    : undefined;
}

/** Sessions that are told without a name, and are not the one of the report or that before or behind it. */
function wrongOfMain(
  notes: readonly SessionNote[],
  main: SessionNote | undefined,
): readonly (readonly [SessionNote, SessionNote])[] {
  if (!main) return [];
  const alike = notes.filter(({ note }) => note.measure === main.note.measure);
  const others = new Set(
    alike.filter(({ note }) => note.name !== '' && note.name !== main.note.name).map(({ note }) => note.number),
  );
  const plain = alike.filter(({ note }) => note.name === '' && note.step === undefined && !note.isPast);
  const isHistory = new Set(plain.map(({ note }) => note.number)).size > 2;
  return alike.flatMap((each) => {
    const { name, kind, number, step, isPast } = each.note;
    if (isPast) return number > main.note.number && !others.has(number) ? [[main, each] as const] : [];
    if (each === main || name !== '' || (step === undefined && (isHistory || others.has(number)))) return [];
    // What is told beside another meeting may be of that one, but for the very kind of the title: 本次第98次例會.
    const isOfKind = step === 0 && kind !== undefined && kind === main.note.kind && !others.has(number);
    if (step !== undefined && !isOfKind && [...others].some((other) => other !== main.note.number)) return [];
    return number === main.note.number + (step ?? 0) ? [] : [[main, each] as const];
  });
}

/** Whether `name` begins with the acronym of the body that `meeting` is named after: EWG會議, 第70次能源工作小組會議. */
function isShortFor(name: string, meeting: string, { acronyms }: ReportView): boolean {
  const acronym = /^[A-Z]{2,}/.exec(name)?.[0];
  const [words, kind] = meeting.split('…');
  return (
    acronym !== undefined &&
    (acronyms.get(acronym)?.definitions ?? []).some(({ unit, name: full, wrapped }) => {
      const body = wrapped?.name ?? unit.text.slice(full.start, full.end);
      return kind === undefined ? body.startsWith(words!) : body.endsWith(words!);
    })
  );
}

export const rule: ReportRule<Session | Echo | Twin | Steps | Founded> = {
  per: 'report',
  notes: { per: 'line', read: sessionsOf },
  id: 'numbers/session-number',
  title: { 'zh-TW': '屆次不一致', en: 'Number of the session differs' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    other: {
      'zh-TW': '同一會議前面是「{first}」，這裡是「{words}」，請核對屆次。',
      en: 'Before, this meeting is “{first}”, here “{words}”; check the number.',
    },
    step: {
      'zh-TW': '本次會議是「{first}」，這裡卻是「{words}」，前後接不上，請核對屆次。',
      en: 'This meeting is “{first}”, to which “{words}” here does not lead; check the number.',
    },
    founded: {
      'zh-TW': '由首屆的年份算來，本次是第 {real} 屆，這裡卻是「{words}」，請核對屆次。',
      en: 'By the year of the first one this is number {real}, here “{words}”; check the number.',
    },
    first: { 'zh-TW': '前面的屆次', en: 'The number before' },
  },
  check: (report, all, _context, find) => {
    const notes: SessionNote[] = [];
    const echoes: EchoNote[] = [];
    // What the number of this session tells already is told once.
    const steps: {
      readonly place: Place;
      readonly unit: Unit;
      readonly start: number;
      readonly telling: () => void;
    }[] = [];
    const told: Place[] = [];
    for (const { unit, note } of all) {
      if ('firstYear' in note) {
        const now = periodOf(report.cover)?.from.year;
        const real = now && Math.floor((now - note.firstYear) / note.every) + 1;
        const { start, end, number } = note;
        if (real && real > 0 && real !== number) find({ message: 'founded', params: { words: unit.text.slice(start, end), real }, unit, start, end }); // prettier-ignore
        continue;
      }
      if ('before' in note) {
        echoes.push({ unit, note });
        continue;
      }
      if (!('first' in note)) {
        notes.push({ unit, note });
        continue;
      }
      const { start, end, first } = note;
      const params = { first: unit.text.slice(first.start, first.end), words: unit.text.slice(start, end) };
      const place = { unit, start: first.start, end: first.end };
      const telling = (): void => { find({ message: 'isStep' in note ? 'step' : 'other', params, unit, start, end, related: [{ message: 'first', ...place }] }); }; // prettier-ignore
      if ('isStep' in note) steps.push({ place, unit, start, telling });
      else telling();
    }
    const tell = (first: SessionNote, { unit, note }: SessionNote): void => {
      told.push({ unit, start: note.start, end: note.end });
      const wordsOf = (each: SessionNote): string => each.unit.text.slice(each.note.start, each.note.end);
      find({
        message: note.step === undefined ? 'other' : 'step',
        params: { first: wordsOf(first), words: wordsOf({ unit, note }) },
        unit,
        start: note.start,
        end: note.end,
        related: [{ message: 'first', unit: first.unit, start: first.note.start, end: first.note.end }],
      });
    };
    const firsts = new Map<string, SessionNote>();
    const ofHeadings = new Map<string, SessionNote[]>();
    const numbers = new Map<string, Set<number>>();
    const named = notes.filter(({ note }) => note.name !== '');
    for (const each of named) {
      const key = each.note.measure + each.note.name;
      if (!firsts.has(key) && isOpening(each)) firsts.set(key, each);
      const known = numbers.get(key) ?? new Set<number>();
      numbers.set(key, known.add(each.note.number));
    }
    for (const each of named) {
      const key = each.note.measure + each.note.name;
      // Of the sections of one body each may be of another session; in its own section it is the one of the heading.
      const headings = ofHeadings.get(key) ?? [];
      const { begins } = each.unit.surroundings;
      const isHeading = begins !== undefined && begins !== 'item';
      if (isHeading) ofHeadings.set(key, [...headings, each]);
      const isNamed = isHeading || headings.some(({ note }) => note.number === each.note.number);
      const heading = isNamed ? undefined : headings.at(-1);
      const first = firsts.get(key) ?? heading;
      // A report that tells of three sessions tells of a history.
      if (first && first.note.number !== each.note.number && numbers.get(key)!.size <= 2) tell(first, each);
    }
    // A name that elsewhere has the number of this session is another name of it: EPWG第19次會議.
    const main = mainOf(notes);
    const ofMain = named.filter(({ note }) => note.number === main?.note.number && note.name !== main.note.name);
    for (const each of main ? named : []) {
      const { measure, name, number } = each.note;
      const key = measure + name;
      if (measure !== main!.note.measure || number === main!.note.number || firsts.has(key)) continue;
      const isOther = numbers.get(key)!.size === 2 && ofMain.some(({ note }) => note.name === name);
      if (isOther || isShortFor(name, main!.note.name, report)) tell(main!, each);
    }
    for (const [first, each] of wrongOfMain(notes, main)) tell(first, each);
    const inGroups = notes.filter(({ note }) => note.measure === '梯次');
    if (main?.note.measure !== '梯次') for (const [first, each] of wrongOfMain(inGroups, mainOf(inGroups))) tell(first, each); // prettier-ignore
    for (const each of echoes) {
      const alike = echoes.filter((other) => other === each || areOfOneMeeting(other, each));
      const first = alike.find(isOpening) ?? alike.find(({ unit, note }) => unit === each.unit && attended.test(note.before)); // prettier-ignore
      const isKnown = told.some(({ unit, start }) => unit === each.unit && start === each.note.start);
      if (!first || isKnown || isOpening(each) || first.note.number === each.note.number) continue;
      const isAgain = each.unit === first.unit && each.note.start < first.note.start;
      if (!isAgain && new Set(alike.map(({ note }) => note.number)).size <= 2) tell(first, each);
    }
    for (const { place, unit, start, telling } of steps)
      if (!told.some((each) => each.unit === unit && [start, place.start].includes(each.start))) telling();
  },
};
