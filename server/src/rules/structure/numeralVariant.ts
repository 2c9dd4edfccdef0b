import type { Heading } from '../../report/model/headings';
import type { Unit } from '../../report/model/line';
import type { LineNumber } from '../../report/model/lines';
import { straysInside, straysAmong } from '../../report/queries/headings';
import { numeralLike } from '../../report/queries/headingStyle';
import { sectionsIn, textOf } from '../../report/queries/read';
import { isFormalNumeral, isHanNumeral, toFormal, toHan } from '../../text/numerals';
import type { ReportDiscovery, ReportRule } from '../engine/rule';

/** Characters that are not the standard ones of 大寫 numerals in Taiwan. */
const variant = /[叁叄参弍貮贰弌壱陆]/;

function isVariant(unit: Unit, { system, numeral }: LineNumber): boolean {
  return /formal|chapter|section|han/.test(system) && variant.test(textOf(unit, numeral));
}

/** A number that is not written as it should be, and how it should. */
interface Variant {
  readonly heading: Heading;
  /** The whole number as those beside it have it; undefined where only a character of it is another. */
  readonly like: string | undefined;
}

/** A number that is written unlike those beside it. */
interface Unlike extends Variant {
  readonly like: string;
}

/** Fewer numbers beside it make no habit. */
const fewestBeside = 2;

/** Whether a numeral is written 一, 壹 or 1. */
function writingOf({ text }: Heading, { numeral }: LineNumber): 'formal' | 'han' | 'digit' {
  const code = text.charCodeAt(numeral.start);
  return isFormalNumeral(code) ? 'formal' : isHanNumeral(code) ? 'han' : 'digit';
}

/** The chapters and sections among siblings whose numeral is written unlike those of all others: 第2節 beside 第一節, （貳） beside （一）. */
function otherwiseWritten(siblings: readonly Heading[]): readonly Unlike[] {
  const found: Unlike[] = [];
  for (const system of ['chapter', 'section', 'han-bracketed'] as const) {
    const own = siblings.filter(({ number }) => number?.system === system);
    const first = own[0];
    if (!first) continue;
    const writings = own.map((heading) => writingOf(heading, heading.number!));
    const counts = (writing: string): number => writings.filter((other) => other === writing).length;
    const usual = writings.find((writing) => counts(writing) === own.length - 1);
    if (usual === undefined || own.length - 1 < fewestBeside) continue;
    const model = own[writings.indexOf(usual)]!;
    const heading = own[writings.findIndex((writing) => writing !== usual)]!;
    const like = numberWith(model, heading);
    if (like !== undefined) found.push({ heading, like });
  }
  return found;
}

/** The number of `heading` as `model` writes its own. */
function numberWith(model: Heading, heading: Heading): string | undefined {
  const { start, end, numeral } = model.number!;
  const written = numeralLike(model, model.number!, heading.number!.value);
  return written && model.text.slice(start, numeral.start) + written + model.text.slice(numeral.end, end);
}

/** Those that go on from the heading before in another system, between others of one: 「四、」 behind 「3.」. */
function straying(siblings: readonly Heading[]): readonly Unlike[] {
  const numberedSiblings = siblings.filter(({ number }) => number !== undefined);
  return [...straysAmong(siblings)].flatMap(([heading, before]) => {
    const beside = numberedSiblings.filter(({ number }) => number!.system === before.system);
    const like = beside.length < fewestBeside ? undefined : numberWith(beside[0]!, heading);
    return like === undefined ? [] : [{ heading, like }];
  });
}

/** Those between two of `siblings` that are numbered in one system and leave out just this number: 「2、」 between 「一、」 and 「三、」. */
function inGap(siblings: readonly Heading[]): readonly Unlike[] {
  const numbered = siblings.filter(({ number }) => number !== undefined);
  return numbered.flatMap((heading, index) => {
    const [before, after] = [numbered[index - 1]?.number, numbered[index + 1]?.number];
    if (!before || !after || before.system !== after.system || after.value !== before.value + 2) return [];
    const { system, value } = heading.number!;
    const like =
      system !== before.system && value === before.value + 1 ? numberWith(numbered[index - 1]!, heading) : undefined;
    return like === undefined ? [] : [{ heading, like }];
  });
}

/** Those that go on from the one before, or lead on to the one behind, in another system than both. */
function unlikeThose(siblings: readonly Heading[]): readonly Unlike[] {
  const strays = straying(siblings);
  return [...strays, ...inGap(siblings).filter(({ heading }) => strays.every((stray) => stray.heading !== heading))];
}

/** Those that go on from a section in the system of a level below. */
function astray(siblings: readonly Heading[]): readonly Unlike[] {
  return [...straysInside(siblings)].flatMap(([model, heading]) => {
    const like = numberWith(model, heading);
    return like === undefined ? [] : [{ heading, like }];
  });
}

/** Those of `siblings` that stand between two numbers of the system inside them and go on with it: 「貳.」 between 「1.」 and 「3.」. */
function between(siblings: readonly Heading[]): readonly Unlike[] {
  return siblings.flatMap((heading, index) => {
    const after = heading.children[0];
    let before = siblings[index - 1];
    while (before && before.children.length > 0) before = before.children.at(-1)!;
    if (!heading.number || !before?.number || !after?.number) return [];
    const { system, value } = after.number;
    const isBetween = before.number.system === system && before.number.value === value - 2;
    const like =
      isBetween && heading.number.system !== system && heading.number.value === value - 1
        ? numberWith(after, heading)
        : undefined;
    return like === undefined ? [] : [{ heading, like }];
  });
}

/** The headings of a chapter that are numbered with such a character, or unlike those beside them. */
function variantsIn(chapter: Heading): readonly Variant[] {
  const variants: Variant[] = [];
  for (const heading of sectionsIn(chapter)) {
    if (heading.number && isVariant(heading, heading.number)) variants.push({ heading, like: undefined });
    if (heading.part !== 'attachments')
      variants.push(
        ...otherwiseWritten(heading.children),
        ...unlikeThose(heading.children),
        ...astray(heading.children),
        ...between(heading.children),
      );
  }
  return variants;
}

export const rule: ReportRule<Variant, 'headings'> = {
  per: 'report',
  notes: { per: 'headings', read: variantsIn },
  id: 'structure/numeral-variant',
  title: { 'zh-TW': '編號用字不一致', en: 'Variant numeral' },
  severity: 'warning',
  source: '教育部《異體字字典》正字（壹貳參肆伍陸柒捌玖拾）；文書處理手冊（分項標號）',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    variant: { 'zh-TW': '「{numeral}」宜寫作「{standard}」。', en: 'Write 「{standard}」 for 「{numeral}」.' },
    mixed: {
      'zh-TW': '各章以「壹、」編號，這一章用了「{numeral}」，宜寫作「{standard}」。',
      en: 'The chapters are numbered 壹、; write 「{standard}」 for 「{numeral}」.',
    },
    unlike: {
      'zh-TW': '同一層的編號都不是這樣寫，「{numeral}」宜寫作「{standard}」。',
      en: 'The numbers beside it are written otherwise; write 「{standard}」 for 「{numeral}」.',
    },
    replace: { 'zh-TW': '改為「{standard}」', en: 'Change to 「{standard}」' },
  },
  check: ({ contents, headings }, notes, _context, find) => {
    for (const { number } of contents?.contents.entries ?? [])
      if (number && isVariant(contents!, number)) find(replaced(contents!, number, 'variant'));
    const chaptersUnlike = otherwiseWritten(headings.chapters);
    for (const { note } of notes)
      if (note.like !== undefined || chaptersUnlike.every(({ heading }) => heading !== note.heading))
        find(
          note.like === undefined
            ? replaced(note.heading, note.heading.number!, 'variant')
            : unlike(note.heading, note.like),
        );
    for (const { heading, like } of [
      ...chaptersUnlike,
      ...between(headings.chapters),
      ...inGap(headings.chapters),
      ...straying(headings.chapters),
    ])
      find(unlike(heading, like));
    for (const { heading, like } of astray(headings.chapters))
      find(isFormalNumeral(like.charCodeAt(0)) ? replaced(heading, heading.number!, 'mixed') : unlike(heading, like));
  },
};

function unlike(unit: Heading, standard: string): ReportDiscovery {
  const { start, end } = unit.number!;
  return {
    message: 'unlike',
    params: { numeral: textOf(unit, { start, end }), standard },
    unit,
    start,
    end,
    fixes: () => [
      { title: 'replace', params: { standard }, safety: 'review', edits: [{ unit, start, end, text: standard }] },
    ],
  };
}

function replaced(unit: Unit, { numeral, value }: LineNumber, message: 'variant' | 'mixed'): ReportDiscovery {
  const { start, end } = numeral;
  const standard = unit.text[start - 1] === '（' || unit.text[start - 1] === '(' ? toHan(value) : toFormal(value);
  return {
    message,
    params: { numeral: textOf(unit, numeral), standard },
    unit,
    start,
    end,
    fixes: () => [
      {
        title: 'replace',
        params: { standard },
        // Another system of numbers may make another level of the heading.
        safety: message === 'variant' ? 'safe' : 'review',
        edits: [{ unit, start, end, text: standard }],
      },
    ],
  };
}
