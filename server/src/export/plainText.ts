/** Text that may stand in XML 1.0: what may not is left out, and half a surrogate pair becomes U+FFFD. */

// eslint-disable-next-line no-control-regex -- they are what is looked for
const unfit = /[\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g; // prettier-ignore

/** `text` fit for XML. Tabs and line ends stay. */
export function plainText(text: string): string {
  return text.replace(unfit, (unit) => (unit >= '\ud800' && unit <= '\udfff' ? '\ufffd' : ''));
}

/** `text` as the content of an element or of an attribute in double quotes, in XML and in HTML. */
export function escaped(text: string): string {
  return plainText(text).replace(/[&<>"]/g, (mark) =>
    mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : '&quot;',
  );
}
