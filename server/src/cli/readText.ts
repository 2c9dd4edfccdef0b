import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { Message } from '../service';
import { Failure } from './failure';

const messages = {
  missing: { 'zh-TW': '{path}：找不到這個檔案', en: '{path}: no such file' },
  forbidden: { 'zh-TW': '{path}：沒有讀取權限', en: '{path}: permission denied' },
  folder: { 'zh-TW': '{path}：這是資料夾，不是檔案', en: '{path}: is a folder, not a file' },
  unreadable: { 'zh-TW': '{path}：無法讀取（{code}）', en: '{path}: cannot be read ({code})' },
  binary: {
    'zh-TW': '{path}：不是文字檔（位元組 {offset} 為 NUL）',
    en: '{path}: not a text file (NUL at byte {offset})',
  },
  notUtf8: {
    'zh-TW': '{path}：不是 UTF-8（位元組 {offset}）',
    en: '{path}: not UTF-8 (byte {offset})',
  },
  big5: {
    'zh-TW': '{path}：不是 UTF-8（位元組 {offset}），看起來是 Big5；請另存為 UTF-8',
    en: '{path}: not UTF-8 (byte {offset}); it looks like Big5: save it as UTF-8',
  },
  oddUtf16: {
    'zh-TW': '{path}：UTF-16 檔案的最後一個字元不完整（位元組 {offset}）',
    en: '{path}: the last character of this UTF-16 file is cut off (byte {offset})',
  },
} satisfies Record<string, Message>;

/** Number of the first bytes of `bytes` that are whole, well-formed UTF-8 characters. */
function validUtf8Bytes(bytes: Uint8Array): number {
  const isTrail = (index: number, low = 0x80, high = 0xbf): boolean => {
    const byte = bytes[index];
    return byte !== undefined && byte >= low && byte <= high;
  };
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i]!;
    // The bounds of the second byte shut out overlong forms, surrogates and what lies beyond U+10FFFF (RFC 3629).
    if (lead < 0x80) i++;
    else if (lead >= 0xc2 && lead <= 0xdf && isTrail(i + 1)) i += 2;
    else if (
      lead >= 0xe0 &&
      lead <= 0xef &&
      isTrail(i + 1, lead === 0xe0 ? 0xa0 : 0x80, lead === 0xed ? 0x9f : 0xbf) &&
      isTrail(i + 2)
    )
      i += 3;
    else if (
      lead >= 0xf0 &&
      lead <= 0xf4 &&
      isTrail(i + 1, lead === 0xf0 ? 0x90 : 0x80, lead === 0xf4 ? 0x8f : 0xbf) &&
      isTrail(i + 2) &&
      isTrail(i + 3)
    )
      i += 4;
    else break;
  }
  return i;
}

/** How much of a file is read for a guess at its encoding. */
const sample = 65_536;

/** Whether bytes that are no UTF-8 read well as Big5, the encoding of Taiwan's older files. */
function looksLikeBig5(bytes: Uint8Array): boolean {
  let text: string;
  try {
    // A cut in the middle of a character is no fault of the file.
    text = new TextDecoder('big5', { fatal: true }).decode(bytes.subarray(0, sample), { stream: true });
  } catch {
    return false;
  }
  let chinese = 0;
  let others = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) continue;
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code <= 0x303f) || code >= 0xff00) chinese++;
    else others++;
  }
  return chinese > 9 * others;
}

/** How a file's bytes say its text. */
export type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be';

/** The encoding of a file by its byte order mark. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8 with mark' : 'utf-8';
}

/** The bytes of `text` in `encoding`, with the byte order mark that goes with it: undoes `decodeText`. */
export function encodeText(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8 with mark':
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  }
}

/**
 * The text of a file's bytes: UTF-8, or UTF-16 with a byte order mark. The mark itself is no part of the text, as in an
 * editor, so that offsets count from the first character behind it.
 * @param path as the user named it, for messages
 * @throws Failure for a binary file and for bytes that are no UTF-8, with the offset of the first bad byte.
 */
export function decodeText(bytes: Buffer, path: string): string {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    if (bytes.length % 2 === 1) throw new Failure(messages.oddUtf16, { path, offset: bytes.length - 1 });
    return (encoding === 'utf-16be' ? Buffer.from(bytes).swap16() : bytes).toString('utf16le', 2);
  }
  const binary = bytes.indexOf(0);
  if (binary >= 0) throw new Failure(messages.binary, { path, offset: binary });
  if (!isUtf8(bytes)) {
    const offset = validUtf8Bytes(bytes);
    throw new Failure(looksLikeBig5(bytes) ? messages.big5 : messages.notUtf8, { path, offset });
  }
  return bytes.toString('utf8', encoding === 'utf-8 with mark' ? 3 : 0);
}

/** The failure that says why the file system did not give `path`. */
export function fileFailure(error: unknown, path: string): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure(messages.missing, { path });
    case 'EACCES':
    case 'EPERM':
      return new Failure(messages.forbidden, { path });
    case 'EISDIR':
      return new Failure(messages.folder, { path });
    default:
      return new Failure(messages.unreadable, { path, code });
  }
}

/**
 * The bytes of the file at `path`.
 * @throws Failure where it can't be read.
 */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/**
 * The text of the file at `path`.
 * @throws Failure where it can't be read or is no text.
 */
export function readText(path: string): string {
  return decodeText(readBytes(path), path);
}

/** The bytes of the whole standard input. */
export async function readInputBytes(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The text of the whole standard input. @param name what to call it in messages */
export async function readInput(name: string): Promise<string> {
  return decodeText(await readInputBytes(), name);
}
