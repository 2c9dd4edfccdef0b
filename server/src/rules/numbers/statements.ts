/** The sentences of a paragraph with their amounts, read once for all rules that do sums with them. */
import type { Paragraph } from '../../report/model/units';
import { paragraphFlow } from '../../report/queries/paragraphFlow';
import type { Span } from '../../text/span';
import { amountsOf } from './amounts';
import type { Amount } from './amounts';

/** A sentence, or a clause of one, with its amounts. */
export interface Statement {
  readonly words: string;
  readonly amounts: readonly Amount[];
  /** Where words of it stand in the paragraph. */
  readonly spanOf: (span: Span) => Span;
}

/** What is longer is no sentence, in UTF-16 code units. */
const longest = 800;
/** A paragraph without a figure is not read. */
const anyFigure = /[\d一二兩三四五六七八九十百千]/;

function partedAt(whole: Statement, borders: RegExp): readonly Statement[] {
  return [...whole.words.matchAll(borders)].flatMap(({ 0: words, index: from }) => {
    const spanOf = ({ start, end }: Span): Span => whole.spanOf({ start: from + start, end: from + end });
    return words.length > longest ? [] : [{ words, amounts: amountsOf(words), spanOf }];
  });
}

/** What stands beside an amount and is none of a sum: brackets, ，占62.5%, ，約占兩成, ，合格率85%. */
const asides =
  /[（(][^（）()]*[）)]|，[^，。；：、（）\d]{0,8}(?:率|比[例重])[為達約僅]{0,2}\d[\d.]{0,6} ?[%％](?=[，；])|，?約?[占佔][^，。；、（）\d]{0,8}(?:\d[\d.]*[%％成]|百分之[一二三四五六七八九十點零]{1,8}|[一二兩三四五六七八九]成[一二三四五六七八九]?)/g;

function withoutAsides({ words, spanOf }: Statement): Statement | undefined {
  const gaps = [...words.matchAll(asides)];
  if (gaps.length === 0) return undefined;
  const placeOf = (offset: number): number =>
    gaps.reduce((place, { 0: gap, index }) => (index <= place ? place + gap.length : place), offset);
  const bare = words.replace(asides, '');
  return {
    words: bare,
    amounts: amountsOf(bare),
    spanOf: ({ start, end }) => spanOf({ start: placeOf(start), end: placeOf(end - 1) + 1 }),
  };
}

function statementsIn(paragraph: Paragraph): readonly Statement[] {
  const { text, surroundings, units } = paragraph;
  const isRead =
    surroundings.zone !== 'cover' &&
    surroundings.zone !== 'contents' &&
    anyFigure.test(text) &&
    units.every(({ facts }) => facts.shape.cells.length === 0);
  if (!isRead) return [];
  const flow = paragraphFlow(paragraph);
  // A line that ends with a figure is a row of columns where the next one begins with a figure.
  const borders = flow.joints.filter((joint) => /^\d\d$/.test(flow.words.slice(joint - 1, joint + 1)));
  return [0, ...borders].flatMap((from, index) => {
    const words = flow.words.slice(from, borders[index]);
    const spanOf = ({ start, end }: Span): Span => flow.spanOf(from + start, from + end);
    return partedAt({ words, amounts: [], spanOf }, /[^。！？]+/g);
  });
}

/** What `read` makes of an object, made once for as long as the object is there. */
function once<From extends object, To>(read: (from: From) => To): (from: From) => To {
  const remembered = new WeakMap<From, { readonly value: To }>();
  return (from) => {
    let known = remembered.get(from);
    if (!known) remembered.set(from, (known = { value: read(from) }));
    return known.value;
  };
}

/** The sentences of a paragraph that tell of amounts; none of the cover, of 目次 and of rows of a table. */
export const statementsOf = once(statementsIn);

/** A statement as it stands, and without its asides where it has some. */
export const bothReadingsOf = once((statement: Statement): readonly Statement[] => {
  const bare = withoutAsides(statement);
  return bare ? [statement, bare] : [statement];
});

/** The sentences of a paragraph in the pieces that ； parts. */
export const clausesOf = once((paragraph: Paragraph): readonly Statement[] =>
  statementsOf(paragraph).flatMap((statement) =>
    statement.words.includes('；') ? partedAt(statement, /[^；]+/g) : [statement],
  ),
);
