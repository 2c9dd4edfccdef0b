/** Limits of one quantity that leave nothing between them: 等候者已逾40件，…這不足30件之申請. */
import type { Span } from '../../text/span';
import type { Amount } from './amounts';
import type { Statement } from './statements';

/** Right before an amount: more than that, or less. */
const over = /(?:超過|超出|突破|多於|高於|不止|不下|逾)[了達於]?$/;
const under = /(?:不到|不足|未達|未滿|不滿|不及|未逾|低於|少於)$/;
/** So far before an amount its limit, and what that is said of, may stand, in UTF-16 code units. */
const reach = 24;
/** Words that point back, right before the second limit: 這, 該等, 上述, 這為數. */
const pointsBack = /(?:這|此一|此等|此種|該等|該批|上述|前述|前開|上開|如此|區區)[^，。；：、\d]{0,4}$/;
/** The clause of the second limit has nothing of its own to speak of: 而全年, 但總數. */
const ofNothingElse =
  /^(?:[而但惟卻且其又並已也亦仍尚只僅以按依]|[每全當][年月日季週]|全數|總數|人數|件數|實際上?|事實上|合計|總計|目前|現在){1,3}$/;
/** Behind the second amount these name the quantity itself: 之規模, 的數量. */
const quantity = /^[之的](?:[運客貨流產銷水用總]量|規模|數量|人數|件數|比[例率]|水準|成績|業績|紀錄)/;

interface Limit {
  readonly amount: Amount;
  readonly isOver: boolean;
  /** The clause in front of the word that limits. */
  readonly clause: string;
}

/** Two limits that can't both be right; places are those of the paragraph. */
export interface Limits {
  readonly first: Span;
  readonly second: Span;
}

function limitsIn({ words, amounts }: Statement): readonly Limit[] {
  return amounts.flatMap((amount) => {
    const before = words.slice(Math.max(0, amount.start - reach), amount.start);
    const word = over.exec(before) ?? under.exec(before);
    if (!word) return [];
    const clause = before
      .slice(0, word.index)
      .split(/[，；：、（）]/)
      .at(-1)!;
    return [{ amount, isOver: over.test(before), clause }];
  });
}

/** Whether the second limit is one of the quantity that the first is of. */
function isOfTheSame({ clause, amount }: Limit, { words }: Statement): boolean {
  return pointsBack.test(clause) || (ofNothingElse.test(clause) && quantity.test(words.slice(amount.end)));
}

/** The limits of a sentence that what it points back to contradicts, in it or in the sentence before. */
export function* limitsApart(statement: Statement, before: Statement | undefined): Generator<Limits> {
  const limits = limitsIn(statement);
  if (limits.length === 0) return;
  const earlier = before ? limitsIn(before).map((limit) => ({ limit, at: before })) : [];
  for (const second of limits) {
    const alike = earlier.filter(({ limit }) => limit.amount.measure === second.amount.measure);
    const first = alike.at(-1);
    earlier.push({ limit: second, at: statement });
    if (!first || first.limit.isOver === second.isOver || !isOfTheSame(second, statement)) continue;
    const [least, most] = second.isOver ? [second, first.limit] : [first.limit, second];
    if (least.amount.value < most.amount.value) continue;
    yield { first: first.at.spanOf(first.limit.amount), second: statement.spanOf(second.amount) };
  }
}
