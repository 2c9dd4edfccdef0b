/** Fields of a Word file that keep no result, since Word draws them anew each time: enclosed characters, phonetic guides, signs. */
import type { LossKind } from './model';
import { symbolOf, unknownSign } from './symbols';

/** What a field shows. */
export interface FieldWords {
  readonly words: string;
  /** What of it could not be carried over. */
  readonly lost: { readonly kind: LossKind; readonly words: string } | undefined;
}

/** 「\o\ac(○,1)」: a character in a circle. */
const enclosed = /\\o\\ac\([○〇◯][,;](\d{1,2})\)/i;
/** 「\o\ad(\s\up9(ㄓㄨˋ),註)」: how a character is read, above it. */
const phonetic = /\\o\\a[a-z]\(\\s\\up\d*\(([^()]*)\)[,;]([^()]*)\)/i;
/** The switches of a formula, and the marks between its parts. */
const formulaMarks = /\\[a-z]+(?:\s*\d+)?|\\\*[^(]*|[(),;]/gi;
/** Numbers that Word counts by a field of its own. */
const counting = /^(?:AUTONUM(?:LGL|OUT)?|LISTNUM)\b/i;

const mostCircled = 20;

/** What a field without a result of its own shows. @param code what Word makes it of */
export function fieldWords(code: string): FieldWords {
  const written = code.trim();
  const sign = /^SYMBOL\s+(0x[\da-f]+|\d+)/i.exec(written)?.[1];
  if (sign !== undefined) {
    const font = /\\f\s*"?([^"\\]+)/i.exec(written)?.[1]?.trim() ?? 'Symbol';
    const known = symbolOf(font, Number(sign));
    return {
      words: known ?? unknownSign,
      lost: known === undefined ? { kind: 'symbol', words: `${font} ${sign}` } : undefined,
    };
  }
  if (counting.test(written)) return { words: '', lost: { kind: 'field', words: written } };
  if (!/^EQ\b/i.test(written)) return { words: '', lost: undefined };
  const compact = written.replace(/\s+/g, '');
  const circled = enclosed.exec(compact);
  const value = Number(circled?.[1]);
  if (value >= 1 && value <= mostCircled) return { words: String.fromCharCode(0x245f + value), lost: undefined };
  const guide = phonetic.exec(compact);
  if (guide) return { words: guide[2]!, lost: { kind: 'ruby', words: guide[1]! } };
  const words = written.slice(2).replace(formulaMarks, ' ').replace(/\s+/g, ' ').trim();
  return { words, lost: { kind: 'formula', words } };
}
