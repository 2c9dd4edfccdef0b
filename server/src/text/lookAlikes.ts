/**
 * Characters that look like those of Chinese text and are others: radicals and compatibility ideographs, which text copied
 * out of a PDF holds (⽬ for 目), strokes of other scripts that a hand took for 一, and characters that nobody can see.
 */

/**
 * The CJK Radicals Supplement, each with the ideograph that it stands for.
 * Source: Unicode Character Database, EquivalentUnifiedIdeograph.txt; NFKC knows two of them only.
 */
const radicals =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫' +
  '⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑' +
  '⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const standsFor = new Map<string, string>();
/** Signs and forms of old fonts with the ideographs that they stand for. */
const others = 'カ力ロ口エ工タ夕チ千⊥上丄上丅下囗口Ξ三硏研旣既卽即槪概曁暨塡填顚顛敎教淸清眞真査查';
for (const pairs of [radicals, others])
  for (let i = 0; i < pairs.length; i += 2) standsFor.set(pairs[i]!, pairs[i + 1]!);
for (const stroke of 'ㄧー') standsFor.set(stroke, '一');

/** Radicals of both blocks, compatibility ideographs, and those of plane 2, which are two code units. */
const otherIdeographs = /[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufad9]|\ud87e[\udc00-\ude1d]/;
/** 注音 ㄧ or the long vowel of カタカナ between Han characters, where the text does not speak of sounds. */
const strokeInWords = /(?<=[\u3400-\u9fff])(?<!注音|符號|[聲韻介母]母|[介母]音)[ㄧー](?![聲音韻])(?=[\u3400-\u9fff])/;
/** The same as a number before a title or an item: 「ㄧ、目的」. */
const strokeAsNumber = /(?<![^\s（(])[ㄧー](?=[、）)][\u3400-\u9fff])/;

/** カタカナ that looks like a character, behind one and before no other kana; Japan counts with カ: 五カ国, 三カ所. */
const kanaInWords =
  /(?<=[\u3400-\u9fff])[カロエタチ](?![\u3040-\u30ff国所月年条村町])(?=[\u3400-\u9fff，。；：、！？）」]|$)/;

/** Signs, and ideographs that nobody uses, in the midst of words: 水位⊥漲. */
const signInWords = /(?<=[\u3400-\u9fff])[⊥丄丅囗Ξ](?=[\u3400-\u9fff])|[⊥丄丅](?=[\u3400-\u9fff]{2})/;

/** Forms of old fonts, which have code points of their own; of those that names keep too, only what words they are in. */
const oldForms =
  /[硏旣卽槪曁塡顚]|敎(?=[育授學師室職官案材])|淸(?=[單楚理潔點查除冊晨])|眞(?=[實正相空])|査(?=[看詢閱核對明])/;

/** All characters that are read as another one. */
export const lookAlikes = new RegExp(
  [otherIdeographs, strokeInWords, strokeAsNumber, kanaInWords, signInWords, oldForms]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/**
 * Soft hyphen, zero-width space, word joiner, byte order mark. Joiners and marks of direction count between Chinese characters
 * and marks alone: emoji and other scripts need them.
 */
export const invisibleCharacters =
  /[\u00ad\u200b\u2060\ufeff]|(?<=[\u3000-\u9fff\uff00-\uff65\u200b-\u206f])[\u200c-\u200f\u202a-\u202e\u2061-\u206f](?=[\u3000-\u9fff\uff00-\uff65\u200b-\u206f])/g;

/** The character that `lookAlike` stands for: itself where Unicode knows none (﨎 is a character of its own). */
export function ordinaryOf(lookAlike: string): string {
  return standsFor.get(lookAlike) ?? lookAlike.normalize('NFKC');
}
