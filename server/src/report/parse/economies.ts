/** How a report names each economy. */
import type { EconomyCode, NameRow } from '../../knowledge/types';
import { shifted } from '../../text/span';
import type { EconomyNames, EconomyNaming, LineName } from '../model/economies';
import type { Line } from '../model/line';
import type { EconomyForm, EconomyIndex } from '../model/mentions';

/** How `lines` name each economy. */
export function economyNamesOf(lines: readonly Line[]): EconomyNames {
  const byRow = new Map<NameRow, { readonly row: NameRow; readonly mentions: LineName[] }>();
  lines.forEach((unit, order) => {
    for (const { row, quoted, start, end } of unit.names) {
      if (row.kind !== 'name' || quoted) continue;
      const mention = { unit, order, row, quoted, start, end };
      const known = byRow.get(row);
      if (known) known.mentions.push(mention);
      else byRow.set(row, { row, mentions: [mention] });
    }
  });
  const names = new Map<EconomyCode, EconomyNaming[]>();
  for (const naming of byRow.values()) {
    const code = naming.row.economy!;
    const known = names.get(code);
    if (known) known.push(naming);
    else names.set(code, [naming]);
  }
  return names;
}

/** `names` with offsets in the text, in which `startOf` tells where a line begins. */
export function placedEconomies(names: EconomyNames, startOf: (line: Line) => number): EconomyIndex {
  const forms = new Map<EconomyCode, readonly EconomyForm[]>();
  for (const [code, namings] of names)
    forms.set(
      code,
      namings.map(({ row, mentions }) => {
        const [first] = mentions;
        return { row, count: mentions.length, first: shifted(first!, startOf(first!.unit)) };
      }),
    );
  return { forms };
}
