/** Words that say that something is still to be written, as a cursor meets them. The server knows them exactly. */
const placeholder = /[○〇◯]+|[Ｘｘ]{2,}|X{2,}|TODO|待[補填][充齊列上正寫入]?/g;

/** A part of a line, in UTF-16 code units. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** What may be a placeholder between `start` and `end` of `line`, its borders included; the first one where there are several. */
export function placeholderAt(line: string, start: number, end: number): LineSpan | undefined {
  for (const { 0: words, index } of line.matchAll(placeholder))
    if (index <= end && start <= index + words.length) return { start: index, end: index + words.length };
  return undefined;
}
