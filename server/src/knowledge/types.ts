/** What the domain's tables tell of, as the rest of the project reads it. How the files are written says `schemas.ts`. */
import type { ApecCode, EconomyCode } from './economyCodes';

export type { ApecCode, EconomyCode, OtherCode } from './economyCodes';

/** Where a row comes from, and how far to trust it. */
export interface Provenance {
  /** Document, page or table, in words a reader can look up. */
  readonly source: string;
  /**
   * `official`: read in an official text; `secondary`: read in a text that says it follows one; `general`: general
   * knowledge. Only `official` may become an error on its own.
   */
  readonly trust: 'official' | 'secondary' | 'general';
}

// ------------------------------------------------------------------------------------------------------ economies

export interface Economy extends Provenance {
  readonly code: EconomyCode;
  /** Place in APEC's own alphabetical order, from 1. */
  readonly order: number;
  /** The name Taiwan's reports use: 紐西蘭. Our own economy is 我國. */
  readonly chinese: string;
  /** APEC's short English name: New Zealand. */
  readonly english: string;
  readonly englishFull: string;
  /** Year of accession to APEC. */
  readonly joined: number;
  readonly note: string;
}

/**
 * What a name of the matcher stands for.
 * - `name`: an accepted name of an economy: 紐西蘭, 紐國, 紐方
 * - `nonstandard`: a name of an economy that is not used in Taiwan: 新西蘭
 * - `misspelled`: one slip from a name: 菲律濱
 * - `own-name`: a name for us that must not stand: 中國台北
 * - `english`: an English form APEC does not use: Vietnam
 * - `member-term`: a word that calls APEC's members countries: 各國, 會員國
 * - `other-economy`: a name of an economy outside APEC: 印度, 英國
 * - `blocker`: a longer word that holds a name but is not one: 紐約, 國家發展委員會
 */
export const nameKinds = [
  'name', 'nonstandard', 'misspelled', 'own-name', 'english', 'member-term', 'other-economy', 'former-state', 'blocker',
] as const; // prettier-ignore
export type NameKind = (typeof nameKinds)[number];

/**
 * What a `name` is: `standard` the name of the table, `variant` another full name that may stand for it (南韓, 祕魯),
 * `official` a state's full style, right beside any other name (大韓民國), `short` a short form that follows a first
 * mention (巴紐, 紐國), `party` the other side in talks (紐方, 中方).
 */
export const nameForms = ['standard', 'variant', 'official', 'short', 'party'] as const;
export type NameForm = (typeof nameForms)[number];

/** One string that the matcher looks for, with the borders that make it a word. */
export interface NameRow extends Provenance {
  /** Position in the table of all rows: a dense number for counting. */
  readonly index: number;
  readonly text: string;
  readonly kind: NameKind;
  /** The economy meant, where one is. */
  readonly economy: EconomyCode | undefined;
  /** What to write instead, for the kinds that must not stand. */
  readonly preferred: string | undefined;
  /** Of a `name` only. */
  readonly form: NameForm | undefined;
  /** No match right behind one of these characters: 日方 is no name in 今日方式. */
  readonly notAfter: string;
  /** No match right before one of these characters. */
  readonly notBefore: string;
  readonly note: string;
  /** Sentences that hold the string but not the name; a test runs them. */
  readonly counterExamples: readonly string[];
}

// ---------------------------------------------------------------------------------------------------------- words

/**
 * What is to be said of a word of the matcher.
 * - `unified`: wrong in every context by the tables of unified terms: 公佈
 * - `context`: wrong in most contexts: 會議記錄
 * - `mainland`: a term of the other side of the strait: 數字經濟
 * - `typo`: a slip of the pen: 議提
 * - `variant`: one of two legal forms; only both in one report are worth a word: 了解 beside 瞭解
 * - `term`: one of several names of one concept: 微中小企業 beside 微中小型企業
 * - `former`: a name that an agency has no more: 環保署. Which day it was given up says agencies.tsv
 * - `title`: what a name of a law, an agreement or a plan ends with: 基本法
 * - `blocker`: a longer word that holds one of those but is right: 建議提出
 */
export const wordKinds = ['unified', 'context', 'mainland', 'typo', 'variant', 'term', 'former', 'title', 'blocker'] as const; // prettier-ignore
export type WordKind = (typeof wordKinds)[number];

/** One string that the matcher looks for because of how it is written, with the borders that make it a word. */
export interface WordRow extends Provenance {
  readonly text: string;
  readonly kind: WordKind;
  /** What to write instead; of a `variant` or `term` the form it is another spelling of. Empty for `title` and `blocker`. */
  readonly preferred: string;
  /** A second form that may be meant: 計劃 is 計畫 as a noun and 規劃 as a verb. */
  readonly other: string | undefined;
  /** Of a `variant`: what agencies usually write. */
  readonly usual: boolean;
  /** No match right behind one of these characters. */
  readonly notAfter: string;
  /** No match right before one of these characters. */
  readonly notBefore: string;
  /** Sentences that hold the string but are right; a test runs them. */
  readonly counterExamples: readonly string[];
  /** Of a `typo`: why one is written for the other. */
  readonly reason?: TypoReason;
}

// ------------------------------------------------------------------------------------------------------- acronyms

export interface AcronymRow extends Provenance {
  readonly acronym: string;
  readonly english: string;
  /** The Chinese name to recommend. */
  readonly chinese: string;
  /** Other Chinese names that are right as well. */
  readonly variants: readonly string[];
  /** Chinese names that are wrong in Taiwan: 高官會, 亞太經合組織. */
  readonly rejected: readonly string[];
  /** Other right spellings of the acronym itself: FTAs, MoU, TEL for TELWG. */
  readonly spellings: readonly string[];
  readonly category: string;
  /** How sure the table is of the Chinese name; only `high` names correct an author. */
  readonly confidence: 'high' | 'medium' | 'low';
  readonly note: string;
}

// ----------------------------------------------------------------------------------------- parts, cover, profiles

/** The parts of a report that the regulations name. */
export const partIds = [
  'abstract', // 摘要
  'contents', // 目次
  'purpose', // 目的
  'process', // 過程
  'itinerary', // 行程
  'proceedings', // 出席會議情形
  'reflections', // 心得
  'recommendations', // 建議
  'reflections-and-recommendations', // 心得及建議
  'attachments', // 附件
] as const;
export type PartId = (typeof partIds)[number];

/** How a title stands: in a regulation, the same in other words and passed over in silence, or a typical slip. */
export const standings = ['canonical', 'accepted', 'wrong'] as const;
export type Standing = (typeof standings)[number];

/** A title that names a part of a report. */
export interface PartTitle extends Provenance {
  /** Without blanks, number and end punctuation: 心得與建議. */
  readonly text: string;
  readonly part: PartId;
  readonly standing: Standing;
}

/**
 * What a word does in a title that is put together of several.
 * - `mission`: the kind of a mission, in front of the name of a part: 考察 in 考察目的
 * - `ending`: the name of a part that such a title may end in
 * - `lead`: says nothing of which part it is: 本次, 計畫; `meeting-lead`: makes 過程 and the like those of a meeting
 * - `whole`, `led`, `joined`: names a part by itself, behind a lead only, and only together with another
 * - `event`: a title that ends so is that of an event: 研討會; `account`: what is told of it: 紀要
 * - `visit`: a title that begins so is that of a visit: 拜會
 */
export const titleRoles = [
  'mission', 'ending', 'lead', 'meeting-lead', 'whole', 'led', 'joined', 'event', 'account', 'visit',
] as const; // prettier-ignore
export type TitleRole = (typeof titleRoles)[number];

export const coverFieldIds = [
  'agency', // 服務機關
  'name-and-title', // 姓名職稱
  'name', // 姓名 (older forms)
  'position', // 職稱 (older forms)
  'destination', // 派赴國家/地區
  'period', // 出國期間
  'report-date', // 報告日期
  'category', // 出國類別
] as const;
export type CoverFieldId = (typeof coverFieldIds)[number];

/**
 * - `mission`, `occasion`: what a label is about, the mission or the meeting; `ending`: what it asks for
 * - `bare`: a whole label that says of neither: 地點
 */
export const coverLabelRoles = ['mission', 'occasion', 'ending', 'bare'] as const;

/** What a label speaks of: the mission, the meeting attended, or it does not say. */
export type CoverLabelSubject = 'mission' | 'occasion' | 'unsaid';

export interface CoverLabel extends Provenance {
  /** Without blanks: 派赴國家／地區. */
  readonly text: string;
  readonly field: CoverFieldId;
  /** Days and places of the meeting, or of who knows what, are those of the mission only where the cover has no others. */
  readonly of: CoverLabelSubject;
}

/** What a cover must hold: the field and the older fields that stand for it together. */
export interface CoverRequirement {
  readonly field: CoverFieldId;
  /** The label to write when it is missing. */
  readonly label: string;
  /** Sets of other fields, each of which does instead: 姓名 and 職稱 for 姓名職稱. */
  readonly insteadOf: readonly (readonly CoverFieldId[])[];
}

export interface ProfilePart {
  readonly part: PartId;
  /** The title to write when it is missing: 心得及建議. */
  readonly title: string;
  readonly required: boolean;
  /** How grave it is that this part is missing, where that is not what the profile says of all of them. */
  readonly missingPart: Profile['missingPart'] | undefined;
  /** Sets of other parts, each of which does instead: 行程 and 出席會議情形 for 過程. */
  readonly insteadOf: readonly (readonly PartId[])[];
  /** What the part must hold, for hovers and completion. */
  readonly holds: { readonly 'zh-TW': string; readonly en: string };
  /** The article that asks for it. */
  readonly source: string;
}

export const profileIds = [
  'conference', 'central', 'council', 'taoyuan', 'taipei-a', 'taipei-b', 'taichung', 'kinmen', 'local', 'university', 'school',
  'state-firm', 'nstc-conference', 'digest',
] as const; // prettier-ignore
export type ProfileId = (typeof profileIds)[number];

export interface Profile extends Provenance {
  readonly id: ProfileId;
  readonly name: { readonly 'zh-TW': string; readonly en: string };
  /** In the order the body must have. */
  readonly parts: readonly ProfilePart[];
  /** In the order the cover must have. */
  readonly cover: readonly CoverRequirement[];
  /** Whether a cover of this form is asked for; where none is, its items are only offered. */
  readonly coverAsked: boolean;
  readonly categories: readonly string[];
  /** Han characters of 摘要: `undefined` where the profile sets no bounds. */
  readonly abstractLength: { readonly min: number; readonly max: number; readonly tolerance: number } | undefined;
  /** Fewer Han characters of prose than this make a section thin. */
  readonly thinSection: number;
  /**
   * Categories (of `categories`) for which 摘要 (提要) alone does: 其他 in 臺中市. `requiredPartsOf` of `profiles.ts`
   * reads it.
   */
  readonly digestOnlyFor: readonly string[];
  /** Families of the rules that judge such a report; empty for all. */
  readonly families: readonly string[];
  /** How grave it is that a required part is missing: `error` only where a form says that it must be there. */
  readonly missingPart: 'error' | 'warning';
  /** When the report is due; undefined where no rule says so. */
  readonly deadline: Deadline | undefined;
  /** Fewest suggestions the rules of the agency ask for. */
  readonly leastRecommendations: number;
  /** Words in the name of an agency on the cover that speak for this profile: 桃園市. */
  readonly agencies: readonly string[];
  /**
   * Categories that speak for this profile where no agency speaks for another and no chapter tells of a meeting: a
   * 考察 has none to tell of.
   */
  readonly usualFor: readonly string[];
}

/** When a report is due, counted from the return. */
export interface Deadline {
  readonly months: number;
  /** Whether the months are counted from the day of the return or from the day after (翌日). */
  readonly from: 'return' | 'day-after';
  /** Whether an end on a day off moves to the next working day. */
  readonly rollsForward: boolean;
}

// ---------------------------------------------------------------------------------------------- the finished report

/** What is to be known of how a finished report looks, in the order of `reportForm.tsv`. */
export const formMeasures = [
  'page.width', 'page.height', 'margin.top', 'margin.right', 'margin.bottom', 'margin.left',
  'font.han', 'font.latin', 'font.hanSubstitutes',
  'size.kindLine', 'size.title', 'size.field', 'size.body', 'size.table', 'size.footnote', 'size.headings', 'size.frontTitle',
  'spacing.line', 'indent.firstLine',
] as const; // prettier-ignore
export type FormMeasure = (typeof formMeasures)[number];

/** How a finished report looks. Sizes are in points, lengths in millimetres. */
export interface ReportForm {
  readonly page: { readonly width: number; readonly height: number };
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly fonts: {
    /** For Han characters and full-width marks. */
    readonly han: string;
    /** For Latin letters and digits. */
    readonly latin: string;
    /** What stands in for `han` where a machine lacks it, the likeliest first. */
    readonly hanSubstitutes: readonly string[];
  };
  readonly sizes: {
    readonly kindLine: number;
    readonly title: number;
    readonly field: number;
    readonly body: number;
    readonly table: number;
    readonly footnote: number;
    /** By level, the outermost first; deeper levels have the last one. */
    readonly headings: readonly number[];
    /** The titles of 摘要 and 目次. */
    readonly frontTitle: number;
  };
  /** Height of a line of the body, as a multiple of its size. */
  readonly lineSpacing: number;
  /** First line of a paragraph, in widths of a character. */
  readonly firstLineIndent: number;
}

// --------------------------------------------------------------------------------------------- forums and meetings

/** The forums whose members are known; `none` is a report of a bilateral visit or of an event without members. */
export const forumIds = ['apec', 'wto', 'oecd', 'none'] as const;
export type ForumId = (typeof forumIds)[number];

export interface Forum extends Provenance {
  readonly id: ForumId;
  /** Names under which a report speaks of it: 亞太經濟合作, APEC. */
  readonly names: readonly string[];
  /** What the forum calls its members, the usual word first: 會員 and 經濟體 in APEC, 會員國 in OECD. */
  readonly memberTerms: readonly string[];
  /** Whether its reports call the roll: who of all members was present and who was absent. */
  readonly callsRoll: boolean;
  /** The members by code, with the year of their accession. */
  readonly members: ReadonlyMap<EconomyCode, number>;
}

/**
 * The meetings of a host year that reports are about, in the order of the year; ministers of one field meet between the
 * second and the last meeting of senior officials.
 */
export const apecEvents = [
  'ISOM', 'SOM1', 'SOM2', 'MRT', 'TMM', 'SOM3', 'FMM', 'CSOM', 'AMM', 'AELM',
] as const; // prettier-ignore

/** A meeting of an APEC host year. */
export interface ApecMeeting extends Provenance {
  /** The host year, which ISOM may precede: ISOM of 2022 was held in December 2021. */
  readonly year: number;
  readonly host: ApecCode;
  /** The meeting by its acronym. */
  readonly event: (typeof apecEvents)[number];
  readonly place: { readonly 'zh-TW': string; readonly en: string };
  /** First day, ISO 8601; `2026-08` where only the month is known, undefined where nothing is. */
  readonly from: string | undefined;
  /** Last day, ISO 8601; undefined where it is not known. */
  readonly to: string | undefined;
  readonly mode: 'in-person' | 'virtual' | 'cancelled';
}

// -------------------------------------------------------------------------------------------------------- phrases

/**
 * What a phrase of running text tells a rule.
 * - `present`, `absent`, `member`, `silent`: who was in the room; `delegation`: who went for us; `statement`: that we
 *   spoke; `discussion`: what was dealt with; `held`: a date beside it may be the meeting's
 * - `time-of-day`, `at-most`, `at-least`: what a figure beside it is
 * - `formal-meeting`, `informal-event`: what a title names; `itinerary-event`: a line of 行程 so named is an event;
 *   `internal-meeting`: a meeting that needs no section; `other-subject`: a report that is not of APEC
 * - `speech`: what somebody in the room does; `outside-the-room`: before a name, it does so elsewhere; `guest`: the
 *   sentence says that somebody is one
 * - `about-the-name`: the clause speaks of a name, most often to object to it; `countries-at-large`: of countries outside
 *   the forum; `of-another-body`: before a word for members, they are those of something else
 * - `institution`: a name that goes on so is an institution's
 * - `introduces-acronym`, `ends-full-name`: before an acronym; `before-proper-name`, `behind-proper-name`: beside one that is
 *   part of a name; `behind-software`: it is of software, or of what works by it; `ends-body-name`: names of bodies and laws; `before-name`: behind it a name begins
 * - `begins-other-list`: another list follows
 * - `suggestion`: an item asks that something be done; `measure`: an item that begins so does too
 * - `online`: what a cover says of a meeting that nobody went abroad for
 * - `may-meet-itself`: a noun that may stand twice where one phrase ends and the next begins; `never-meets-itself`: a word
 *   that does not, whatever the author meant
 * - `concept`: one of the words that one foreign word is put into; `standsFor` is the first of them
 * - `word-of-a-name`: the same for a word in the name of a foreign body or treaty
 * - `other-name`: a name of a country that has several, with the one that is written in full
 * - `numeral-in-word`: a word of which a numeral is part, and which no figure may stand in
 * - `recorded`: what records are kept of; `of-computer-network`: behind 網絡, only a net of computers has it
 * - `city`: where trips go; `standsFor` is its economy
 * - `everyday-acronym`: one of the table of acronyms that every reader of such reports knows
 * - `other-calendar`: a date behind it is not of ours
 * - `visit`, `study`, `travel`: what we do abroad; `gathering`: what people meet at; `us`: who went
 * - `rise`, `fall`: what a quantity does; `total`: before a sum; `holding`: before what something is made of;
 *   `one-by-one`: that several go each with its own
 * - `gap`: what lies between two figures, `balance`: between what comes in and what goes out, `saved-or-lost`: between what
 *   was planned and what came; `beside-a-change`: an adverb of these
 * - `over`, `under`: before a figure, on which side of it the quantity lies; `benchmark`: what a figure is held against;
 *   `on-paper`: a figure may be another in truth; `some`: it is of a part; `in-truth`: an adverb before the next one;
 *   `currency`: one of others; `that-is`: between a figure and what it makes; `points-back`: to what was told before
 * - `quantity`, `money`: what a figure is of; `paid-by`: who bears a part of it; `added-or-off`: it is more or less than told;
 *   `left-over`: what the parts leave; `overlapping`: they are no parts; `achieved`, `missed`: what became of some and of the
 *   others; `one-part`, `other-part`: two that make a whole, `standsFor` is by what they divide it; `rank-or-flaw`: of these less may be more
 * - `countable`: what a list is a list of; `epithet`: an adjective of it; `ends-no-item`: behind it no list ends;
 *   `learned`: what a report ends with; `of-this-report`: it speaks of itself; `puts-forward`: what it does with its
 *   suggestions; `others-at-meeting`: whose suggestions they may be; `place-visited`: how the title of a section on one ends
 * - `contest`, `course`: what has a number beside meetings; `office`: what has a term of office; `deals-with`, `agenda`: what a
 *   meeting does, and with what; `of-another-session`: that a number is of one
 * - `earlier`, `later`, `planned`: that something is not of this mission's days
 * - `document`: the last word of the name of a plan or rule
 * - around 紀錄 and 記錄: `auxiliary`: only a verb is behind; `carefully`, `in-a-manner`, `tool`: how it is done;
 *   `recorded-thing`: its object; `medium`: where it is put down; `has-records`: whose or what records they are;
 *   `keeps-record`, `done-with-records`: what is done with them; `followed`: what one goes by
 * - 質量: `has-quality`, `quality-told`, `beside-quality`, `raises`; 網絡: `before-network`, `in-network`,
 *   `other-network`; `mainland-place`: a name of a body there begins so
 * - of an agency: `of-history`, `lately`: which time is told of; `issued`: a document of it; `at-home`, `only-ours`,
 *   `asks-agency`, `our-mission`, `funding`: that it is ours
 * - of names: `named-body`, `title-end`: the last word; `name-end`: that of long ones alone; `may-be-left-out`: one in the midst; `before-term`: behind it a term
 *   begins; `of-courts`: what courts do; `ticked`: what is done with a box
 * - `mission-without-meetings`, `category`: what a category on the cover says; `standsFor` is the category of the rules;
 *   `category-of-other`: what many reports name there that is of no other
 * - `of-this-trip`: the clause tells of this journey; `journey`: a word for it; `length-of-time`: before how long it was;
 *   `of-an-offer`: of another one; `stay`, `reception`: what is done on the spot, by us and for us; `between-journeys`: between
 *   two journeys; `opening`: what begins on a date; `late-in-the-day`: when a journey may go on
 * - `legal-act`, `has-own-date`, `paperwork`: what has a day of its own; `happening`, `government`: others act;
 *   `carry-out`: is to be done by then; `aim`: some day; `rescheduled`: the day was another before
 * - `our-calendar`: before a year, which calendar it is of
 * - `colleague`, `leader`: who of an agency goes; `leader-of-body`: of a body that stays; `from-outside`,
 *   `other-traveller`, `not-alone`: those who went are not, or not all, of the agency
 * - `passing-through`: only planes are changed there; `goods`: they go there, nobody else
 * - `seminar`: a meeting that is none of a body; `those-there`: what a title says of who came; `together`: they do one thing
 * - `section-tells`: the last word of a title that says what its section tells; `ends-title`: another of these;
 *   `tells-again`: one of them that adds nothing to a title;
 *   `data-title`: a section of such a title holds a few words; `kind-of-session`, `session`: what a programme has again and again
 * - `some-of-them`: before the word for members, whose they are is not said; `that-time`: the sentence tells of the past
 * - `calls-so`: somebody is called something; `objects-to`: that is refused or asked for; `seat-sign`: what shows who sits
 *   where; `presents`: before 臺灣, we tell of ourselves; `of-province`: behind 臺灣省, it is the administration of that name
 * - `abbreviation-list-title`: the title of a report's own list of abbreviations.
 * - `begins-body-name`: names of bodies begin so; `kind-of-thing`: and names of bodies, texts and things end so; `behind-code`: what is called by a number
 * - `links`: a paragraph that begins so goes on with the one before; `announces-list`: items follow
 * - `thanks`, `empty-talk`: a clause that asks for nothing; `keeps-on` with `heeds` is one too; `undertakes`: it does
 */
export const phraseUses = [
  'present', 'absent', 'member', 'delegation', 'statement', 'discussion', 'held', 'silent', 'time-of-day', 'at-most',
  'at-least', 'formal-meeting', 'informal-event', 'itinerary-event', 'internal-meeting', 'other-subject', 'speech',
  'outside-the-room', 'guest', 'about-the-name', 'countries-at-large', 'of-another-body', 'institution',
  'introduces-acronym', 'ends-full-name', 'behind-proper-name', 'behind-software', 'before-proper-name', 'ends-body-name', 'before-name', 'begins-other-list',
  'suggestion', 'measure', 'mission-without-meetings', 'category', 'category-of-other', 'online', 'may-meet-itself', 'never-meets-itself',
  'concept', 'word-of-a-name', 'numeral-in-word', 'other-calendar', 'other-name', 'everyday-acronym',
  'recorded', 'of-computer-network', 'city', 'visit', 'study', 'travel', 'gathering', 'rise', 'fall', 'total', 'holding', 'one-by-one',
  'gap', 'balance', 'saved-or-lost', 'beside-a-change',
  'currency', 'over', 'under', 'benchmark', 'on-paper', 'some', 'that-is', 'points-back', 'in-truth', 'quantity', 'money',
  'paid-by', 'added-or-off', 'left-over', 'overlapping', 'achieved', 'missed', 'one-part', 'other-part', 'rank-or-flaw', 'countable',
  'epithet', 'ends-no-item', 'learned', 'of-this-report', 'puts-forward', 'others-at-meeting', 'place-visited',
  'contest', 'course', 'office', 'deals-with', 'agenda', 'of-another-session',
  'us', 'earlier', 'later', 'planned', 'document',
  'auxiliary', 'carefully', 'in-a-manner', 'tool', 'recorded-thing', 'has-records', 'keeps-record', 'followed',
  'done-with-records', 'medium', 'has-quality', 'quality-told', 'beside-quality', 'raises', 'before-network',
  'in-network', 'other-network', 'mainland-place', 'of-history', 'lately', 'issued', 'at-home', 'asks-agency',
  'only-ours', 'our-mission', 'funding', 'named-body', 'may-be-left-out', 'title-end', 'name-end', 'of-courts', 'before-term',
  'ticked',
  'of-this-trip', 'legal-act', 'stay', 'reception', 'happening', 'government', 'carry-out', 'rescheduled', 'has-own-date',
  'of-an-offer', 'length-of-time', 'journey', 'paperwork', 'between-journeys', 'opening', 'late-in-the-day', 'our-calendar', 'passing-through', 'goods', 'colleague', 'leader', 'leader-of-body', 'from-outside', 'other-traveller', 'not-alone', 'aim',
  'seminar', 'those-there', 'section-tells', 'tells-again', 'together', 'some-of-them', 'that-time', 'calls-so', 'objects-to', 'seat-sign',
  'presents', 'of-province', 'begins-body-name', 'kind-of-thing', 'behind-code', 'links', 'announces-list', 'kind-of-session',
  'session', 'ends-title', 'data-title', 'thanks', 'empty-talk', 'keeps-on', 'heeds', 'undertakes',
  'abbreviation-list-title',
] as const; // prettier-ignore
export type PhraseUse = (typeof phraseUses)[number];

/** What one character is taken for another by. */
export const confusions = ['same-sound', 'near-sound', 'shape', 'sound-and-shape', 'swapped'] as const;
export type Confusion = (typeof confusions)[number];

/** Why one word is written for another. */
export const typoReasons = [...confusions, 'habit'] as const;
export type TypoReason = (typeof typoReasons)[number];
