/** Texts that a person reads, in both languages. */

export type Locale = 'zh-TW' | 'en';

/** A text in both languages. `{name}` stands for the parameter of that name. */
export interface Message {
  readonly 'zh-TW': string;
  readonly en: string;
}
export type Parameters = Readonly<Record<string, string | number>>;

/**
 * The words of `message` in `locale`, each `{name}` replaced by the parameter of that name. A name without a parameter
 * stays as it is: a message that shows its gap is better than none.
 */
export function render(message: Message, params: Parameters | undefined, locale: Locale): string {
  const template = message[locale];
  if (!params) return template;
  let words = '';
  let from = 0;
  for (let open = template.indexOf('{'); open >= 0; open = template.indexOf('{', open + 1)) {
    const close = template.indexOf('}', open);
    if (close < 0) break;
    const name = template.slice(open + 1, close);
    if (!Object.hasOwn(params, name)) continue;
    words += template.slice(from, open) + String(params[name]);
    from = close + 1;
    open = close;
  }
  return words + template.slice(from);
}
