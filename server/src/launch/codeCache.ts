/**
 * What V8 keeps of a bundle that has run: its functions as compiled. Without it every start compiles them anew.
 *
 * V8 takes its own only under the same version and the same flags, but believes the rest: it tells another text by its
 * length alone, names in stack traces the file that the text came from, and crashes on a flipped bit. So a cache is
 * bound to its bundle, the bundle's place and itself by checksums.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Two checksums: of the bundle with its path, and of what V8 kept. */
const headerBytes = 8;

function cacheOf(bundle: string): string {
  return `${bundle}.cache`;
}

function checksumOf(bundle: string, bytes: Buffer): number {
  return crc32(bytes, crc32(bundle));
}

/** Keeps `code`, which V8 made of the bundle at the path `bundle`. */
export function writeCodeCache(bundle: string, code: Buffer): void {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32LE(checksumOf(bundle, readFileSync(bundle)), 0);
  header.writeUInt32LE(crc32(code), 4);
  writeFileSync(cacheOf(bundle), Buffer.concat([header, code]));
}

/**
 * The text of the bundle at the path `bundle` and what V8 kept of it; undefined where that is missing, was made of
 * another text or in another place, or is not as it was written.
 */
export function readCodeCache(bundle: string): { readonly text: string; readonly code: Buffer } | undefined {
  let cache: Buffer;
  try {
    cache = readFileSync(cacheOf(bundle));
  } catch {
    return undefined;
  }
  if (cache.length <= headerBytes) return undefined;
  const bytes = readFileSync(bundle);
  const code = cache.subarray(headerBytes);
  if (cache.readUInt32LE(0) !== checksumOf(bundle, bytes) || cache.readUInt32LE(4) !== crc32(code)) return undefined;
  return { text: bytes.toString(), code };
}
