import type { AcronymUsage } from '../../report/model/acronyms';
import type { Line, Place } from '../../report/model/line';
import { lineAt } from '../../report/model/lines';
import type { AcronymHit } from '../../report/model/lines';
import type { Report } from '../../report/model/report';
import { isInBodyName } from '../../report/queries/bodyNames';
import type { Span } from '../../text/span';
import type { Glossary } from '../engine/glossary';
import { fixesOfEdits, relatedPlaces } from '../engine/occurrences';
import type { ReportDiscovery, ReportRule, RuleFix, UnitNote } from '../engine/rule';
import { conceptWordsOn, renamedTerms } from './glossedTerms';
import type { ConceptWord } from './glossedTerms';
import { givenTermsOn, nearTerms } from './nearTerms';
import type { GivenTerm } from './nearTerms';
import { foreignTermsOn, twiceNamed } from './sameGloss';
import type { ForeignTerm } from './sameGloss';
import { chosenTermsOn } from './shortNames';
import type { ChosenTerm } from './shortNames';
import { wordNotes } from './words';

/** Words that stand for a concept. */
interface Form extends Span {
  readonly kind: 'term' | 'acronym' | 'joined-acronyms';
  readonly form: string;
  /** What it means: the usual term, or the acronyms without plural and order. */
  readonly concept: string;
}

type FormPlace = Form & Place;

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

/** The acronyms of a line, several that slashes join as one. */
function acronymsOn({ text, facts: { acronyms } }: Line): readonly Form[] {
  const found: Form[] = [];
  for (let i = 0; i < acronyms.length;) {
    const { start, quoted, defines } = acronyms[i]!;
    const size = joined(text, acronyms, i);
    const { end } = acronyms[i + size - 1]!;
    i += size;
    if (quoted || defines) continue;
    const form = text.slice(start, end);
    const concept = form
      .split('/')
      .map(singular)
      .sort((one, other) => (one < other ? -1 : 1))
      .join('/');
    found.push({ kind: size > 1 ? 'joined-acronyms' : 'acronym', form, concept, start, end });
  }
  return found;
}

const terms = wordNotes(['term']);

function formsOn(line: Line): readonly Form[] {
  const own = terms.read(line).filter(({ end }) => !isInBodyName(line.text, end));
  const found = own.map(({ row, start, end }): Form => {
    return { kind: 'term', form: row.text, concept: row.preferred, start, end };
  });
  return [...found, ...acronymsOn(line)];
}

/** The acronyms that the report writes both with and without a plural. */
function mixedPlurals(acronyms: AcronymUsage): ReadonlySet<string> {
  const mixed = new Set<string>();
  for (const acronym of acronyms.keys()) {
    const one = singular(acronym);
    if (one !== acronym && acronyms.has(one)) mixed.add(acronym).add(one);
  }
  return mixed;
}

/** The forms of each concept, in the order of the text. */
function byConcept(forms: readonly FormPlace[]): ReadonlyMap<string, readonly FormPlace[]> {
  const concepts = new Map<string, FormPlace[]>();
  for (const form of forms) {
    const known = concepts.get(form.concept);
    if (known) known.push(form);
    else concepts.set(form.concept, [form]);
  }
  return concepts;
}

/**
 * Reports the forms of one concept as one finding: the most frequent one stands, all others are to follow it.
 * @param preferred the form that wins where it is as frequent as another
 */
function findMixed(uses: readonly FormPlace[], preferred: string, find: (discovery: ReportDiscovery) => void): void {
  const counts = new Map<string, number>();
  for (const { form } of uses) counts.set(form, (counts.get(form) ?? 0) + 1);
  if (counts.size < 2) return;
  let usual = preferred;
  for (const [form, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = form;
  const others = uses.filter(({ form }) => form !== usual);
  const [first, ...rest] = others;
  if (!first) return;
  const formOf = ({ form }: Form): { readonly form: string } => ({ form });
  const usualPlace = uses.filter(({ form }) => form === usual).slice(0, 1);
  find({
    message: 'mixed',
    params: { form: first.form, usual, forms: [...counts.keys()].join('、') },
    unit: first.unit,
    start: first.start,
    end: first.end,
    related: [...relatedPlaces(rest, 'other', formOf), ...relatedPlaces(usualPlace, 'other', formOf)],
    fixes: () => unified(others, usual),
  });
}

/** The fixes that write `usual` at all `places`, or at one of them. */
function unified(places: readonly Place[], usual: string): readonly RuleFix<Place>[] {
  return fixesOfEdits(
    places.map(({ unit, start, end }) => ({ unit, start, end, text: usual })),
    { title: 'unify', params: { usual }, safety: 'review' },
  );
}

/** Reports the spellings that the folder's glossary replaces, each once: they may be any words. */
function findOwn(report: Report, variants: Glossary['variants'], find: (discovery: ReportDiscovery) => void): void {
  for (const [preferred, forms] of variants)
    for (const form of forms) {
      const places = placesOf(report, form, preferred);
      const [first, ...rest] = places;
      if (!first) continue;
      find({
        message: 'own',
        params: { form, preferred, count: places.length },
        severity: 'warning',
        ...first,
        related: relatedPlaces(rest, 'other', () => ({ form })),
        fixes: () => unified(places, preferred),
      });
    }
}

/** Reports where the report goes by the name that it has not chosen. */
function findOther(
  report: Report,
  { unit, note: { other, usual, start, end } }: UnitNote<'line', ChosenTerm>,
  find: (discovery: ReportDiscovery) => void,
): void {
  const from = report.units.startOf(unit);
  const places = placesOf(report, other, usual).filter((at) => at.end <= from + start || from + end <= at.start);
  const [first, ...rest] = places;
  if (!first) return;
  find({
    message: 'mixed',
    params: { form: other, usual, forms: `${usual}、${other}` },
    ...first,
    related: relatedPlaces([...rest, { unit, start, end }], 'other', () => ({ form: other })),
    fixes: () => unified(places, usual),
  });
}

/** The places of `form` outside of quotations and code that are not part of `preferred` itself. */
function placesOf(report: Report, form: string, preferred: string): readonly Place[] {
  const { text, lines, units } = report;
  const places: Place[] = [];
  const inside = preferred.indexOf(form);
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
    if (inside >= 0 && text.startsWith(preferred, at - inside)) continue;
    const index = lineAt(lines, at);
    const line = units.lines[index]!;
    if (line.inQuotation(at - lines.starts[index]!)) continue;
    places.push({ unit: report, start: at, end: at + form.length });
  }
  return places;
}

export const rule: ReportRule<Form | ConceptWord | GivenTerm | ForeignTerm | ChosenTerm> = {
  per: 'report',
  notes: {
    per: 'line',
    read: (line) => [
      ...formsOn(line),
      ...conceptWordsOn(line),
      ...givenTermsOn(line),
      ...foreignTermsOn(line),
      ...chosenTermsOn(line.text),
    ],
  },
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
  check: (report, notes, { glossary, speller }, find) => {
    if (glossary.variants.size > 0) findOwn(report.whole, glossary.variants, find);
    const forms: FormPlace[] = [];
    const conceptWords: UnitNote<'line', ConceptWord>[] = [];
    const given: UnitNote<'line', GivenTerm>[] = [];
    const foreign: UnitNote<'line', ForeignTerm>[] = [];
    for (const { unit, note } of notes)
      if (note.kind === 'concept-word') conceptWords.push({ unit, note });
      else if (note.kind === 'given-term') given.push({ unit, note });
      else if (note.kind === 'foreign-term') foreign.push({ unit, note });
      else if (note.kind === 'chosen-term') findOther(report.whole, { unit, note }, find);
      else forms.push({ unit, ...note });
    const renamed = [...renamedTerms(conceptWords), ...twiceNamed(foreign)];
    const told = new Set(renamed.map(({ form }) => form));
    const near =
      given.length === 0 ? [] : nearTerms(report.whole, given, speller).filter(({ form }) => !told.has(form));
    for (const { place, form, usual, first } of [...renamed, ...near])
      find({
        message: 'mixed',
        params: { form, usual, forms: `${usual}、${form}` },
        ...place,
        related: relatedPlaces([first], 'other', () => ({ form: usual })),
        fixes: () => unified([place], usual),
      });
    const mixed = mixedPlurals(report.acronyms);
    const counts = ({ kind, form }: Form): boolean => kind !== 'acronym' || mixed.has(form);
    for (const [concept, uses] of byConcept(forms.filter(counts))) findMixed(uses, concept, find);
  },
};
