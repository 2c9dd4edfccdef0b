/** Characters of fonts whose letters are signs, and the boxes of forms. */

const wingdings: Readonly<Record<number, string>> = {
  0x6c: '●', 0x6d: '○', 0x6e: '■', 0x6f: '□', 0x70: '□', 0x71: '❑', 0x72: '❒', 0x74: '◆', 0x75: '◆', 0x76: '❖', 0x77: '◆',
  0x9e: '•', 0x9f: '•', 0xa7: '▪', 0xa8: '□', 0xd8: '➢', 0xe0: '→', 0xdf: '←', 0xe8: '➔', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑',
  0x46: '☞', 0x4a: '☺', 0xab: '★', 0xb2: '☆', 0xf0: '➾', 0x28: '☎', 0x2a: '✉',
}; // prettier-ignore
const wingdings2: Readonly<Record<number, string>> = {
  0x50: '✓', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0xa3: '□', 0xa2: '■', 0x97: '●', 0x98: '●', 0xae: '◆',
}; // prettier-ignore
const symbol: Readonly<Record<number, string>> = {
  0xb7: '•', 0xae: '→', 0xac: '←', 0xb0: '°', 0xb1: '±', 0xb4: '×', 0xb8: '÷', 0xa3: '≤', 0xb3: '≥', 0xb9: '≠', 0x61: 'α', 0x62: 'β', 0x6d: 'μ', 0x44: 'Δ', 0x53: 'Σ',
}; // prettier-ignore

/**
 * The character that stands for `code` of `font`; undefined where it is not known.
 * @param code as Word writes it, often moved to U+F000
 */
export function symbolOf(font: string, code: number): string | undefined {
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const name = font.toLowerCase();
  if (name === 'wingdings') return wingdings[own];
  if (name === 'wingdings 2') return wingdings2[own];
  if (name === 'symbol') return symbol[own];
  // Another font's letters are letters, where they are none of its own.
  return code > 0 && code < 0xe000 ? String.fromCodePoint(code) : undefined;
}

/** A box of a form, as Word draws it. */
export function tickBox(isTicked: boolean): string {
  return isTicked ? '☒' : '☐';
}
