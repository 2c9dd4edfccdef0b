/** The files as LibreOffice opens and prints them: nothing to mend, nothing lost, the pages as the official form has them. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { docxOf } from '../../server/src/export/docx';
import { digestDocument, digestOf } from '../../server/src/export/digest';
import { odtOf } from '../../server/src/export/odt';
import { reviewForm } from '../../server/src/export/reviewForm';
import { printPdf } from '../../server/src/pdf/printPdf';
import { importReport } from '../../server/src/import/library';
import { parseReport } from '../../server/src/report/parse/parse';
import { assertSameReport } from '../unit/import/same';
import { documentIn, readingOf, realReports } from '../unit/export/reports';
import { convert, drawPages, fontsOf, pagesOf, wordsOf } from './office';
import { OfficeMissing, folder, prepareOffice } from './setup.mjs';

const today = { year: 2026, month: 3, day: 1 };
const files = path.join(folder, 'files');
/** The samples, and of the corpus the longest and some of other forms. */
const chosen =
  /^(?:clean|faults|from-pdf|central-antifraud-joint|apec-2025-mrt-long|central-oie-2003|wto-tpr-2025|taoyuan-dallas)\./;
const reports = realReports().filter(({ name }) => chosen.test(name)).map(({ name, text }) => ({ name: name.split('.')[0]!, text, document: documentIn(text) })); // prettier-ignore

const hanIn = (text: string): string[] => text.match(/\p{Script=Han}/gu) ?? [];
/** What is written of `wanted` that `there` lacks. */
function missingIn(wanted: readonly string[], there: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of there) counts.set(one, (counts.get(one) ?? 0) + 1);
  return wanted.filter((one) => {
    const left = counts.get(one) ?? 0;
    counts.set(one, left - 1);
    return left <= 0;
  });
}

/** Why nothing here can run on this machine; false where it can. */
function missing(): string | false {
  try {
    prepareOffice();
    return false;
  } catch (error) {
    if (!(error instanceof OfficeMissing)) throw error;
    console.log(error.message);
    return error.message;
  }
}

describe('finished files in LibreOffice', { skip: missing() }, () => {
  before(async () => {
    rmSync(files, { recursive: true, force: true });
    mkdirSync(files, { recursive: true });
    const made: string[] = [];
    for (const { name, document } of reports) {
      for (const [kind, bytes] of [
        ['odt', odtOf(document, new Map(), today)],
        ['docx', await docxOf(document, new Map(), today)],
      ] as const) {
        const file = path.join(files, `${name}-${kind}.${kind}`);
        writeFileSync(file, bytes);
        made.push(file);
      }
    }
    convert(made, 'pdf', files);
  });

  for (const { name, document } of reports)
    for (const kind of ['odt', 'docx'] as const) {
      const pdf = path.join(files, `${name}-${kind}.pdf`);
      test(`${name}.${kind}: every word is printed, in the fonts of the form, inside the margins`, () => {
        const pages = pagesOf(pdf);
        drawPages(pdf, path.join(files, `${name}-${kind}`));
        const front = (document.cover.length > 0 ? 1 : 0) + document.front.length;
        assert.ok(pages.length > front, `${pages.length} pages`);
        // Numbers that count are LibreOffice's own: they must be what the report has.
        assert.deepEqual(missingIn(hanIn(readingOf(document)), hanIn(pages.join(''))), []);
        const fonts = fontsOf(pdf);
        assert.ok(
          fonts.every((font) => /TW-Kai|Liberation|OpenSymbol|DejaVu/.test(font)),
          fonts.join(' '),
        );
        const { margins, page } = document.form;
        const limit = ((page.width - margins.right) * 72) / 25.4;
        // A mark at the end of a line may hang into the margin.
        const outside = wordsOf(pdf).filter(
          ({ right, left }) => right > limit + 14 || left < (margins.left * 72) / 25.4 - 2,
        );
        assert.deepEqual(outside, []);
      });

      test(`${name}.${kind}: pages are numbered from the body on`, () => {
        const pages = pagesOf(pdf);
        const front = (document.cover.length > 0 ? 1 : 0) + document.front.length;
        const foot = (page: string): string => page.trimEnd().split('\n').at(-1)!.trim();
        const first = pages.findIndex((page) => foot(page) === '1');
        assert.ok(first >= front - 1 && first <= front + 2, `the page numbered 1 is the ${first + 1}th`);
        pages.slice(first).forEach((page, index) => {
          assert.equal(foot(page), String(index + 1));
        });
      });
    }

  for (const { name, document } of reports) {
    const contents = document.front.find((part) => part.kind === 'contents');
    if (!contents) continue;
    // LibreOffice sets the pages of ODT anew; what it shows of DOCX is what the export has counted.
    for (const [kind, most] of [
      ['odt', 0],
      ['docx', 1],
    ] as const)
      test(`${name}.${kind}: 目次 says the pages on which the headings stand`, () => {
        const pages = pagesOf(path.join(files, `${name}-${kind}.pdf`));
        const squeezed = pages.map((page) => page.replace(/\s/g, ''));
        const foot = (page: string): string => page.trimEnd().split('\n').at(-1)!.trim();
        const bodyFrom = pages.findIndex((page) => foot(page) === '1');
        const table = squeezed.slice(0, bodyFrom).join('');
        for (const { title } of contents.entries) {
          const words = title.replace(/\s/g, '');
          const at = table.indexOf(words);
          const page = /^\.*(\d+)/.exec(table.slice(at + words.length))?.[1];
          assert.ok(at >= 0 && page !== undefined, `${title} has no page`);
          const around = squeezed.slice(
            Math.max(bodyFrom, bodyFrom + Number(page) - 1 - most),
            bodyFrom + Number(page) + most,
          );
          assert.ok(
            around.some((one) => one.includes(words)),
            `${title} is not on page ${page}`,
          );
        }
      });
  }

  /** A sentence that is cut by an empty line looks like a title when it is put together. */
  const cut = ['from-pdf'];
  describe('by way of LibreOffice', () => {
    const [there, back] = [path.join(files, 'there'), path.join(files, 'back')];
    before(() => {
      convert(reports.map(({ name }) => path.join(files, `${name}-docx.docx`)), 'odt', there); // prettier-ignore
      convert(reports.map(({ name }) => path.join(files, `${name}-odt.odt`)), 'docx', back); // prettier-ignore
    });
    for (const { name, text } of reports.filter((report) => !cut.includes(report.name)))
      for (const [from, to, folderOf] of [
        ['docx', 'odt', there],
        ['odt', 'docx', back],
      ] as const)
        // prettier-ignore
        test(`${name}.${from} becomes ${to}, and is the same report when it is imported`, () => {
          const { text: again } = importReport(readBytes(path.join(folderOf, `${name}-${from}.${to}`)), '圖', 'en');
          assertSameReport(parseReport(again), parseReport(text));
        });
  });

  test('the review form and the digest record have no empty page, and a long cover stays on one', async () => {
    const [{ text, document }] = reports as unknown as readonly [(typeof reports)[number]];
    const fields = digestOf(parseReport(text), document);
    const names = Array.from({ length: 9 }, (_, index) => `服務機關：經濟部能源署第${index}組`).join('\n');
    const long = documentIn(
      text.replace(/^服務機關：.*$/m, names).replace('出席 2025 年', `出席 2025 年${'亞太經濟合作'.repeat(9)}`),
    );
    for (const [name, made] of [
      ['record', digestDocument(fields, document)],
      ['form', reviewForm(fields, [], document)],
      ['long', long],
    ] as const) {
      writeFileSync(path.join(files, `${name}-docx.docx`), await docxOf(made, new Map(), today));
      writeFileSync(path.join(files, `${name}-odt.odt`), odtOf(made, new Map(), today));
    }
    const both = ['record', 'form', 'long'].flatMap((name) => [`${name}-docx`, `${name}-odt`]);
    convert(
      both.map((name) => path.join(files, `${name}.${name.split('-')[1]!}`)),
      'pdf',
      files,
    );
    for (const name of both) {
      const pages = pagesOf(path.join(files, `${name}.pdf`));
      assert.ok(
        pages.every((page) => /\p{Script=Han}/u.test(page)),
        `${name}: an empty page`,
      );
      if (name.startsWith('form')) assert.equal(pages.length, 1, `${name}: the signatures are on another sheet`);
      if (name.startsWith('long')) assert.match(pages[1]!, /摘\s*要/, `${name}: the cover takes more than a page`);
    }
  });

  test('the documents that LibreOffice brings along are read whole', () => {
    const templates = path.join(path.dirname(realpathSync(execFileSync('which', ['soffice'], { encoding: 'utf8' }).trim())), '../share/template'); // prettier-ignore
    const there = readdirSync(templates, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ott')).map((name) => path.join(templates, name)); // prettier-ignore
    assert.ok(there.length > 50, `${there.length} templates in ${templates}`);
    const texts = path.join(files, 'templates');
    convert(there, 'txt:Text (encoded):UTF8', texts);
    // Fields that say the day say another one here.
    const month = new Date().toLocaleString('en', { month: 'long' });
    for (const file of there) {
      const bytes = readFileSync(file);
      if (!('content.xml' in unzipSync(bytes))) continue; // styles alone
      const { text, losses } = importReport(bytes, '圖', 'en');
      const wordsIn = (said: string): string[] => said.match(/\p{L}{3,}/gu) ?? [];
      const shown = wordsIn(readFileSync(path.join(texts, `${path.basename(file, '.ott')}.txt`), 'utf8'));
      // Headers and footers, which are told.
      const told = [...wordsIn(text), ...wordsIn(losses.join(' '))];
      const left = missingIn(shown, told).filter(
        (word) => word !== month && !losses.some((loss) => loss.includes(word)),
      );
      assert.deepEqual(left, [], path.basename(file));
    }
  });

  test('a PDF is made by the program of the machine, and gone is what it was made of', async () => {
    const { document } = reports[0]!;
    const { han, hanSubstitutes } = document.form.fonts;
    const bytes = await printPdf({
      odt: odtOf(document, new Map(), today),
      html: new Uint8Array(),
      hanFont: han,
      hanSubstitutes,
    });
    assert.equal(Buffer.from(bytes.subarray(0, 5)).toString('latin1'), '%PDF-');
    await assert.rejects(printPdf({ odt: bytes, html: bytes, hanFont: han, hanSubstitutes }, AbortSignal.abort()), {
      why: 'cancelled',
    });
  });
});

function readBytes(file: string): Uint8Array {
  // A file that LibreOffice has written is one that it takes for whole.
  const bytes = readFileSync(file);
  assert.ok(Object.keys(unzipSync(bytes)).length > 3);
  return bytes;
}
