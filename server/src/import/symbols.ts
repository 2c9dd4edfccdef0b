/** Characters of fonts whose letters are signs, raised and lowered characters, and the boxes of forms. */

/** Signs of a font by the codes of their letters, in runs that begin at a code. A blank stands for a sign that has no character. */
type Signs = readonly (readonly [from: number, signs: string])[];

// The characters of the Unicode Standard that its tables of source fonts (L2/11-052) give to Wingdings, those that common
// fonts have in the place of rarer ones of one look.
const wingdings: Signs = [
  [0x22, '✂✁'], [0x28, '☎✆✉'], [0x36, '⌛'], [0x3e, '✇✍'], [0x41, '✌'], [0x45, '☜☞☝☟'], [0x4a, '☺'], [0x4c, '☹'],
  [0x51, '✈☼'], [0x54, '❄'], [0x56, '✞'], [0x58, '✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓'], [0x6c, '●○■□□❑❒◆◆◆❖◆⌧'], [0x7a, '⌘'],
  [0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'], [0x9e, '•●▪○'], [0xa4, '◉◎'], [0xa7, '▪□'], [0xaa, '✦★✶✴✹✵'], [0xb1, '⌖☆⌑'],
  [0xb5, '✪✰'], [0xd8, '➢'], [0xdc, '➲'], [0xdf, '←→↑↓↖↗↙↘⬅➔⬆⬇'], [0xef, '⇦⇨⇧⇩⇔⇳'], [0xfb, '✗✓☒☑⊞'],
]; // prettier-ignore
const wingdings2: Signs = [
  [0x50, '✓☒☑☒☒'], [0x69, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'], [0x97, '●●'], [0xa2, '■□'], [0xae, '◆'],
]; // prettier-ignore
const wingdings3: Signs = [
  [0x66, '←→↑↓↖↗↙↘'],
  [0x70, '▲▼△▽◀▶◁▷'],
  [0x7d, '▶'],
];
const webdings: Signs = [
  [0x61, '✓'],
  [0x63, '□'],
  [0x67, '■'],
  [0x6e, '●'],
  [0x72, '☒'],
];
// Adobe's encoding of the font Symbol.
const symbol: Signs = [
  [0x22, '∀'], [0x24, '∃'], [0x27, '∋'], [0x2a, '∗'], [0x2d, '−'],
  [0x40, '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'], [0x5c, '∴'], [0x5e, '⊥'], [0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'],
  [0xa1, 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'], [0xc0, 'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑'], [0xf1, '〉∫'],
]; // prettier-ignore

const fonts: Readonly<Record<string, Signs>> = {
  wingdings,
  'wingdings 2': wingdings2,
  'wingdings 3': wingdings3,
  webdings,
  symbol,
};

function signOf(signs: Signs, code: number): string | undefined {
  for (const [from, run] of signs) {
    const sign = [...run][code - from];
    if (sign !== undefined) return sign;
  }
  return undefined;
}

/**
 * The character that stands for `code` of `font`; undefined where it is not known.
 * @param code as Word writes it, often moved to U+F000
 */
export function symbolOf(font: string, code: number): string | undefined {
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const signs = fonts[font.toLowerCase()];
  if (signs)
    return signOf(signs, own) ?? (signs === symbol && own > 0x20 && own < 0x7f ? String.fromCharCode(own) : undefined);
  // Another font's letters are letters, where they are none of its own.
  return code > 0 && code < 0xe000 ? String.fromCodePoint(code) : undefined;
}

/** What stands in the place of a sign that is not known. */
export const unknownSign = '□';

/**
 * `text` in `font`, with characters in the place of what a font of signs shows for its letters; in another font as it is.
 * @param tell is called with each sign that is not known: □ stands for it
 */
export function withoutSymbolFont(text: string, font: string | undefined, tell: (sign: string) => void): string {
  if (font === undefined || !(font.toLowerCase() in fonts)) return text;
  return text.replace(/[\x21-\x7e\u00a1-\u00ff\uf021-\uf0ff]/g, (letter) => {
    const code = letter.charCodeAt(0);
    const sign = symbolOf(font, code);
    if (sign === undefined) tell(`${font} ${code.toString(16).toUpperCase()}`);
    return sign ?? unknownSign;
  });
}

const [levelled, raised, lowered] = ['0123456789+-−()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ', '₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎ₙ'] as const;

/** The 3 of 10³ and the 2 of CO₂ as characters of their own; words for which there are none stay as they are. */
export function shifted(text: string, to: 'raised' | 'lowered'): string {
  const places = [...text].map((character) => levelled.indexOf(character));
  return places.includes(-1) ? text : places.map((place) => (to === 'raised' ? raised : lowered)[place]!).join('');
}

/** A box of a form, as Word draws it. */
export function tickBox(isTicked: boolean): string {
  return isTicked ? '☒' : '☐';
}
