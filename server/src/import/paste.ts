/** What is pasted from Word, LibreOffice or a browser, as text of a report. */
import { readHtml } from './html';
import { reportTextOf } from './reportText';

/** Programs that write documents say so in what they put onto the clipboard. */
const ofDocuments = ['microsoft word', 'libreoffice', 'openoffice', 'mso-', 'class=mso', 'class="mso', '<table', '<ol', '<ul', '<h1', '<h2', '<h3', '<h4']; // prettier-ignore

/**
 * The pasted words as text of a report; undefined where they have no form that a report could have.
 * @param html as the clipboard has it
 * @param report where it is pasted: its footnotes keep their numbers, those of the paste go on behind them
 * @param plain the same words without looks
 */
export function pastedText(html: string, report = '', plain = ''): string | undefined {
  const written = html.toLowerCase();
  if (!ofDocuments.some((sign) => written.includes(sign))) return undefined;
  const last = [...report.matchAll(/\[\^(\d{1,4})\]/g)].reduce((most, [, label]) => Math.max(most, Number(label)), 0);
  const text = reportTextOf(readHtml(html, plain), '', false, last + 1).text.trimEnd();
  return text.trim() === '' ? undefined : text;
}
