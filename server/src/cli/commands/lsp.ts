import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Message } from '../../service';
import { Failure } from '../failure';
import { allowPaths } from './allowPaths';
import type { Command } from './command';

const messages = {
  noStdio: {
    'zh-TW': '語言伺服器只經由標準輸入輸出：mission-report lsp --stdio',
    en: 'the language server speaks over standard input and output only: mission-report lsp --stdio',
  },
} satisfies Record<string, Message>;

export const lsp: Command = {
  options: () => ({ stdio: { values: 'none' } }),
  help: {
    'zh-TW': `lsp --stdio

啟動語言伺服器，供編輯器使用。
`,
    en: `lsp --stdio

Starts the language server for an editor.
`,
  },
  run: async ({ arguments: given }) => {
    allowPaths(given, 0);
    if (!given.options.has('stdio')) throw new Failure(messages.noStdio);
    // A bundle of its own, so that the other commands need not load it.
    await import(pathToFileURL(path.join(__dirname, 'server.js')).href);
    return undefined;
  },
};
