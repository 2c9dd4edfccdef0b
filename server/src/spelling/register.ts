/** Tells everyday language from the prose of offices. */

/** Words of who speaks of himself and of others, and feels. 我國, 我方 and 他國 are words of offices. */
const everyday =
  /我(?![國方署局部館校院處司所會們])|我們|他(?![國方人項日種])|[你妳她牠很嗎吧呢啊爸媽爺]|奶奶|同學|老師|自己|好像|一樣|時候|怎麼|什麼|這樣|那麼|真的|非常|總是|永遠|努力|心裡|心中|快樂|人生|生活/g;

/** In everyday language one of these comes in so many Han characters at the least. */
const charactersPerWord = 40;

/** Whether `prose` is everyday language: there, slips are many times as frequent as in what an office has looked through. */
export function isEveryday(prose: string): boolean {
  const words = prose.match(everyday)?.length ?? 0;
  return words > 0 && words * charactersPerWord >= prose.length;
}
