/**
 * Packs a .vsix anew: the same files in the same order, each deflated by zopfli, which takes its time and leaves about six
 * per cent less. What unpacks it needs to know nothing of that.
 *
 *   node build/recompress.mjs FILE.vsix
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { deflateAsync } from '@gfx/zopfli';
import { Zip, ZipPassThrough, unzipSync } from 'fflate';

/** Zopfli gains next to nothing beyond this many rounds; more blocks than its fifteen are worth two kB. */
const rounds = 5;

/** Formats that are compressed already. */
const compressed = /\.(?:png|jpe?g|gif)$/i;

/** A member of an archive that is deflated already. */
class DeflatedMember extends ZipPassThrough {
  #content;

  /** @param {string} name @param {Uint8Array} content the raw deflate of what is pushed */
  constructor(name, content) {
    super(name);
    this.compression = 8;
    this.#content = content;
  }

  /** @param {Uint8Array} _ @param {boolean} final */
  process(_, final) {
    this.ondata(null, this.#content, final);
  }
}

/**
 * The archive `bytes` with the same members, as small as deflate can have them.
 * @param {Uint8Array} bytes @returns {Promise<Uint8Array>}
 */
export async function recompressed(bytes) {
  /** @type {Uint8Array[]} */
  const parts = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const small = compressed.test(name)
      ? undefined
      : await deflateAsync(content, { numiterations: rounds, blocksplittingmax: 0 });
    const isSmaller = small !== undefined && small.length < content.length;
    const member = isSmaller ? new DeflatedMember(name, small) : new ZipPassThrough(name);
    zip.add(member);
    member.push(content, true);
  }
  zip.end();
  return Buffer.concat(parts);
}

/** @param {string | undefined} file */
async function recompress(file) {
  if (file === undefined) throw new Error('Usage: node build/recompress.mjs FILE.vsix');
  const before = readFileSync(file);
  const after = await recompressed(before);
  writeFileSync(`${file}.new`, after);
  renameSync(`${file}.new`, file);
  const kilobytes = (/** @type {Uint8Array} */ { length }) => `${(length / 1000).toFixed(0)} kB`;
  console.log(`${path.basename(file)}: ${kilobytes(before)}, recompressed ${kilobytes(after)}`);
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  void recompress(process.argv[2]);
