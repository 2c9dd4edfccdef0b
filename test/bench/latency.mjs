/** Times what an editor asks of a server while somebody writes: each request once after every key, one after the other. */
import { startServer } from './connection.mjs';
import { quantile } from './statistics.mjs';

/** Lines that a window shows. */
const screen = 60;

/**
 * The 95th percentile of each request's time in milliseconds, by name.
 * @param {{ command: readonly string[], text: string, keys: number }} options
 * @returns {Promise<Record<string, number>>}
 */
export async function latencies({ command, text, keys }) {
  const uri = 'file:///bench/latency.mission.txt';
  const { server, connection } = startServer(command);
  connection.listen();
  try {
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: {
          diagnostic: {},
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
          hover: { contentFormat: ['markdown'] },
        },
      },
    });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'mission-report', version: 1, text },
    });
    const textDocument = { uri };
    const ask = (/** @type {string} */ method, /** @type {object} */ params = {}) =>
      connection.sendRequest(`textDocument/${method}`, { textDocument, ...params });

    const lines = text.split('\n');
    let line = lines.length >> 1;
    while (!/[\u4e00-\u9fff]{20}/.test(lines[line])) line++;
    const name = lines.findIndex((words, at) => at > lines.length >> 1 && words.includes('APEC'));
    const top = Math.max(0, line - screen / 2);
    const range = { start: { line: top, character: 0 }, end: { line: top + screen, character: 0 } };
    const position = { line, character: lines[line].length >> 1 };
    const onName = { line: name, character: lines[name].indexOf('APEC') + 1 };
    /** @type {Record<string, () => Promise<unknown>>} */
    const requests = {
      outline: () => ask('documentSymbol'),
      completion: () => ask('completion', { position }),
      hover: () => ask('hover', { position: onName }),
      folding: () => ask('foldingRange'),
      'semantic tokens': () => ask('semanticTokens/range', { range }),
      'inlay hints': () => ask('inlayHint', { range }),
      'code lenses': () => ask('codeLens'),
      highlights: () => ask('documentHighlight', { position: onName }),
      links: () => ask('documentLink'),
      'selection ranges': () => ask('selectionRange', { positions: [position] }),
      'code actions': () => ask('codeAction', { range: { start: position, end: position }, context: { diagnostics: [], triggerKind: 2 } }), // prettier-ignore
    };
    /** @type {Record<string, number[]>} */
    const times = Object.fromEntries(Object.keys(requests).map((request) => [request, []]));
    const warming = Math.max(5, keys >> 2);
    for (let key = 0; key < warming + keys; key++) {
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: key + 2 },
        contentChanges: [{ range: { start: position, end: position }, text: '會' }],
      });
      // The check of the new text is timed elsewhere.
      await ask('diagnostic');
      for (const [request, run] of Object.entries(requests)) {
        const started = performance.now();
        await run();
        if (key >= warming) times[request].push(performance.now() - started);
      }
    }
    return Object.fromEntries(Object.entries(times).map(([request, all]) => [request, quantile(all, 0.95)]));
  } finally {
    connection.dispose();
    server.kill('SIGKILL');
  }
}
