/**
 * Word and ODF files as they may come: cut off, with other bytes, with parts that swell, names that lead out, entities
 * and addresses of elsewhere. A draw is the same damage to any file.
 */
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Of a share of something: 0 is its first byte, 1 its last. */
const share = fc.double({ min: 0, max: 1, noNaN: true });

const pieces = ['', '<w:p>', '</w:p>', '"', '&', '<w:r/>', '-1', '99999999999', '<text:list>', ']]>', '\u0000', '&e;', '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="-1"/></w:numPr>', ' w:val="1e9"', '<w:fldChar w:fldCharType="end"/>', '<w:tbl><w:tr><w:tc/></w:tr></w:tbl>', '<text:s text:c="2000000000"/>', '<table:table-cell table:number-columns-repeated="999999999"/>', '<table:table-row table:number-rows-repeated="999999999"/>', '<w:gridSpan w:val="2000000000"/>']; // prettier-ignore

const bytes = fc.record({
  kind: fc.constant('bytes' as const),
  places: fc.array(fc.tuple(share, fc.nat(255)), { maxLength: 8 }),
  /** How much of the file is left. */
  kept: fc.oneof(fc.constant(1), share),
});
const tags = fc.record({
  kind: fc.constant('tags' as const),
  part: fc.nat(3),
  edits: fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(200), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 6 }),
});
const parts = fc.record({
  kind: fc.constant('parts' as const),
  /** What is put in besides, or in the place of the text. */
  added: fc.constantFrom('swollen', 'many', 'outside', 'deep', 'entities', 'missing', 'external', 'empty'),
});
/** What the archive says of a part: it is encrypted, it is so large, it is packed in another way. */
const statements = fc.record({
  kind: fc.constant('statements' as const),
  field: fc.constantFrom(6, 8, 10, 20, 24, 28, 42),
  entry: fc.nat(5),
  value: fc.constantFrom(0, 1, 0x7fffffff, 0xffffffff),
});

/** A damage. */
export const damageDraw = fc.oneof(bytes, tags, parts, statements);
export type DamageDraw = typeof damageDraw extends fc.Arbitrary<infer T> ? T : never;

const mainOf = (names: readonly string[]): string =>
  names.find((name) => /document\.xml$|content\.xml$/.test(name)) ?? names[0]!;

/** `file` with the damage of `draw`. */
export function damaged(file: Uint8Array, draw: DamageDraw): Uint8Array {
  switch (draw.kind) {
    case 'bytes': {
      const copy = Uint8Array.from(file);
      for (const [at, byte] of draw.places) copy[Math.floor(at * (copy.length - 1))] = byte;
      return copy.subarray(0, Math.floor(draw.kept * copy.length));
    }
    case 'tags': {
      const files = unzipSync(file);
      const names = Object.keys(files).filter((name) => name.endsWith('.xml'));
      const name = [mainOf(names), ...names][draw.part] ?? names[0]!;
      let xml = strFromU8(files[name]!);
      for (const [at, length, text] of draw.edits) {
        const from = at % (xml.length + 1);
        // Whole tags come out, or go in, more often than halves: what stays well formed reaches the reader.
        const start = length > 100 ? from : xml.indexOf('<', from);
        const end = length > 100 ? from + length - 100 : text === '' ? xml.indexOf('>', start) + 1 : start;
        if (start >= 0 && end >= start) xml = xml.slice(0, start) + text + xml.slice(end);
      }
      return zipSync({ ...files, [name]: strToU8(xml) }, { level: 1 });
    }
    case 'parts':
      return withParts(file, draw.added);
    case 'statements': {
      const copy = Uint8Array.from(file);
      const view = new DataView(copy.buffer);
      const entries: number[] = [];
      for (let at = 0; at + 46 <= copy.length; at++) if (view.getUint32(at, true) === 0x02014b50) entries.push(at);
      const entry = entries[draw.entry % Math.max(1, entries.length)];
      if (entry === undefined) return copy;
      if (draw.field < 20 || draw.field === 28) view.setUint16(entry + draw.field, draw.value & 0xffff, true);
      else view.setUint32(entry + draw.field, draw.value, true);
      // The flags stand before the part itself too.
      if (draw.field === 8) view.setUint16(6, draw.value & 0xffff, true);
      return copy;
    }
  }
}

function withParts(file: Uint8Array, added: string): Uint8Array {
  const files = unzipSync(file);
  const main = mainOf(Object.keys(files));
  const xml = strFromU8(files[main]!);
  const own = (text: string): Record<string, Uint8Array> => ({ ...files, [main]: strToU8(text) });
  const zipped = (all: Record<string, Uint8Array>): Uint8Array => zipSync(all, { level: 1 });
  switch (added) {
    case 'swollen':
      return zipped({ ...files, 'word/media/a.png': new Uint8Array(8_000_000), [main]: new Uint8Array(8_000_000) });
    case 'many':
      return zipped({ ...files, ...Object.fromEntries(Array.from({ length: 5200 }, (_, at) => [`word/${at}.xml`, new Uint8Array()])) }); // prettier-ignore
    case 'outside':
      return zipped({ ...own(xml.replaceAll('media/', '../../../media/')), '../../word/media/image1.png': strToU8('x'), '/etc/hosts.xml': strToU8('<a/>'), '..\\b.xml': strToU8('<a/>') }); // prettier-ignore
    case 'deep':
      return zipped(own(xml.replace(/<(?:w:body|office:text)>/, (tag) => tag + '<w:tbl><w:tr><w:tc>'.repeat(2000))));
    case 'entities':
      return zipped(own(xml.replace(/<(?!\?)/, '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY e SYSTEM "file:///etc/passwd">]><').replace(/<\/(?:w:t|text:p)>/, (tag) => `&c;&e;${tag}`))); // prettier-ignore
    case 'missing':
      return zipped(Object.fromEntries(Object.entries(files).filter(([name]) => name !== main)));
    case 'external':
      return zipped(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, name.endsWith('.rels') ? strToU8(strFromU8(content).replaceAll(' Target="', ' TargetMode="External" Target="http://127.0.0.1:9/')) : content]))); // prettier-ignore
    default:
      return zipped(own(''));
  }
}
