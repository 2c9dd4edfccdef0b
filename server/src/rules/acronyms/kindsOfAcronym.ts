/** Acronyms for a class of things: 聯合聲明倡議（JSI）, of which each kind is another thing. */
import { acronymClassOf } from '../../knowledge/acronymKinds';
import type { AcronymClass } from '../../knowledge/acronymKinds';
import { trimBlanksEnd } from '../../text/characters';
import type { ReportDiscovery } from '../engine/rule';
import type { DefinedAcronym } from './definedAcronyms';
import { nameOf } from './fullName';

/** Which kind of its class the words before `end` name; -1 where they name none. */
function kindBefore(
  text: string,
  { kinds }: AcronymClass,
  end: number,
): { readonly kind: number; readonly start: number } {
  let to = trimBlanksEnd(text, Math.max(0, end - 4), end);
  if (text[to - 1] === '之' || text[to - 1] === '的') to--;
  let kind = -1;
  let start = to;
  kinds.forEach((words, index) => {
    for (const word of words) {
      if (to - word.length < start && text.startsWith(word, to - word.length)) {
        kind = index;
        start = to - word.length;
      }
    }
  });
  return { kind, start };
}

/** An acronym for a class of things that was given as one of them and then stands for another: 投資便捷化 JSI. */
export function checkClasses(entries: readonly DefinedAcronym[], find: (discovery: ReportDiscovery) => void): void {
  for (const { entry, definitions } of entries) {
    const { acronym, glossary } = entry;
    const known = definitions.length > 0 ? acronymClassOf(acronym) : undefined;
    const name = glossary[0]?.chinese;
    if (!known || name === undefined) continue;
    const meant = definitions.map((definition) => {
      // The name may have been read with or without the words for its kind.
      const nameEnd = definition.name.end - name.length;
      return kindBefore(
        definition.unit.text,
        known,
        nameOf(definition).endsWith(name) ? nameEnd : definition.name.start,
      );
    });
    const index = meant.findIndex(({ kind }) => kind >= 0);
    if (index < 0) continue;
    const first = definitions[index]!;
    const own = meant[index]!;
    for (const use of entry.occurrences) {
      const { unit, end } = use;
      const { kind, start } = kindBefore(unit.text, known, use.start);
      if (kind < 0 || kind === own.kind) continue;
      const kindWords = unit.text.slice(start, trimBlanksEnd(unit.text, start, use.start));
      find({
        message: 'class',
        params: { acronym, first: first.unit.text.slice(own.start, first.name.end), kind: kindWords, name },
        unit,
        start,
        end,
        related: [{ message: 'first', unit: first.unit, start: own.start, end: first.end }],
        fixes: () => [
          {
            title: 'writeOut',
            params: { name: kindWords + name },
            safety: 'review',
            edits: [{ unit, start, end, text: kindWords + name }],
          },
        ],
      });
      break;
    }
  }
}
