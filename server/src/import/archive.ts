/** Opens the zip archive that a Word or ODF file is, within bounds: whatever the bytes are, little memory and a clear word. */
import { unzipSync } from 'fflate';
import { ImportError } from './importError';

/** No report comes near these. */
const mostFiles = 5000;
const mostBytes = 200_000_000;
const mostXmlBytes = 60_000_000;
/** A file, or all of them together, that unpacks to so many times its size, and is not small, was made to fill the memory. */
const mostRatio = 300;
const smallBytes = 5_000_000;

/** Files of an archive by their names; a name that leads out of the archive is no name. */
export type Archive = ReadonlyMap<string, Uint8Array>;

function startsWith(bytes: Uint8Array, ...first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte);
}

/**
 * The files of the archive.
 * @param wanted the names that are unpacked; of the others nothing is read
 * @throws ImportError for what is no archive, broken, encrypted or too large
 */
export function openArchive(bytes: Uint8Array, wanted: (name: string) => boolean): Archive {
  // Word encrypts its files inside the container of its old format.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new ImportError(isEncrypted(bytes) ? 'encrypted' : 'old-word');
  if (!startsWith(bytes, 0x50, 0x4b)) throw new ImportError('no-archive');
  // The flags of the first file: an archive with a password.
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) && ((bytes[6] ?? 0) & 1) === 1) throw new ImportError('encrypted');
  let [files, total] = [0, 0];
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        files++;
        // How LibreOffice encrypts a file as a whole.
        if (name === 'encrypted-package') throw new ImportError('encrypted');
        if (files > mostFiles) throw new ImportError('too-large');
        if (!wanted(name) || name.endsWith('/')) return false;
        total += originalSize;
        const isXml = /\.(?:xml|rels)$/i.test(name);
        if (total > mostBytes || (isXml && originalSize > mostXmlBytes)) throw new ImportError('too-large');
        if (originalSize > smallBytes && originalSize > size * mostRatio) throw new ImportError('too-large');
        if (total > smallBytes && total > bytes.length * mostRatio) throw new ImportError('too-large');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof ImportError ? error : new ImportError('broken');
  }
  return new Map(Object.entries(unpacked));
}

/** Whether a container of Word's old format holds an encrypted file: a stream is called so, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const last = bytes.length - name.length;
  for (let at = 0; at <= last; at++) if (bytes[at] === name[0] && name.every((byte, i) => bytes[at + i] === byte)) return true; // prettier-ignore
  return false;
}
