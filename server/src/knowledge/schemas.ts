/** What the columns of the domain's tables hold: one schema a file of `tables/`, under the file's name. */
import { apecCodes, economyCodes, otherCodes } from './economyCodes';
import type { Schema } from './table';
import { alternativesOf, characters, counterExamplesOf, day, forReaders, fromCldr, list, maybeText, number, oneOf, optional, table, text, trusts, yesNo } from './table'; // prettier-ignore
import { apecEvents, confusions, coverFieldIds, coverLabelRoles, formMeasures, forumIds, nameForms, nameKinds, partIds, phraseUses, profileIds, standings, titleRoles, typoReasons, wordKinds } from './types'; // prettier-ignore

/** What a row says besides, for who reads the file. */
const note = forReaders(maybeText);

/** Where rows of the other tables come from. `key` stands in their column `source`; `trust` is the most that they may claim. */
export const sources = {
  columns: { key: text, words: text, trust: oneOf(...trusts), date: day },
  key: ['key'],
  order: [],
} as const satisfies Schema;

/** Every string that stands for an economy in a report, or looks as if it did. */
export const names = table(
  {
    text,
    kind: oneOf(...nameKinds),
    /** The economy meant, where one is. */
    economy: optional(oneOf(...economyCodes)),
    /** Of a `name` only. */
    form: optional(oneOf(...nameForms)),
    /** What to write instead, for the kinds that must not stand. */
    preferred: optional(text),
    notAfter: characters,
    notBefore: characters,
    counterExamples: counterExamplesOf('text'),
    note,
  },
  { key: ['text'], order: ['kind'] },
);

/** The 21 members of APEC, in APEC's own alphabetical order of their English names. */
export const economies = table(
  {
    code: oneOf(...apecCodes),
    chinese: text,
    english: text,
    /** Empty where it is the short one. */
    englishFull: maybeText,
    note,
  },
  { key: ['code'] },
);

/** The economies outside APEC; what they are called says CLDR. */
export const countries = table(
  {
    code: oneOf(...otherCodes),
    chinese: fromCldr('zh-Hant'),
    english: fromCldr('en'),
    /** Whether the Chinese name is looked for in the text of a report. */
    inText: yesNo,
    notAfter: characters,
    notBefore: characters,
    counterExamples: counterExamplesOf('chinese'),
    note,
  },
  { key: ['code'], order: ['code'] },
);

/** What economies outside APEC are called in mainland China, where that is another name than Taiwan's. */
export const mainlandNames = table(
  {
    text,
    code: oneOf(...otherCodes),
    /** `hint`: met in Taiwan too; `off`: an everyday word as well, or not tried out, and not looked for. */
    level: oneOf('warning', 'hint', 'off'),
    notAfter: characters,
    notBefore: characters,
    counterExamples: counterExamplesOf('text'),
    note,
  },
  { key: ['text'], order: ['code'] },
);

/** Who is a member of which forum, since which year; the members of APEC in APEC's order. */
export const forumMembers = table(
  { forum: oneOf(...forumIds), code: oneOf(...economyCodes), year: number },
  { key: ['forum', 'code'], order: ['forum'] },
);

export const forums = table(
  { id: oneOf(...forumIds), names: list, memberTerms: list, callsRoll: yesNo },
  { key: ['id'], order: ['id'] },
);

/** 服務機關 as covers name them. Which of two names is right says the day: a report tells of its own time. */
export const agencies = table(
  {
    text,
    /** What the agency, or who took over its work, is called now; empty where it is still called so. */
    now: optional(text),
    /** The first day of that name. */
    since: optional(day),
    /** Of a former name: what people called it for short. */
    shortNames: list,
    /** How many reports name it on their cover: the more, the earlier it is offered. */
    reports: forReaders(number),
    note,
  },
  { key: ['text'] },
);

/** 職稱 as covers name them. */
export const positions = table({ text, reports: forReaders(number) }, { key: ['text'] });

export const apecMeetings = table(
  {
    year: number,
    host: oneOf(...apecCodes),
    event: oneOf(...apecEvents),
    chinese: text,
    english: text,
    from: optional(day),
    to: optional(day),
    mode: oneOf('in-person', 'virtual', 'cancelled'),
    note,
  },
  { key: ['year', 'event'], order: ['year', 'event'] },
);

/** One meaning of an acronym a row; names are written as a report writes them, with 「APEC」 where it belongs to the name. */
export const acronyms = table(
  {
    acronym: text,
    english: text,
    chinese: text,
    variants: list,
    rejected: list,
    spellings: list,
    category: oneOf(
      'APEC core', 'APEC meeting', 'APEC process', 'APEC committee', 'APEC body', 'APEC forum', 'APEC initiative',
      'APEC document', 'APEC funding', 'APEC observer', 'WTO', 'agreement', 'initiative', 'trade term', 'document',
      'organisation', 'Taiwan agency', 'Taiwan body', 'law', 'tech', 'term',
    ), // prettier-ignore
    confidence: oneOf('high', 'medium', 'low'),
    note,
  },
  { key: ['acronym', 'english', 'chinese'], order: ['category'] },
);

/** Acronyms that stand for a class of things: a kind a row, with the words that name it. */
export const acronymKinds = table({ acronym: text, names: list }, { key: ['acronym', 'names'], order: ['acronym'] });

/** Latin capitals that every reader knows, or that are no abbreviation at all. */
export const commonAbbreviations = table(
  {
    text,
    kind: oneOf(
      'unit', 'currency', 'place', 'organisation', 'company', 'technology', 'specialist', 'medicine', 'business', 'education', 'word', 'class',
    ), // prettier-ignore
  },
  { key: ['text'], order: ['kind'] },
);

export const partTitles = table(
  { text, part: oneOf(...partIds), standing: oneOf(...standings) },
  { key: ['text'], order: ['part', 'standing'] },
);

/** The words that titles of chapters are put together of. */
export const titleWords = table(
  {
    text,
    role: oneOf(...titleRoles),
    part: optional(oneOf(...partIds)),
    standing: optional(oneOf(...standings)),
  },
  { key: ['text', 'role'], order: ['role', 'part'] },
);

/** What a part must hold. */
export const parts = table(
  { part: oneOf(...partIds), holdsChinese: text, holdsEnglish: text },
  { key: ['part'], order: ['part'] },
);

export const coverLabels = table({ text, field: oneOf(...coverFieldIds) }, { key: ['text'], order: ['field'] });

/** The words that labels of the cover are put together of: 考察 and 人員. */
export const coverLabelWords = table(
  {
    text,
    role: oneOf(...coverLabelRoles),
    /** Of an `ending`: the field that a label with it names; of a `bare` label, its own. */
    field: optional(oneOf(...coverFieldIds)),
  },
  { key: ['text', 'role'], order: ['role', 'field'] },
);

/** What a cover must hold, in its order. */
export const coverFields = table(
  { field: oneOf(...coverFieldIds), label: text, insteadOf: alternativesOf(coverFieldIds) },
  { key: ['field'] },
);

export const profiles = table(
  {
    id: oneOf(...profileIds),
    chinese: text,
    english: text,
    /** Han characters of 摘要; all three or none. */
    abstractMin: optional(number),
    abstractMax: optional(number),
    abstractTolerance: optional(number),
    /** Whether a cover is asked for. */
    coverAsked: yesNo,
    thinSection: number,
    /** How grave it is that a required part is missing: `error` only where a form says that it must be there. */
    missingPart: oneOf('error', 'warning'),
    /** Both or none, where no rule says when the report is due. */
    deadlineMonths: optional(number),
    deadlineFrom: optional(oneOf('return', 'day-after')),
    rollsForward: yesNo,
    leastRecommendations: number,
    agencies: list,
    categories: list,
    digestOnlyFor: list,
    usualFor: list,
    /** Families of the rules that judge such a report; empty for all. */
    families: list,
    note,
  },
  { key: ['id'], order: ['id'] },
);

/** The parts of each profile, in the order that a body must have. */
export const profileParts = table(
  {
    profile: oneOf(...profileIds),
    part: oneOf(...partIds),
    required: yesNo,
    /** How grave it is that the part is missing, where that is not what the profile says. */
    missingPart: optional(oneOf('error', 'warning')),
    insteadOf: alternativesOf(partIds),
    note,
  },
  { key: ['profile', 'part'], order: ['profile'] },
);

/** How a finished report looks, one measure a row; a row of a profile stands for the general one. */
export const reportForm = table(
  {
    measure: oneOf(...formMeasures),
    profile: optional(oneOf(...profileIds)),
    /** Millimetres of pages and margins, points of sizes, multiples of a line or of a character's width else. */
    values: list,
  },
  { key: ['measure', 'profile'], order: ['measure'] },
);

/** The words of the wording rules. */
export const words = table(
  {
    text,
    kind: oneOf(...wordKinds),
    preferred: maybeText,
    other: optional(text),
    /** Of a `variant`: whether it is what agencies usually write. */
    usual: yesNo,
    notAfter: characters,
    notBefore: characters,
    counterExamples: counterExamplesOf('text'),
    note,
  },
  { key: ['text'], order: ['kind'] },
);

/** Simplified characters, and words of them that are more than their characters; what is not certain the author confirms. */
export const simplified = table({ simplified: text, traditional: text, certain: yesNo }, { key: ['simplified'] });

/** Words that tell a rule what the text around them is about. */
export const phrases = table(
  {
    text,
    use: oneOf(...phraseUses),
    /** Of a `category`: the category of the rules that is meant; of a `city`: its economy; of a `concept` or a `word-of-a-name`: the first word of it; of a part: by what it divides the whole. */
    standsFor: optional(text),
    notAfter: characters,
    notBefore: characters,
    counterExamples: counterExamplesOf('text'),
    note,
  },
  { key: ['text', 'use'], order: ['use', 'standsFor'] },
);

/**
 * Words that the lexicon of `spelling` must know besides jieba's: those of one subject a row, separated by blanks. `該本+部署`
 * stands for each character before the sign with each behind it.
 */
export const lexiconWords = table(
  {
    subject: text,
    /** Whether a word of the row may be proposed for what is like it, or is only right where it stands. */
    role: oneOf('proposed', 'known'),
    text,
  },
  { key: ['subject'] },
);

/**
 * Readings of characters for the lexicon of `spelling`, besides the commonest one of mainland China, which the build takes
 * from pinyin-pro: that of Taiwan; of a row without one, all that pinyin-pro has.
 */
export const readings = table(
  {
    /** Characters that are read so. */
    text,
    /** Pinyin with the tone as a figure. */
    reading: optional(text),
  },
  { key: ['text', 'reading'] },
);

/**
 * Characters and words that people write in two ways. The lexicon of `spelling` knows each of its words in both; of a row with
 * `words` these alone: 檯面 may be 臺面, and 檯灣 is a slip.
 */
export const characterVariants = table(
  {
    text,
    other: text,
    /** Words with `text` that may be written with `other`. */
    words: list,
  },
  { key: ['text', 'other'] },
);

/** Characters that look alike, a group a row: any of them may stand in the place of another by a slip. */
export const lookAlikes = table({ text }, { key: ['text'] });

/** Characters with a part in common that most of them sound by (形聲), a group a row: looks and sound mislead at once. */
export const phonetics = table({ text }, { key: ['text'] });

/** Slips that are no words themselves: what is written, and what is meant. */
export const typos = table(
  {
    text,
    preferred: text,
    reason: oneOf(...typoReasons),
    notAfter: characters,
    notBefore: characters,
    /** Right texts that look like it; tests run them. */
    right: forReaders(list),
  },
  { key: ['text'] },
);

/**
 * Slips that people make and that may stand right across the border of words, 邊列 for 編列: the spelling detector, which
 * cuts the words, takes them for slips more readily. They are compiled into its lexicon.
 */
export const usualSlips = table({ text, preferred: text }, { key: ['text'] });

/**
 * Words that are slips between certain others: directly behind one of `before` and directly before one of `after`, words or
 * marks. They are compiled into the lexicon of the spelling detector, which sees where words end: 不在 of 無所不在 is none.
 */
export const typoContexts = table(
  {
    text,
    preferred: text,
    reason: oneOf(...confusions),
    before: list,
    after: list,
    /** Where there are any, one of them follows soon: 就向 is 就像 before 一樣. */
    soon: list,
    /** No slip where one of these words follows soon: 以 of 以完成為目標 is no 已. */
    without: list,
    /** As elsewhere, of the whole of them. */
    notAfter: characters,
    notBefore: characters,
    right: forReaders(list),
  },
  { key: ['text', 'preferred', 'before', 'after'] },
);

/** Eras whose years stand in reports beside those of the common calendar: 令和5年（2023年）. */
export const eras = table(
  {
    name: text,
    /** AD year of its first year (元年). */
    first: number,
    /** AD year of its last; of an era that goes on, a year far ahead. */
    last: number,
  },
  { key: ['name'] },
);
