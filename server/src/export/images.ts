/** The images of a document: where they may come from, and what is known of their bytes. */
import { imageSize } from 'image-size';
import type { ReportDocument } from './document';
import type { ImageFile } from './layout';

/** An image of more bytes is left out: no camera makes a larger one, and the finished file is to be sent by mail. */
const mostImageBytes = 30_000_000;

/** The addresses of the images of `document`, each once, in their order. */
export function imageSources({ front, body }: ReportDocument): readonly string[] {
  const blocks = [...front.flatMap((part) => (part.kind === 'abstract' ? part.blocks : [])), ...body];
  return [...new Set(blocks.flatMap((block) => (block.kind === 'figure' ? [block.source] : [])))];
}

/**
 * The path of an image below the report's folder, with `/` between folders; undefined where `source` leads anywhere
 * else: to the network, to another place of the machine, or out of the folder.
 */
export function imagePath(source: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(source);
  } catch {
    path = source;
  }
  if (path === '' || /^[a-z][\w+.-]*:/i.test(path) || /[\\\0]/.test(path)) return undefined;
  const steps = path.split('/').filter((step) => step !== '.' && step !== '');
  if (path.startsWith('/') || steps.includes('..') || steps.length === 0) return undefined;
  return steps.join('/');
}

/** An image that all writers can show; undefined for bytes of another kind, broken ones and too many. */
export function readImage(bytes: Uint8Array): ImageFile | undefined {
  if (bytes.length > mostImageBytes) return undefined;
  try {
    const { width, height, type, orientation } = imageSize(bytes);
    if (type !== 'png' && type !== 'jpg' && type !== 'gif' && type !== 'bmp') return undefined;
    if (!(width > 0 && height > 0)) return undefined;
    // A photograph that its camera took on its side is shown upright.
    const lies = orientation !== undefined && orientation >= 5;
    return { bytes, type, width: lies ? height : width, height: lies ? width : height };
  } catch {
    return undefined;
  }
}
