/** Finds characters that a slip of the hand has put twice into a run of Han characters: 宣導導手冊, 辦辦理. */
import { cutOf } from './cut';
import { joinsAnyWord } from './grammar';
import { folded } from './lexicon';
import type { Lexicon } from './lexicon';
import { namesIn } from './names';

const runs = /[\u4e00-\u9fff]{2,}/g;
const numerals = '一二三四五六七八九十百千萬億兩〇零幾數每';

/**
 * Characters that are words by themselves, and so stand behind a word that ends with them: 委員會會提供資料, 成為為期三年的計畫.
 * Those that hardly do so have their borders in the table of `wording/repeated-word`.
 */
const words =
  '的了之不並二他以和於有至三上中也就後我由等這你來個其到前又可四地多大將對得時約而著要說赴道還都下五但使先內再出則去參只各向壹她好已市從或所把新會者能自被貳起過那' +
  '高便做六共副區占即卻同名員國均外如它家小很惟想應成才採更最次此每比法無率用看第給經該讓較達須亦仍作依們僅像分反受另叫因型場太宜審心手打文方未正水沒當省若說請走跟非點性量本處號長是在與及為人年月日' +
  '力科系隊組站室館廳府庫園社部局署司院校所班課店廠屆物品金費車船機路';

/** What makes words with 本 that stands for one's own: 本團, 本案. */
const ofOwn =
  '公會部局署院校所府處館團案次年月週日季期屆項土身地來能人國州田島質草件報研計中社區行場農專書法縣市鄉鎮村里隊站組科系班課級分集條款性色意位文份家';

/** Adverbs, conjunctions and prepositions that nobody says twice: 共共十組. */
const neverTwice = '共約僅皆都尚仍又很最因但如若未經需可會要讓把給跟從至';

/** Those of them that nobody says before a word that begins with them: 該處共共同提出. */
const neverBefore = '共尚仍但如皆';

/** What makes words with any other before it and stands nowhere alone: 修護師師. */
const suffixes = '師者性化式型街';

/** What belongs to a thing, as its name goes on: 沖積扇扇頂, 防波堤堤面. */
const ofThing = '頂底端側緣身體面邊高寬厚徑容齡軸壁口址腹背翼部基坡區';

/** Verbs of offices begin with these, which hardly end a name or a word that offices make up. */
const verbs = '辦請說提推舉擬研檢改召拜洽聽簽蒐彙獲透促探瞭';

/** Whether a word begins with the character at `at` of `run`. */
function beginsWord(run: string, at: number, lexicon: Lexicon): boolean {
  for (let end = at + 2; end <= Math.min(run.length, at + 4); end += 1)
    if (lexicon.costAt(run, at, end) !== undefined) return true;
  return false;
}

/** A word that costs more is met too rarely to be taken for what was meant. */
const costOfCommonWord = 12;

function isCommon(run: string, start: number, end: number, lexicon: Lexicon): boolean {
  return end <= run.length && (lexicon.costAt(run, start, end) ?? Infinity) <= costOfCommonWord;
}

/** Whether a word that is often met ends with the character at `at` of `run`. */
function endsWord(run: string, at: number, lexicon: Lexicon): boolean {
  for (let start = at - 1; start >= Math.max(0, at - 3); start -= 1)
    if (isCommon(run, start, at + 1, lexicon)) return true;
  return false;
}

/** Whether 本 at `at` is no word by itself: 日本本的經驗, where 本團 and 本次 would be. */
function isStrayOwn(run: string, at: number): boolean {
  return at + 1 < run.length && !ofOwn.includes(run[at + 1]!);
}

/**
 * Whether of the same characters at `at` and behind it in `run` one is left over. Where a word ends with the first one and
 * no word begins with the second, that one makes sense only where it is a word by itself.
 */
function isStray(run: string, at: number, lexicon: Lexicon): boolean {
  const { startOf, endOf } = cutOf(run, lexicon);
  const start = startOf[at]!;
  const next = at + 1;
  const end = endOf[next]!;
  // 漸漸, 慢慢來; 說說 is a word too, but 說說明 has another, and 高中生生的 one before it.
  if (startOf[next] !== next)
    return (
      (verbs.includes(run[at]!) && isCommon(run, next, next + 2, lexicon)) ||
      ('的之'.includes(run[next + 1] ?? '的') &&
        !words.includes(run[at]!) &&
        at > 1 &&
        lexicon.costAt(run, at - 2, next) !== undefined)
    );
  const [sizeBefore, sizeBehind] = [next - start, end - next];
  if (sizeBefore > 1 && sizeBehind === 1) {
    if (numerals.includes(run[start]!)) return false; // 一排排
    if (words.includes(run[at]!) && !(run[at] === '本' && isStrayOwn(run, next))) return false;
    return !ofThing.includes(run[next + 1] ?? '的') && !beginsWord(run, next, lexicon);
  }
  if (sizeBefore > 1) return false;
  if (sizeBehind === 1) return neverTwice.includes(run[at]!) || (at > 0 && suffixes.includes(run[at]!));
  if (neverBefore.includes(run[at]!)) return isCommon(run, next, end, lexicon);
  return verbs.includes(run[at]!) && at > 0 && !joinsAnyWord(run, at - 1, at + 1, at) && !endsWord(run, at, lexicon);
}

/**
 * Where in `prose` the second one stands of two same characters, one of which is left over.
 * @param prose offsets are of its UTF-16 code units; the time is linear in its length
 */
export function strayDoublesIn(prose: string, lexicon: Lexicon): readonly number[] {
  const found: number[] = [];
  for (const { 0: written, index } of prose.matchAll(runs)) {
    let run: string | undefined;
    for (let at = 0; at + 1 < written.length; at += 1) {
      const character = written[at]!;
      if (character !== written[at + 1] || character === written[at + 2]) continue;
      if (numerals.includes(character) || (at > 0 && written[at - 1] === character)) continue;
      // 支支吾吾, 點點滴滴
      if (
        (at + 3 < written.length && written[at + 2] === written[at + 3]) ||
        (at > 1 && written[at - 2] === written[at - 1])
      )
        continue;
      run ??= folded(written);
      if (!isStray(run, at, lexicon)) continue;
      if (namesIn(run).some((name) => name.start <= at + 1 && at < name.end)) continue;
      found.push(index + at + 1);
    }
  }
  return found;
}
