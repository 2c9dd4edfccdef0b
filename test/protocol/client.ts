/**
 * A small editor for tests: starts the built server (dist/), as a process on stdio or as a web worker, and speaks the
 * Language Server Protocol with it. Whatever the server says is kept and can be waited for.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { Worker } from 'node:worker_threads';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  DataCallback,
  Disposable,
  Message,
  MessageConnection,
  MessageReader,
  MessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionTriggerKind,
  CompletionItem,
  Diagnostic,
  DocumentDiagnosticReport,
  FoldingRange,
  Hover,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  Range,
  TextDocumentContentChangeEvent,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

const dist = path.resolve(import.meta.dirname, '../../dist');

/** Longest wait for anything. Generous: the machine may be busy with other things. */
const patience = 60_000;

/** Milliseconds after which the server of one test is given up: it hangs. Several times what the longest test takes. */
const longestTest = 150_000;

export interface StartOptions {
  /** What the client says it can do; nothing by default. */
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly locale?: string;
  readonly workspaceFolders?: readonly string[];
  /** Answers `workspace/configuration` for one resource. */
  readonly configuration?: (uri: string) => unknown;
  /** Answers `missionReport/readFile`. */
  readonly readFile?: (uri: string) => string | null;
  /** Answers `missionReport/findFiles`. */
  readonly findFiles?: (folder: string) => readonly string[];
  readonly transport?: 'stdio' | 'worker';
  /** Scripts that the worker finds at an address, besides the library. */
  readonly scripts?: Readonly<Record<string, string>>;
}

/** Where the other end of the connection runs. */
interface Running {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Resolves with the exit code when the server has ended by itself; undefined for a worker, which has none. */
  readonly ended: Promise<number | null | undefined>;
  readonly processId: number | undefined;
  /** What it wrote to standard error. */
  readonly complaints: () => string;
  kill(): void;
}

function startProcess(): Running {
  const server = spawn(process.execPath, [path.join(dist, 'server.js'), '--stdio'], { stdio: 'pipe' });
  let complaints = '';
  server.stderr.setEncoding('utf8').on('data', (words: string) => {
    complaints += words;
  });
  return {
    reader: new StreamMessageReader(server.stdout),
    writer: new StreamMessageWriter(server.stdin),
    ended: once(server, 'exit').then(([code]) => code as number | null),
    processId: server.pid,
    complaints: () => complaints,
    kill: () => {
      server.kill('SIGKILL');
    },
  };
}

/** Address of core.js for the worker, in the form that VS Code for the web gives to an extension's files. */
export const libraryAddress = 'https://example.com/extension/dist/core.js';

/** What the worker finds beside each other at the addresses of the extension's files. */
function ownScripts(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['core.js', 'lexicon.js'].map((name) => [
      new URL(name, libraryAddress).href,
      readFileSync(path.join(dist, name), 'utf8'),
    ]),
  );
}

/** Runs in a thread: the bundle finds what a web worker has, and nothing of Node. */
const workerHost = `
const { parentPort, workerData } = require('node:worker_threads');
const { runInContext, createContext } = require('node:vm');
const self = { setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, TextDecoder, TextEncoder, URL, performance };
self.self = createContext(self);
self.postMessage = (message) => parentPort.postMessage(message);
self.addEventListener = () => {};
self.importScripts = (address) => {
  const script = workerData.scripts[address];
  if (script === undefined) throw new Error('NetworkError: ' + address);
  runInContext(script, self);
};
parentPort.on('message', (data) => self.onmessage({ data }));
runInContext(workerData.server, self);
`;

class WorkerReader extends AbstractMessageReader {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  listen(callback: DataCallback): Disposable {
    this.#worker.on('message', callback);
    return {
      dispose: () => {
        this.#worker.off('message', callback);
      },
    };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
    return Promise.resolve();
  }

  end(): void {
    void this.#worker.terminate();
  }
}

function startWorker(scripts: Readonly<Record<string, string>> = {}): Running {
  const worker = new Worker(workerHost, {
    eval: true,
    workerData: {
      server: readFileSync(path.join(dist, 'server.web.js'), 'utf8'),
      scripts: { ...ownScripts(), ...scripts },
    },
  });
  return {
    reader: new WorkerReader(worker),
    writer: new WorkerWriter(worker),
    ended: once(worker, 'exit').then(() => undefined),
    processId: undefined,
    complaints: () => '',
    kill: () => void worker.terminate(),
  };
}

/** An open document as the editor has it. */
export class EditorDocument {
  readonly #editor: Editor;
  #text: TextDocument;

  constructor(editor: Editor, text: TextDocument) {
    this.#editor = editor;
    this.#text = text;
  }

  get uri(): string {
    return this.#text.uri;
  }
  get version(): number {
    return this.#text.version;
  }
  get text(): string {
    return this.#text.getText();
  }
  get id(): { readonly uri: string } {
    return { uri: this.uri };
  }

  /** The words at `range`. */
  at(range: Range): string {
    return this.#text.getText(range);
  }
  positionAt(offset: number): Position {
    return this.#text.positionAt(offset);
  }
  offsetAt(position: Position): number {
    return this.#text.offsetAt(position);
  }
  /** Where `words` stand for the first time. */
  rangeOf(words: string): Range {
    const start = this.text.indexOf(words);
    assert.ok(start >= 0, `no ${words} in the text`);
    return { start: this.positionAt(start), end: this.positionAt(start + words.length) };
  }

  /** Makes changes, each seeing the ones before it, and sends them in one notification. */
  async change(...changes: TextDocumentContentChangeEvent[]): Promise<void> {
    this.#text = TextDocument.update(this.#text, changes, this.version + 1);
    await this.#editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: changes,
    });
  }

  /** Replaces the first `words` by `text`. */
  async replace(words: string, text: string): Promise<void> {
    await this.change({ range: this.rangeOf(words), text });
  }

  /** Replaces everything. */
  async setText(text: string): Promise<void> {
    await this.change({ text });
  }

  /** Applies an edit of this very document and version. */
  async apply(edit: WorkspaceEdit): Promise<void> {
    const edits: TextEdit[] = [];
    for (const change of edit.documentChanges ?? []) {
      assert.ok('edits' in change && change.textDocument.uri === this.uri);
      assert.equal(change.textDocument.version, this.version);
      edits.push(...(change.edits as TextEdit[]));
    }
    edits.push(...(edit.changes?.[this.uri] ?? []));
    assert.ok(edits.length > 0, 'an edit without edits');
    await this.setText(TextDocument.applyEdits(this.#text, edits));
  }

  async close(): Promise<void> {
    await this.#editor.connection.sendNotification('textDocument/didClose', { textDocument: this.id });
  }

  /** The findings published for the current version. */
  async published(): Promise<Diagnostic[]> {
    return (await this.#editor.publish(this.uri, ({ version }) => version === this.version)).diagnostics;
  }

  async pull(previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.#editor.connection.sendRequest('textDocument/diagnostic', {
      textDocument: this.id,
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** The findings that a pull gives. */
  async pulled(): Promise<Diagnostic[]> {
    const report = await this.pull();
    assert.equal(report.kind, 'full');
    return report.items;
  }

  async symbols<T>(): Promise<T[]> {
    return this.#editor.connection.sendRequest('textDocument/documentSymbol', { textDocument: this.id });
  }

  async foldingRanges(): Promise<FoldingRange[]> {
    return this.#editor.connection.sendRequest('textDocument/foldingRange', { textDocument: this.id });
  }

  async hover(position: Position): Promise<Hover | null> {
    return this.#editor.connection.sendRequest('textDocument/hover', { textDocument: this.id, position });
  }

  async completions(position: Position): Promise<CompletionItem[]> {
    return this.#editor.connection.sendRequest('textDocument/completion', { textDocument: this.id, position });
  }

  /** Asks for `method` about this document. */
  async ask<T>(method: string, params: object = {}): Promise<T> {
    return this.#editor.connection.sendRequest(`textDocument/${method}`, { textDocument: this.id, ...params });
  }

  /** The code actions for `range`; only those of the kinds in `only`, if given; asked for by the author, or by the light bulb. */
  async codeActions(
    range: Range,
    only?: readonly string[],
    triggerKind: CodeActionTriggerKind = 1,
  ): Promise<CodeAction[]> {
    return this.#editor.connection.sendRequest('textDocument/codeAction', {
      textDocument: this.id,
      range,
      context: { diagnostics: [], triggerKind, ...(only ? { only } : {}) },
    });
  }
}

export class Editor {
  readonly connection: MessageConnection;
  readonly ended: Promise<number | null | undefined>;
  readonly processId: number | undefined;
  /** Everything the server has published, in its order. */
  readonly publishes: PublishDiagnosticsParams[] = [];
  /** The lines of the server's log. */
  readonly log: string[] = [];
  /** Notifications and requests from the server other than those above: method and parameters. */
  readonly others: { readonly method: string; readonly params: unknown }[] = [];
  initializeResult!: InitializeResult;
  readonly #running: Running;
  readonly #waiting = new Set<() => void>();

  constructor(running: Running, { configuration, readFile, findFiles }: StartOptions) {
    this.#running = running;
    this.ended = running.ended;
    this.processId = running.processId;
    const connection = createMessageConnection(running.reader, running.writer);
    this.connection = connection;
    const wake = (): void => {
      for (const look of this.#waiting) look();
    };
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.publishes.push(params);
      wake();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
      wake();
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri: string }[] }) =>
      items.map(({ scopeUri }) => configuration?.(scopeUri) ?? null),
    );
    if (readFile) connection.onRequest('missionReport/readFile', ({ uri }: { uri: string }) => readFile(uri));
    if (findFiles)
      connection.onRequest('missionReport/findFiles', ({ folder }: { folder: string }) => findFiles(folder));
    connection.onNotification((method, params) => {
      this.others.push({ method, params });
      wake();
    });
    connection.onRequest((method, params) => {
      this.others.push({ method, params });
      wake();
      return null;
    });
    // Else a request that a server's end left without an answer would wait for ever.
    connection.onClose(() => {
      connection.dispose();
    });
    connection.listen();
  }

  /** What the server wrote to standard error. */
  get complaints(): string {
    return this.#running.complaints();
  }

  async open(uri: string, text: string, languageId = 'mission-report', version = 1): Promise<EditorDocument> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
    return new EditorDocument(this, TextDocument.create(uri, languageId, version, text));
  }

  /** Waits until `look` gives something, looking again whenever the server has said something. */
  async until<T>(what: string, look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const attempt = (): void => {
        const seen = look();
        if (seen === undefined) return;
        finish();
        resolve(seen);
      };
      const timer = setTimeout(() => {
        finish();
        reject(new Error(`waited in vain: ${what}`));
      }, patience);
      const finish = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(attempt);
      };
      this.#waiting.add(attempt);
      attempt();
    });
  }

  /** The last publish for `uri` that `fits`. */
  async publish(
    uri: string,
    fits: (params: PublishDiagnosticsParams) => boolean = () => true,
  ): Promise<PublishDiagnosticsParams> {
    return this.until(`diagnostics of ${uri}`, () =>
      this.publishes.filter((params) => params.uri === uri && fits(params)).at(-1),
    );
  }

  /** Waits until the server has worked off everything that was sent to it, publishes included. */
  async settled(): Promise<void> {
    // A publish waits two turns of the server's loop; an answered request is at least one.
    for (let i = 0; i < 4; i++)
      await this.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: 'file:///no-such-file' } });
  }

  /** Ends the server as an editor does. @returns its exit code */
  async stop(): Promise<number | null | undefined> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.ended;
  }

  kill(): void {
    this.connection.dispose();
    this.#running.kill();
  }
}

/** Starts a server process and makes itself known to it. Whoever starts it kills it. */
export async function launch(options: StartOptions = {}): Promise<Editor> {
  return initialised(new Editor(startProcess(), options), options);
}

async function initialised(editor: Editor, options: StartOptions): Promise<Editor> {
  const { capabilities = {}, initializationOptions, locale, workspaceFolders } = options;
  editor.initializeResult = await editor.connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    ...(initializationOptions === undefined ? {} : { initializationOptions }),
    ...(locale === undefined ? {} : { locale }),
    ...(workspaceFolders ? { workspaceFolders: workspaceFolders.map((uri) => ({ uri, name: uri })) } : {}),
  });
  await editor.connection.sendNotification('initialized', {});
  return editor;
}

/** Starts a server for one test, and ends it with the test. */
export async function start(t: TestContext, options: StartOptions = {}): Promise<Editor> {
  const editor = new Editor(options.transport === 'worker' ? startWorker(options.scripts) : startProcess(), options);
  const hangs = setTimeout(() => {
    editor.kill(); // the request it didn't answer fails, and with it the test
  }, longestTest);
  t.after(() => {
    clearTimeout(hangs);
    editor.kill();
  });
  return initialised(editor, options);
}

/** What VS Code says it can do, as far as this server asks. */
export const rich: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    diagnostic: { dynamicRegistration: true },
    codeAction: {
      isPreferredSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
    },
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

/** `rich` without pull diagnostics: what it is told, it is told by publishes. */
export const pushed: ClientCapabilities = {
  ...rich,
  textDocument: Object.fromEntries(Object.entries(rich.textDocument!).filter(([name]) => name !== 'diagnostic')),
};

/** Ids of the rules that `diagnostics` are of. */
export const rulesOf = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => String(code));

/** The message of a finding, which this server always gives as plain words. */
export function messageOf({ message }: Diagnostic): string {
  assert.ok(typeof message === 'string');
  return message;
}
