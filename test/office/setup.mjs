/** What the tests of finished files need of the machine: LibreOffice, Poppler's tools, and a font in the place of 標楷體. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
export const folder = path.join(root, 'out/office');

const inPath = (program) => (process.env.PATH ?? '').split(':').some((place) => existsSync(path.join(place, program)));

/** Debian's packages, each with whether it is there already. */
const needed = {
  'libreoffice-writer-nogui': () => inPath('soffice'),
  'poppler-utils': () => inPath('pdftotext') && inPath('pdftoppm'),
  'fonts-liberation': () => existsSync('/usr/share/fonts/truetype/liberation'),
};
/** 全字庫正楷體. It is unpacked and not installed: installed, it would be the font of every Chinese text on the machine. */
const font = 'fonts-cns11643-kai';

function apt(command, cwd = root) {
  try {
    execFileSync('sh', ['-c', command], {
      cwd,
      stdio: 'pipe',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch (error) {
    const said = String(error.stderr).trim();
    const why = `${command} failed: ${said.split('\n').at(-1)}`;
    throw offline.test(said) ? new OfficeMissing(why) : new Error(why, { cause: error });
  }
}

/** What apt-get says where there is no way to the packages. */
const offline = /Temporary failure|Could not resolve|Could not connect|Unable to connect|Network is unreachable|Failed to fetch|Unable to locate package|no installation candidate/i; // prettier-ignore

/** The machine has no LibreOffice, and no way to get it: no Debian, no rights, no network. */
export class OfficeMissing extends Error {}

/**
 * Sees that all of it is there.
 * @returns {{ fontsFile: string }} a configuration of fontconfig that knows the font
 * @throws {OfficeMissing} in one line, what is missing and how to get it
 * @throws {Error} where it could be had and something else fails
 */
export function prepareOffice() {
  mkdirSync(folder, { recursive: true });
  const missing = Object.keys(needed).filter((name) => !needed[name]());
  const fonts = path.join(folder, 'fonts');
  const lacksFont = !existsSync(path.join(fonts, 'usr'));
  if (missing.length > 0 || lacksFont) {
    const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
    if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0)
      throw new OfficeMissing(`Missing for the tests of finished files: ${[...missing, ...(lacksFont ? [font] : [])].join(', ')}. On Debian, as root, they are brought by themselves`); // prettier-ignore
    console.log(`Bringing ${[...missing, ...(lacksFont ? [font] : [])].join(', ')} with apt-get`);
    apt('apt-get update');
    if (missing.length > 0) apt(install);
    if (lacksFont) {
      mkdirSync(fonts, { recursive: true });
      apt(`apt-get download ${font}`, fonts);
      const file = readdirSync(fonts).find((name) => name.endsWith('.deb'));
      apt(`dpkg-deb -x ${file} . && rm ${file}`, fonts);
    }
  }
  const fontsFile = path.join(folder, 'fonts.conf');
  writeFileSync(
    fontsFile,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${fonts}</dir>` +
      '<alias binding="same"><family>標楷體</family><accept><family>TW-Kai</family></accept></alias></fontconfig>\n',
  );
  return { fontsFile };
}
