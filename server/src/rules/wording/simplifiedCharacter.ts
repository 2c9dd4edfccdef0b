import { phrasePattern } from '../../knowledge/phrases';
import { isSimplifiedWord, keepsCharacters, toTraditional, traditionalOf } from '../../knowledge/simplified';
import { Cue } from '../../report/scan/cues';
import type { Line, Place } from '../../report/model/line';
import { addressedNameAround, personNameAround } from '../../report/queries/personNames';
import { CharClass, classAt } from '../../text/characters';
import { contains } from '../../text/span';
import type { Span } from '../../text/span';
import { relatedPlaces } from '../engine/occurrences';
import type { ReportRule, RuleFix } from '../engine/rule';

/** More runs than this are one finding: a text that was pasted. */
const mostSingle = 8;
/** So many characters that both scripts share may stand inside a run: 数据隐私. */
const longestBridge = 2;

/** Hiragana and katakana: the sentence quotes Japanese, whose characters are often the simplified ones. */
const kana = /[\u3041-\u30fa]/;
const sentences = /[^。；！？]+/g;

/** `words` with nothing in the place of the sentences that quote Japanese; as long. */
function withoutJapanese(words: string): string {
  if (!kana.test(words)) return words;
  return words.replace(sentences, (sentence) => (kana.test(sentence) ? '\ufffc'.repeat(sentence.length) : sentence));
}

/** Characters of Japan that neither script of Chinese has: what stands beside them is the name of something Japanese. */
const japanese =
  /[図広関圏沢塩駅薬総経済検験権県応帰観黒桜戸浜竜辺円斉歳戦択鉄転発売読渋処亜仏拡両壱弐仮価労営栄巣悪恵戯覚楽気渓軽継隠顕産雑収従縦粛縄剰譲畳醸嬢壌稲弾単実覧鉱銭陥霊頼騒髄鶏挙拠捜掲揺摂撃斎暁桟歓殻毎渉焼獣砕穂穏粋絵縁繊聴脳臓荘蔵訳謁賛逓遅郷醤釈鎮闘隷顔髪鴎黙庁対悩戻抜歩]/;
/**
 * A name of Japan without such a character: one of an institution that has both forms that Japan shares with the mainland
 * and forms that it shares with Taiwan, and none that Taiwan alone has: 国立情報学研究所, 国際交流会館.
 */
const institution = /国立|国際|[都府市]立[^，。]{0,6}学|学[院園会校]|大学|会[館社]/;
const sharedWithTaiwan =
  /[報際館術園機構業務財團門興護倉運輸農漁鐵銀橋電聯創開關環設計調訓課語論車軍選過陽隊類題飛養魚純組統線綱織]/;
const ofTaiwan = /[國學會數區體點來號當]/;

/** What ends a name: punctuation, blanks and words that join the parts of a sentence. */
const nameBorder = /[^\u3400-\u9fff]|[於赴至在由為將就對向並與和及之的]/;
/** A name reaches so far from a character of it, in characters. */
const longestReach = 8;

/** The names before and behind one in a list reach so far. */
const longestList = 16;

/** Whether a name of Japan stands around `at`: a character of it within reach that no border parts from it. */
function isInJapaneseName(words: string, at: number): boolean {
  for (const step of [-1, 1])
    for (let i = at; Math.abs(i - at) <= longestReach && i >= 0 && i < words.length; i += step) {
      if (nameBorder.test(words[i]!)) break;
      if (japanese.test(words[i]!)) return true;
    }
  return false;
}

const wordsAhead = phrasePattern`^.*(?:${'visit'}|${'travel'}|出席)`;

/** Whether the words around `at`, up to the borders of a name, are those of an institution of Japan. */
function isInInstitution(words: string, at: number): boolean {
  let start = at;
  let end = at + 1;
  while (start > 0 && at - start < longestReach && !nameBorder.test(words[start - 1]!)) start--;
  while (end < words.length && end - at <= longestReach && !nameBorder.test(words[end]!)) end++;
  // Words of the sentence before the name are no part of it.
  const name = words.slice(start, end).replace(wordsAhead, '');
  if (!institution.test(name) || ofTaiwan.test(name)) return false;
  // The names of a list are of one country: 国立科学博物館、沖縄県庁.
  const list = words.slice(Math.max(0, start - longestList), end + longestList);
  return sharedWithTaiwan.test(name) || (list.includes('、') && japanese.test(list));
}

/** Whether the simplified character at `at` is right where it stands: in a name that is written so. */
function isOfName(words: string, at: number): boolean {
  return (
    keepsCharacters(words.slice(at - 1, at + 1)) ||
    keepsCharacters(words.slice(at, at + 2)) ||
    isInJapaneseName(words, at) ||
    isInInstitution(words, at) ||
    isPersonal(words, at)
  );
}

/** Whether the character at `at` is the only simplified one of a person's name: a form that the registers have, as 温. */
function isPersonal(words: string, at: number): boolean {
  const name = personNameAround(words, { start: at, end: at + 1 }) ?? addressedNameAround(words, at);
  if (!name) return false;
  return [...words.slice(name.start, name.end)].filter((each) => traditionalOf(each) !== undefined).length === 1;
}

/** What ends a word before one that looks simplified, and what begins another one with its end: 皇后來訪, 管制造成, 以后里. */
const wordsBefore = '皇太王母影歌天視管限控抑體編強機指提告表啟暗';
const wordsBehind = '里羿豐妃土';

/** Whether a simplified word of characters that are right elsewhere stands at `at`: 事后. */
function isWordAt(words: string, at: number): boolean {
  if (!isSimplifiedWord(words.slice(at, at + 2))) return false;
  return !wordsBefore.includes(words[at - 1] ?? '。') && !wordsBehind.includes(words[at + 2] ?? '。');
}

/** The runs of simplified words of one line, by offset in the line. */
function runsOf(words: string, from: number): readonly Span[] {
  const runs: { start: number; end: number }[] = [];
  for (let i = from; i < words.length; i++) {
    if (isWordAt(words, i)) runs.push({ start: i, end: (i += 1) + 1 });
    if (traditionalOf(words[i]!) === undefined || isOfName(words, i)) continue;
    const last = runs[runs.length - 1];
    let bridge = last !== undefined && i - last.end <= longestBridge;
    for (let k = last?.end ?? i; bridge && k < i; k++) bridge = classAt(words, k) === CharClass.Han;
    if (last && bridge) last.end = i + 1;
    else runs.push({ start: i, end: i + 1 });
  }
  return runs;
}

/** Reaches over the rest of a word of which the run holds the first character: 数 in 数据. */
function widened(words: string, { start, end }: Span): Span {
  const before = words.slice(start - 1, start + 1);
  const behind = words.slice(end - 1, end + 1);
  return {
    start: start > 0 && isMixedWord(before) ? start - 1 : start,
    end: isMixedWord(behind) ? end + 1 : end,
  };
}

/** Whether two characters are a word of which one character only becomes another in this word: 数据, 关系. */
function isMixedWord(word: string): boolean {
  if (word.length !== 2) return false;
  const { text } = toTraditional(word);
  return text[0] !== word[0] && text[1] !== word[1];
}

/** The runs of simplified words on a line, outside quotations, each with the rest of its words. */
function simplifiedOn(line: Line): readonly Span[] {
  const { facts } = line;
  const text = withoutJapanese(line.text);
  // 文莱 is one fault, and the rule of names says what to write: 汶萊.
  const isOfCountry = (run: Span): boolean => facts.names.some((name) => name.row.preferred && contains(name, run));
  return runsOf(text, facts.shape.title.start)
    .filter((run) => !isOfCountry(run) && !line.inQuotation(run.start))
    .map((run) => widened(text, run));
}

function fixOf(runs: readonly Place[]): RuleFix<Place> {
  const conversions = runs.map(({ unit, start, end }) => toTraditional(unit.text.slice(start, end)));
  return {
    title: 'convert',
    safety: conversions.every(({ certain }) => certain) ? 'safe' : 'review',
    edits: runs.map(({ unit, start, end }, index) => ({ unit, start, end, text: conversions[index]!.text })),
  };
}

export const rule: ReportRule<Span> = {
  per: 'report',
  notes: { per: 'line', only: { cues: Cue.Simplified }, read: simplifiedOn },
  id: 'wording/simplified-character',
  title: { 'zh-TW': '簡化字', en: 'Simplified characters' },
  severity: 'warning',
  source: '文書處理手冊（公文用字）；簡化字對照依 OpenCC',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '「{wrong}」是簡化字，應作「{right}」。', en: '“{wrong}” is simplified; write “{right}”.' },
    many: {
      'zh-TW': '報告中有 {count} 處簡化字，請改為正體字。',
      en: 'There are {count} runs of simplified characters; write traditional ones.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    convert: { 'zh-TW': '改為正體字', en: 'Convert to traditional characters' },
  },
  check: (_report, notes, _context, find) => {
    const runs = notes.map(({ unit, note: { start, end } }) => ({ unit, start, end }));
    const [first, ...others] = runs;
    if (!first) return;
    if (runs.length <= mostSingle) {
      for (const run of runs) {
        const wrong = run.unit.text.slice(run.start, run.end);
        find({
          message: 'one',
          params: { wrong, right: toTraditional(wrong).text },
          ...run,
          fixes: () => [fixOf([run])],
        });
      }
      return;
    }
    find({
      message: 'many',
      params: { count: runs.length },
      ...first,
      related: relatedPlaces(others, 'other'),
      fixes: () => [fixOf(runs), ...runs.map((at) => ({ ...fixOf([at]), at }))],
    });
  },
};
