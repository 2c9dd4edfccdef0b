/** Characters that are words of grammar: they stand beside any word, and what they make with it is in no dictionary. */

/** Numerals and words of grammar that stand before any word: 逐冊, 所囿, 始漸. */
const before = new Set(
  '一二三四五六七八九十兩幾數每各該本此某逐所始漸未已曾將須應可並亦均皆仍尚擬僅且或若倘惟故即爰另俟係依就對由以與及於為之其又也都不很更最甚較愈越頗稍略殊猶雖既乃遂旋嗣悉俱概諸暨' +
    // Verbs that offices write before any name or verb: 訪荷, 供作.
    '駐訪赴抵返供' +
    // 就像樹要長高
    '像' +
    // 還教我, 是當一名獸醫, 喊得震天
    '還是得便才再只就常最太',
);
/** Words of grammar that stand behind any word. */
const behind = new Set('者之的了著過地等們於以而則依與及暨或亦均皆仍');

/** Whether the character at `place` on an edge of [start, end) of `run` is a word of grammar there. */
export function joinsAnyWord(run: string, start: number, end: number, place: number): boolean {
  return (place === start && before.has(run[place]!)) || (place === end - 1 && behind.has(run[place]!));
}
