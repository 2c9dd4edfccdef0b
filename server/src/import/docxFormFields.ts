/** The fields of forms made with Word: what was chosen, ticked or filled in. */
import { isOn, shownWords, valueOf, wholeNumber } from './docxElements';
import { tickBox } from './symbols';
import { childOf, childrenOf, descendantsOf } from './xml';
import type { XmlElement } from './xml';

/**
 * What a field of Word's older forms shows where no words of its own do: its box, the entry that was chosen, the words it
 * begins with; undefined for a field that is none of a form.
 * @param begin the w:fldChar with which it begins
 */
export function formFieldValue(begin: XmlElement): string | undefined {
  const data = childOf(begin, 'w:ffData');
  const box = childOf(data, 'w:checkBox');
  if (box) return tickBox(isOn(box, 'w:checked') ?? isOn(box, 'w:default') ?? false);
  const list = childOf(data, 'w:ddList');
  if (list) {
    const chosen = wholeNumber(valueOf(list, 'w:result') ?? valueOf(list, 'w:default')) ?? 0;
    return childrenOf(list, 'w:listEntry')[chosen]?.attributes['w:val'] ?? '';
  }
  const text = childOf(data, 'w:textInput');
  return text && (valueOf(text, 'w:default') ?? '');
}

/**
 * The box of a content control that is one, where its content does not show it; undefined where it does.
 * @param control the w:sdt
 */
export function controlBox(control: XmlElement): string | undefined {
  const box = childOf(childOf(control, 'w:sdtPr'), 'w14:checkbox');
  if (!box || !childrenOf(control, 'w:sdtContent').every(isWordless)) return undefined;
  const ticked = childOf(box, 'w14:checked')?.attributes['w14:val'] ?? '0';
  return tickBox(!['0', 'false', 'off'].includes(ticked));
}

/** Neither words nor a sign of a symbol font. */
function isWordless(element: XmlElement): boolean {
  return (
    shownWords(element).trim() === '' &&
    element.name !== 'w:sym' &&
    element.children.every((child) => typeof child === 'string' || isWordless(child))
  );
}

/** The runs in `root` that are prompts of controls nobody has filled in, each with its control. */
export function promptsIn(root: XmlElement): ReadonlyMap<XmlElement, XmlElement> {
  const prompts = new Map<XmlElement, XmlElement>();
  for (const control of descendantsOf(root, 'w:sdt'))
    if (isOn(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr') ?? false)
      for (const run of descendantsOf(control, 'w:r')) prompts.set(run, control);
  return prompts;
}
