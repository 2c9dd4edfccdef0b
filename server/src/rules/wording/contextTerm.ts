import { phrasePattern } from '../../knowledge/phrases';
import type { Line, Place } from '../../report/model/line';
import type { WordHit } from '../../report/model/lines';
import { fixesOfEdits, relatedPlaces } from '../engine/occurrences';
import type { ReportDiscovery, ReportRule, RuleFix } from '../engine/rule';
import { isRecordNoun, isRecordVerb } from './recordVerb';
import { byRow, isRegistered, placeOf, preferring, wordNotes } from './words';
import type { WordPlace } from './words';

function fixesOf(places: readonly WordPlace[], right: string): readonly RuleFix<Place>[] {
  return fixesOfEdits(
    places.map(({ unit, start, end }) => ({ unit, start, end, text: right })),
    { title: 'replace', params: { right }, safety: 'review' },
  );
}

/** 台灣, 台北 and the like in a report that never writes 臺: one finding, because the habit is one. */
function findTaiwan(words: readonly WordPlace[], find: (discovery: ReportDiscovery) => void): void {
  const places = words.filter((place) => /^[台臺]/.test(place.row.text) && !isRegistered(place));
  const [first, ...others] = places;
  if (!first || places.some(({ row }) => row.text.startsWith('臺'))) return;
  find({
    message: 'taiwan',
    params: { wrong: first.row.text, right: first.row.preferred },
    unit: first.unit,
    start: first.start,
    end: first.end,
    related: relatedPlaces(others, 'other', ({ row }) => ({ right: row.preferred })),
    fixes: () => fixesOfEdits(preferring(places), { title: 'unify-taiwan', safety: 'review' }),
  });
}

/** Who 聲請 is made to, and what is asked for there; everybody else gets an 申請. */
const ofCourts = phrasePattern`${'of-courts'}|法[院官庭]|檢[察警調方]|[羈扣]押|裁[定判]|拘[提票]|憲[法政]|限制出[境海]`;

/** What only a verb has before it: 事先計劃, 市府並計劃於今秋試營運. */
const planned =
  /(?:[並也亦還仍尚正已曾更又均皆都便將初]|[預事原]先|原本|本來|最初|目前|現正|一直|從未|未曾|[我你他她]們?|筆者|本人|(?<![依按照較與循及的之持正變])原)$/;
/** Behind these the word is a noun all the same: 現行計劃書, 並計劃之內容. */
const ofPlan = /^(?:$|[書案表\p{P}之的內]|名稱|經費|目標)/u;

/** Whether a word that is one of two by what it tells is the wrong one on its line. */
function isMeantOtherwise(line: Line, word: WordHit): boolean {
  if (word.row.text === '紀錄') return isRecordVerb(line, word);
  if (word.row.text === '記錄') return isRecordNoun(line, word);
  if (word.row.text === '計劃')
    return (
      !planned.test(line.text.slice(Math.max(0, word.start - 4), word.start)) || ofPlan.test(line.text.slice(word.end))
    );
  return word.row.text !== '聲請' || !ofCourts.test(line.text);
}

export const rule: ReportRule<WordHit> = {
  per: 'report',
  notes: wordNotes(['context', 'variant'], isMeantOtherwise),
  id: 'wording/context-term',
  title: { 'zh-TW': '依文意選用的統一用字', en: 'Unified term that depends on context' },
  severity: 'information',
  source: '法律統一用字表、法律統一用語表（文書處理手冊附錄4）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    one: {
      'zh-TW': '「{wrong}」通常應作「{right}」，請依文意確認。',
      en: '“{wrong}” is usually “{right}”; judge by the context.',
    },
    many: {
      'zh-TW': '「{wrong}」通常應作「{right}」（全文 {count} 處），請依文意確認。',
      en: '“{wrong}” is usually “{right}” ({count} places); judge by the context.',
    },
    choice: {
      'zh-TW': '「{wrong}」應作「{right}」或「{other}」，請依文意選用。',
      en: '“{wrong}” is “{right}” or “{other}”; choose by the context.',
    },
    taiwan: {
      'zh-TW': '公文用「臺」：「{wrong}」宜作「{right}」；登記名稱從其登記。',
      en: 'Official texts write 臺: “{right}” for “{wrong}”; registered names keep 台.',
    },
    other: { 'zh-TW': '這裡也請確認是否應作「{right}」', en: 'Here too: “{right}”?' },
    replace: { 'zh-TW': '改為「{right}」', en: 'Change to “{right}”' },
    'unify-taiwan': { 'zh-TW': '地名統一用「臺」', en: 'Write 臺 in the names of places' },
  },
  check: (_report, notes, _context, find) => {
    const isOfContext = ({ note }: (typeof notes)[number]): boolean => note.row.kind === 'context';
    for (const [row, places] of byRow(notes.filter(isOfContext))) {
      const [first, ...others] = places as [WordPlace, ...WordPlace[]];
      const { text: wrong, preferred: right, other } = row;
      find({
        message: other === undefined ? (others.length > 0 ? 'many' : 'one') : 'choice',
        params: { wrong, right, other: other ?? '', count: places.length },
        unit: first.unit,
        start: first.start,
        end: first.end,
        related: relatedPlaces(others, 'other', () => ({ right: other === undefined ? right : `${right}／${other}` })),
        // Noun and verb may both occur: each place is for the author to judge, so only one is changed at a time.
        fixes: () =>
          other === undefined
            ? fixesOf(places, right)
            : places.flatMap((at) =>
                [right, other].flatMap((text) => fixesOf([at], text).map((fix) => ({ ...fix, at }))),
              ),
      });
    }
    findTaiwan(notes.filter((note) => !isOfContext(note)).map(placeOf), find);
  },
};
