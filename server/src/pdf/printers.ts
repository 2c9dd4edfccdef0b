/** The programs that can make a PDF, in the places where they usually are. */
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

export interface Printer {
  /** Which file it takes: LibreOffice the ODT, a browser the HTML. */
  readonly kind: 'libreoffice' | 'browser';
  readonly program: string;
}

const programs: Readonly<Record<Printer['kind'], readonly string[]>> = {
  libreoffice: ['soffice', 'libreoffice'],
  browser: [
    'microsoft-edge',
    'microsoft-edge-stable',
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
  ],
};

const places: Partial<Record<NodeJS.Platform, Readonly<Record<Printer['kind'], readonly string[]>>>> = {
  win32: {
    libreoffice: ['LibreOffice/program/soffice.exe'],
    browser: ['Microsoft/Edge/Application/msedge.exe', 'Google/Chrome/Application/chrome.exe'],
  },
  darwin: {
    libreoffice: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
    browser: [
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
  },
};

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function candidates(kind: Printer['kind'], environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const usual = places[platform]?.[kind] ?? [];
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map((name) => environment[name]);
    return roots.flatMap((folder) => (folder ? usual.map((place) => path.win32.join(folder, place)) : []));
  }
  // A relative entry of PATH would find what lies in the folder at hand.
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return [...usual, ...folders.flatMap((folder) => programs[kind].map((name) => path.posix.join(folder, name)))];
}

/** The printers of this machine, LibreOffice first: its pages have their numbers in 目次. */
export function findPrinters(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): readonly Printer[] {
  return (['libreoffice', 'browser'] as const).flatMap((kind) => {
    const program = candidates(kind, environment, platform).find(isProgram);
    return program === undefined ? [] : [{ kind, program }];
  });
}
