/** The fields of forms in ODF files: what was chosen, ticked or written. */
import { tickBox } from './symbols';
import { childrenOf, descendantsOf, wordsIn } from './xml';
import type { XmlElement } from './xml';

/**
 * What a field that came from one of Word's older forms shows: its box, or the entry that was chosen.
 * @param field the field:fieldmark
 */
export function fieldMarkValue(field: XmlElement): string {
  const parameters = childrenOf(field, 'field:param').map(({ attributes }) => [attributes['field:name'], attributes['field:value'] ?? ''] as const); // prettier-ignore
  const valuesOf = (wanted: string): readonly string[] =>
    parameters.filter(([name]) => name === wanted).map(([, value]) => value);
  const type = field.attributes['field:type'] ?? '';
  if (type.endsWith('.FORMCHECKBOX')) return tickBox(valuesOf('Checkbox_Checked')[0] === 'true');
  return valuesOf('Dropdown_ListEntry')[Number(valuesOf('Dropdown_Selected')[0] ?? 0)] ?? '';
}

/** The controls of the forms in `root` by their ids. */
export function controlsIn(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const controls = new Map<string, XmlElement>();
  for (const forms of descendantsOf(root, 'office:forms'))
    for (const control of elementsInside(forms)) {
      const id = control.attributes['xml:id'] ?? control.attributes['form:id'];
      if (id !== undefined) controls.set(id, control);
    }
  return controls;
}

function* elementsInside(parent: XmlElement): Generator<XmlElement> {
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* elementsInside(child);
  }
}

/** What a control shows; undefined for one that can't be read so, as a picture or a table of a database. */
export function controlValue(control: XmlElement): string | undefined {
  const { name, attributes } = control;
  const label = attributes['form:label'] ?? '';
  switch (name) {
    case 'form:checkbox':
      return tickBox((attributes['form:current-state'] ?? attributes['form:state']) === 'checked') + label;
    case 'form:radio':
      return tickBox((attributes['form:current-selected'] ?? attributes['form:selected']) === 'true') + label;
    case 'form:listbox':
      return childrenOf(control, 'form:option')
        .filter(({ attributes: own }) => (own['form:current-selected'] ?? own['form:selected']) === 'true')
        .map(({ attributes: own }) => own['form:label'] ?? '')
        .join('、');
    case 'form:text':
    case 'form:textarea':
    case 'form:combobox':
    case 'form:formatted-text':
    case 'form:number':
    case 'form:date':
    case 'form:time':
      return attributes['form:current-value'] ?? attributes['form:value'] ?? childrenOf(control, 'text:p').map(wordsIn).join(' '); // prettier-ignore
    case 'form:fixed-text':
    case 'form:button':
      return label;
    default:
      return undefined;
  }
}
