/** What of some words is prose: code, addresses and comments are not. */

/** Stands for every unit that is no prose; it is neither Han nor Latin nor punctuation. */
const placeholder = '\ufffc';

const notProse = [
  /`[^`]+`/g,
  /<!--[^<>]*-->/g,
  /\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)/g,
  /[a-z]{3,6}:\/\/[^\s()\u3001-\u9fff\uff00-\uffef]*(?:\([^\s()]*\)[^\s()\u3001-\u9fff\uff00-\uffef]*)*/gi,
  /&#?[a-z\d]{2,8};/gi,
];

/** The words of a line with everything that is no prose blotted out; offsets stay as they are. */
export function proseOf(words: string): string {
  if (!/[`<&]|\]\(|:\/\//.test(words)) return words;
  let prose = words;
  for (const pattern of notProse) prose = prose.replace(pattern, (match) => placeholder.repeat(match.length));
  return prose;
}
