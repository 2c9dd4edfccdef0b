import { lineAt } from '../../report/lines';
import type { AcronymHit, LineFacts } from '../../report/lines';
import type { Report } from '../../report/model';
import type { LineRange } from '../../report/outline';
import { Trait } from '../../report/scan/traits';
import { ownCopy } from '../../text/ownCopy';
import type { Span } from '../../text/span';
import { acronymFacts } from '../acronyms/facts';
import { codeBlocksOf, isCode } from '../code';
import type { Glossary } from '../glossary';
import type { Discovery, Rule } from '../rule';
import { forEachNote, forEachNoteUnder } from '../lines';
import type { KeyedReader, LineReader } from '../lines';
import { forEachWord, inQuotation } from './words';

const mostRelated = 20;

interface Use extends Span {
  readonly form: string;
}

/** The forms of one concept, each with its places. */
type Forms = Map<string, Use[]>;

function put(concepts: Map<string, Forms>, concept: string, use: Use): void {
  let forms = concepts.get(concept);
  if (!forms) concepts.set(concept, (forms = new Map<string, Use[]>()));
  const uses = forms.get(use.form);
  if (uses) uses.push(use);
  else forms.set(use.form, [use]);
}

/** `FTAs` without its plural. */
function singular(acronym: string): string {
  return acronym.endsWith('s') && /^[A-Z]{2,}s$/.test(acronym) ? acronym.slice(0, -1) : acronym;
}

/** How many of `hits`, from the one at `from` on, a slash joins to each other. */
function joined(words: string, hits: readonly AcronymHit[], from: number): number {
  let count = 1;
  while (from + count < hits.length) {
    const { end } = hits[from + count - 1]!;
    if (hits[from + count]!.start !== end + 1 || words[end] !== '/') break;
    count++;
  }
  return count;
}

/** Acronyms that are written as one: a single one, or several joined by slashes. */
interface Written extends Span {
  readonly form: string;
  /** What it means without plural and order. */
  readonly concept: string;
}

/** The acronyms of a line, several joined by slashes as one; `several` says which of the two are asked for. */
function writtenIn(words: string, { acronyms }: LineFacts, several: boolean): readonly Written[] {
  const found: Written[] = [];
  for (let i = 0; i < acronyms.length;) {
    const { start, quoted, defines, text } = acronyms[i]!;
    const size = joined(words, acronyms, i);
    const { end } = acronyms[i + size - 1]!;
    i += size;
    if (quoted || defines || size > 1 !== several) continue;
    const form = several ? ownCopy(words.slice(start, end)) : text;
    const concept = form
      .split('/')
      .map(singular)
      .sort((one, other) => (one < other ? -1 : 1))
      .join('/');
    found.push({ form, concept, start, end });
  }
  return found;
}

const singles: KeyedReader<Written, string> = {
  lines: { holding: ['acronym'] },
  raw: true,
  read: (words, facts) => writtenIn(words, facts, false),
  keyOf: ({ form }) => form,
};

const groups: LineReader<Written> = {
  lines: { holding: ['acronym'] },
  raw: true,
  read: (words, facts) => writtenIn(words, facts, true),
};

/** The acronyms that the report writes both with and without a plural. */
function mixedPlurals(report: Report): ReadonlySet<string> {
  const mixed = new Set<string>();
  const { entries } = report.acronyms;
  for (const acronym of entries.keys()) {
    const one = singular(acronym);
    if (one !== acronym && entries.has(one)) mixed.add(acronym).add(one);
  }
  return mixed;
}

/** Acronyms of which the report mixes the numbers, and acronyms joined by slashes, by what they mean without plural and order. */
function acronymConcepts(report: Report): Map<string, Forms> {
  const mixed = mixedPlurals(report);
  const concepts = new Map<string, Forms>();
  const add = ({ form, concept, start, end }: Written, offset: number): void => {
    put(concepts, concept, { form, start: offset + start, end: offset + end });
  };
  forEachNote(report, groups, add);
  if (mixed.size > 0) forEachNoteUnder(report, singles, [...mixed], add);
  return concepts;
}

/** Reports the forms of one concept as one finding: the most frequent one stands, all others are to follow it. */
function findMixed(forms: Forms, preferred: string, find: (discovery: Discovery) => void): void {
  if (forms.size < 2) return;
  let usual = preferred;
  for (const [form, uses] of forms) if (uses.length > (forms.get(usual)?.length ?? 0)) usual = form;
  const others = [...forms.values()]
    .flat()
    .filter(({ form }) => form !== usual)
    .sort((a, b) => a.start - b.start);
  const [first, ...rest] = others;
  if (!first) return;
  find({
    message: 'mixed',
    params: { form: first.form, usual, forms: [...forms.keys()].join('、') },
    start: first.start,
    end: first.end,
    related: [...rest.slice(0, mostRelated), forms.get(usual)![0]!].map(({ form, start, end }) => ({
      message: 'other',
      params: { form },
      start,
      end,
    })),
    fixes: () => [
      {
        title: 'unify',
        params: { usual },
        safety: 'review',
        edits: others.map(({ form, start, end }) => ({ start, end, expected: form, text: usual })),
      },
    ],
  });
}

/** Reports the spellings that the folder's glossary replaces, each once. */
function findOwn(report: Report, { variants }: Glossary, find: (discovery: Discovery) => void): void {
  if (variants.size === 0) return;
  const blocks = codeBlocksOf(report);
  for (const [preferred, forms] of variants)
    for (const form of forms) {
      const places = placesOf(report, form, preferred, blocks);
      const [first, ...rest] = places;
      if (!first) continue;
      find({
        message: 'own',
        params: { form, preferred, count: places.length },
        severity: 'warning',
        start: first.start,
        end: first.end,
        related: rest
          .slice(0, mostRelated)
          .map(({ start, end }) => ({ message: 'other', params: { form }, start, end })),
        fixes: () => [
          {
            title: 'unify',
            params: { usual: preferred },
            safety: 'review',
            edits: places.map(({ start, end }) => ({ start, end, expected: form, text: preferred })),
          },
        ],
      });
    }
}

/** The places of `form` outside of quotations and code that are not part of `preferred` itself. */
function placesOf(report: Report, form: string, preferred: string, blocks: readonly LineRange[]): readonly Span[] {
  const { text, lines } = report;
  const places: Span[] = [];
  const inside = preferred.indexOf(form);
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
    if (inside >= 0 && text.startsWith(preferred, at - inside)) continue;
    if (inQuotation(text, at) || isCode(blocks, lineAt(lines, at))) continue;
    places.push({ start: at, end: at + form.length });
  }
  return places;
}

export const rule: Rule = {
  id: 'wording/term-variant',
  title: { 'zh-TW': '同一概念多種寫法', en: 'One concept under several names' },
  severity: 'hint',
  source: 'APEC 及國際經貿名詞對照（國際貿易署、外交部用語）；同一文件名詞宜統一',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    mixed: {
      'zh-TW': '「{form}」與「{usual}」指同一概念（全文有：{forms}），請統一。',
      en: '“{form}” and “{usual}” are one concept (the report has: {forms}); use one of them.',
    },
    own: {
      'zh-TW': '詞彙表訂為「{preferred}」，這裡寫作「{form}」（共 {count} 處）。',
      en: 'The glossary has 「{preferred}」, not 「{form}」 ({count} in all).',
    },
    other: { 'zh-TW': '這裡作「{form}」', en: 'Here it is “{form}”' },
    unify: { 'zh-TW': '統一為「{usual}」', en: 'Write “{usual}” throughout' },
  },
  // The folder's own terms may be any words.
  prose: ({ glossary }) =>
    glossary.variants.size > 0 ? undefined : { touching: ['term'], traits: Trait.Unpaired, around: 'near' },
  reads: [groups, acronymFacts],
  check: (report, { glossary }, find) => {
    findOwn(report, glossary, find);
    const terms = new Map<string, Forms>();
    forEachWord(report, ['term'], (row, start, end) => {
      put(terms, row.preferred, { form: row.text, start, end });
    });
    for (const [preferred, forms] of terms) findMixed(forms, preferred, find);
    for (const [preferred, forms] of acronymConcepts(report)) findMixed(forms, preferred, find);
  },
};
