/** Bytes as text, for messages: in Node and in a worker alike. */

/** The bytes that `base64` stands for; none where it is no Base64. */
export function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/** In steps that a call takes. */
const step = 0x2000;

export function base64Of(bytes: Uint8Array): string {
  let units = '';
  for (let start = 0; start < bytes.length; start += step)
    units += String.fromCharCode(...bytes.subarray(start, start + step));
  return btoa(units);
}
