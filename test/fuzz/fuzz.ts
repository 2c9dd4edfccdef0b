/**
 * Edits many reports at once through the built server and looks for the kinds of faults of kinds.ts:
 *
 *   npm run fuzz -- --minutes 10 --seed 1                sessions with the seeds 1, 2, 3 … as long as there is time
 *   npm run fuzz -- --seed 4711 --sessions 1             one session again
 *   npm run fuzz -- --minutes 1 --seed 1 FILE…           with these reports too
 *
 * A session is a report and a row of edits, then a finished document of it as Word or ODF file and a damage of that
 * (test/property), all drawn from its seed. Every fault is printed with the seed of its session; the texts are written to
 * out/fuzz/, and of the file what the damage was. Exit code 1: there are faults, 2: wrong usage.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import type { Diagnostic, DocumentSymbol, Range } from 'vscode-languageserver';
import { exportRequest, importRequest } from '../../server/src/lsp/protocol';
import type { ExportParams, ExportResult, ImportResult } from '../../server/src/lsp/protocol';
import { launch, rich } from '../protocol/client';
import type { Editor, EditorDocument } from '../protocol/client';
import { damageDraw, damaged } from '../property/damage';
import type { DamageDraw } from '../property/damage';
import { editDraw, editOf } from '../property/edits';
import type { EditDraw } from '../property/edits';
import { reportText } from '../property/texts';
import { differences, faultOfRange, faultsOfFixes, faultsOfRanges, kinds } from './kinds';
import type { Checker, Fault, Place, Replacement, Statement } from './kinds';

const folder = path.resolve(import.meta.dirname, '../../out/fuzz');

/** Sessions that run side by side in one server. */
const width = 12;
/** Most edits of a session. */
const mostEdits = 40;
/** Milliseconds after which the server says what it holds back while somebody types, and some more. */
const pause = 1000;
/** Milliseconds that reading a file may take while others are checked. */
const longestImport = 10_000;
/** Most faults of a kind that are told in full. */
const mostTold = 5;

/** Runs one session after the other through one server. */
class Fuzzer implements Checker {
  readonly #editor: Editor;
  #opened = 0;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** A document with a name of its own, as all its copies have. */
  async #open(text: string): Promise<EditorDocument> {
    return this.#editor.open(`untitled:fuzz-${this.#opened++}.mission.md`, text);
  }

  async #fresh<T>(text: string, ask: (document: EditorDocument) => Promise<T>): Promise<T> {
    const document = await this.#open(text);
    try {
      return await ask(document);
    } finally {
      await document.close();
    }
  }

  statements(text: string): Promise<readonly Statement[]> {
    return this.#fresh(text, statementsOf);
  }

  safeEdits(text: string): Promise<readonly Replacement[]> {
    return this.#fresh(text, async (document) => {
      const all = { start: document.positionAt(0), end: document.positionAt(text.length) };
      const [action] = await document.codeActions(all, ['source.fixAll']);
      const changes = action?.edit?.documentChanges ?? [];
      return changes.flatMap((change) => {
        if (!('edits' in change)) throw new Error('fixAll makes or renames files');
        return change.edits.map((edit) => {
          if (!('newText' in edit)) throw new Error('fixAll makes a snippet');
          return { ...placeOf(document, edit.range), text: edit.newText };
        });
      });
    });
  }

  /** What is wrong when the report comes back from the file that it was exported to, damaged. */
  async imports(source: string, { format, damage }: FileDraw): Promise<readonly Fault[]> {
    const faults: Fault[] = [];
    const tell = (detail: string): void => {
      faults.push({ kind: 'import', detail: `${detail}: ${format} with ${JSON.stringify(damage)}`, text: source });
    };
    try {
      const written = await this.#fresh(source, ({ uri }) => {
        const params: ExportParams = { uri, content: 'report', format, images: [] };
        return this.#editor.connection.sendRequest<ExportResult | null>(exportRequest, params);
      });
      if (!written) return faults;
      const bytes = damaged(Buffer.from(written.base64, 'base64'), damage);
      const started = performance.now();
      const params = { base64: Buffer.from(bytes).toString('base64'), imageFolder: '圖' };
      const read = await this.#editor.connection.sendRequest<ImportResult>(importRequest, params);
      const took = performance.now() - started;
      if (took > longestImport) tell(`took ${took.toFixed(0)} ms`);
      if ('refused' in read ? read.refused.length === 0 : read.images.some(({ name }) => !/^image\d+\.\w+$/.test(name)))
        tell(JSON.stringify(read).slice(0, 200));
    } catch (error) {
      tell(String(error));
    }
    return faults;
  }

  /** What is wrong after the edits of a session. */
  async session(source: string, draws: readonly EditDraw[]): Promise<readonly Fault[]> {
    const document = await this.#open(source);
    try {
      let known: readonly Statement[] = [];
      for (const [index, draw] of draws.entries()) {
        const { start, end, insert } = editOf(draw, document.text, known);
        const range = { start: document.positionAt(start), end: document.positionAt(end) };
        await document.change({ range, text: insert });
        if (index % 2 === 0) known = await statementsOf(document);
      }
      await document.pull(); // the pause begins when the server has got the last edit, not when it was sent
      await new Promise((resolve) => setTimeout(resolve, pause));
      const { text } = document;
      const seen = await statementsOf(document);
      const symbols = await symbolsOf(document);
      const fresh = await this.statements(text);
      const freshSymbols = await this.#fresh(text, symbolsOf);
      const stale = differences(seen, fresh);
      const lines = symbols.map(({ line }) => line);
      const freshLines = freshSymbols.map(({ line }) => line);
      return [
        ...(stale.length > 0 ? [{ kind: 'stale' as const, detail: stale.join('\n'), text }] : []),
        ...(lines.join('\n') === freshLines.join('\n')
          ? []
          : [
              { kind: 'symbols' as const, detail: lines.filter((line) => !freshLines.includes(line)).join('\n'), text },
            ]),
        ...faultsOfRanges(text, fresh),
        ...freshSymbols
          .filter((place) => faultOfRange(text, place) !== undefined)
          .map(({ line }) => ({ kind: 'range' as const, detail: line, text })),
        ...(await faultsOfFixes(text, fresh, this)),
      ];
    } catch (error) {
      return [{ kind: 'error', detail: String(error), text: document.text }];
    } finally {
      await document.close();
    }
  }
}

/** A file that a report is exported to, and what happens to it. */
interface FileDraw {
  readonly format: 'docx' | 'odt';
  readonly damage: DamageDraw;
}

/** The offsets of `range`, for a place between CR and LF too, where the library moves it to the line's end. */
function placeOf(document: EditorDocument, { start, end }: Range): Place {
  const offsetOf = ({ line, character }: Range['start']): number =>
    document.offsetAt({ line, character: 0 }) + character;
  return { start: offsetOf(start), end: offsetOf(end) };
}

async function statementsOf(document: EditorDocument): Promise<readonly Statement[]> {
  return (await document.pulled()).map((diagnostic: Diagnostic) => ({
    ...placeOf(document, diagnostic.range),
    rule: String(diagnostic.code),
    severity: String(diagnostic.severity),
    message: typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value,
    related: (diagnostic.relatedInformation ?? []).map(({ message, location }) => ({
      ...placeOf(document, location.range),
      message,
    })),
  }));
}

async function symbolsOf(document: EditorDocument): Promise<readonly (Place & { readonly line: string })[]> {
  const walk = (symbols: readonly DocumentSymbol[], depth: number): (Place & { readonly line: string })[] =>
    symbols.flatMap(({ name, range, selectionRange, children = [] }) => {
      const [whole, selected] = [placeOf(document, range), placeOf(document, selectionRange)];
      const line = `${depth} ${name} ${whole.start}–${whole.end} ${selected.start}–${selected.end}`;
      return [{ ...whole, line }, { ...selected, line }, ...walk(children, depth + 1)];
    });
  return walk(await document.symbols<DocumentSymbol>(), 0);
}

interface Request {
  readonly seed: number;
  readonly sessions: number;
  readonly milliseconds: number;
  readonly texts: readonly string[];
}

/** What the command line asks for. @throws {Error} saying what is wrong with it */
function requested(args: readonly string[]): Request {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { minutes: { type: 'string' }, seed: { type: 'string' }, sessions: { type: 'string' } },
  });
  const numberOf = (name: keyof typeof values, otherwise: number): number => {
    const value = values[name] === undefined ? otherwise : Number(values[name]);
    if (!(value > 0)) throw new Error(`--${name} takes a number above 0, not ${values[name] ?? ''}`);
    return value;
  };
  const sessions = numberOf('sessions', Infinity);
  return {
    sessions,
    seed: numberOf('seed', 1),
    milliseconds: numberOf('minutes', Number.isFinite(sessions) ? Infinity : 1) * 60_000,
    texts: positionals.map((file) => readFileSync(file, 'utf8').replace(/^\uFEFF/, '')),
  };
}

/** The report, the edits and the file of the session with this seed. */
function drawn(seed: number, texts: readonly string[]): readonly [string, readonly EditDraw[], FileDraw] {
  const source = texts.length === 0 ? reportText : fc.oneof(reportText, fc.constantFrom(...texts));
  const draws = fc.array(editDraw, { minLength: 1, maxLength: mostEdits, size: 'max' });
  const file = fc.record({ format: fc.constantFrom('docx' as const, 'odt' as const), damage: damageDraw });
  return fc.sample(fc.tuple(source, draws, file), { seed, numRuns: 1 })[0]!;
}

/** Prints a fault and keeps its text. */
function tell(seed: number, { kind, detail, text }: Fault, count: number): void {
  if (count > mostTold) return;
  const file = path.join(folder, `${kind}-${seed}-${count}.txt`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  const shown = detail.split('\n').slice(0, 4).join('\n    ').slice(0, 1000);
  console.log(`${kind} at seed ${seed}, ${path.relative('', file)}\n    ${shown}`);
}

async function main(): Promise<number> {
  let request: Request;
  try {
    request = requested(process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  const { seed, sessions, milliseconds, texts } = request;
  rmSync(folder, { recursive: true, force: true });
  const editor = await launch({ capabilities: rich, locale: 'zh-TW' });
  const fuzzer = new Fuzzer(editor);
  const counts = new Map<string, number>();
  const until = Date.now() + milliseconds;
  let done = 0;
  const work = async (): Promise<void> => {
    while (done < sessions && Date.now() < until) {
      const mine = seed + done++;
      const [source, draws, file] = drawn(mine, texts);
      for (const fault of [...(await fuzzer.session(source, draws)), ...(await fuzzer.imports(source, file))]) {
        const count = (counts.get(fault.kind) ?? 0) + 1;
        counts.set(fault.kind, count);
        tell(mine, fault, count);
      }
    }
  };
  const dead = editor.ended.then((code) => {
    throw new Error(`the server ended with ${code ?? 'a signal'}: ${editor.complaints}`);
  });
  try {
    await Promise.race([Promise.all(Array.from({ length: width }, work)), dead]);
  } catch (error) {
    counts.set('error', (counts.get('error') ?? 0) + 1);
    console.log(String(error));
  }
  dead.catch(() => undefined); // ended by the next line
  editor.kill();
  console.log(`${done} sessions from seed ${seed}`);
  for (const kind of kinds) console.log(`${kind.padEnd(10)}${counts.get(kind) ?? 0}`);
  return counts.size === 0 ? 0 : 1;
}

void main().then((code) => {
  process.exitCode = code;
});
