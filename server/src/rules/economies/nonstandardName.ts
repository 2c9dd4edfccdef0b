import { phrasePattern } from '../../knowledge/phrases';
import type { Line } from '../../report/model/line';
import type { NameHit } from '../../report/model/lines';
import { clauseEnds, sentenceAround } from '../../text/sentence';
import { relatedPlaces } from '../engine/occurrences';
import type { ReportDiscovery, ReportRule, UnitNote } from '../engine/rule';
import { byText, nameNotes, tellCorrections } from './mentions';

/** Words of a sentence that tells of another time, when the state was there. */
const thatTime = phrasePattern`${'that-time'}|19[0-8]\d`;

/** Whether a name is wrong where it stands: that of a former state is right where its time is told of. */
function isWrong(line: Line, name: NameHit): boolean {
  return name.row.kind !== 'former-state' || !thatTime.test(sentenceAround(line.text, name, clauseEnds));
}

const nonstandard = nameNotes('nonstandard');
const former = nameNotes('former-state', isWrong);

/** Tells the names of states that are no more, which the author has to judge: one state may have become several. */
function tellFormer(notes: readonly UnitNote<'line', NameHit>[], find: (discovery: ReportDiscovery) => void): void {
  for (const [name, [first, ...others]] of byText(notes)) {
    const { unit, row, start, end } = first!;
    const today = row.preferred!;
    const places = [first!, ...others];
    find({
      message: 'former',
      params: { name, today },
      unit,
      start,
      end,
      related: relatedPlaces(others, 'other'),
      fixes: () =>
        row.economy === undefined && /[或等]/.test(today)
          ? []
          : [
              {
                title: 'replace',
                params: { preferred: today },
                safety: 'review',
                edits: places.map((place) => ({ unit: place.unit, start: place.start, end: place.end, text: today })),
              },
            ],
    });
  }
}

export const rule: ReportRule<NameHit> = {
  per: 'report',
  notes: {
    per: 'line',
    only: { contains: ['nonstandard', 'former-state'] },
    read: (line, context) => [...nonstandard.read(line, context), ...former.read(line, context)],
  },
  id: 'economies/nonstandard-name',
  title: { 'zh-TW': '非我國慣用之國名', en: 'Name not used in Taiwan' },
  severity: 'warning',
  source: 'APEC 能源資訊網會員名稱、外交部國家與地區名稱；OpenCC 臺灣詞彙表',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    fault: {
      'zh-TW': '「{name}」不是我國慣用名稱，應寫作「{preferred}」。',
      en: '{name} is not the name used in Taiwan; write {preferred}.',
    },
    former: {
      'zh-TW': '「{name}」已不存在，今為{today}；說明當時之事者，請寫明時間。',
      en: '{name} is no more; today it is {today}. Where the report tells of that time, say when.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「{preferred}」', en: 'Change to {preferred}' },
  },
  check: (_report, notes, _context, find) => {
    const isFormer = ({ note }: (typeof notes)[number]): boolean => note.row.kind === 'former-state';
    tellCorrections(
      notes.filter((note) => !isFormer(note)),
      find,
    );
    tellFormer(notes.filter(isFormer), find);
  },
};
