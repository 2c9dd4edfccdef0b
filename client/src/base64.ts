/** Bytes as text, for messages to the server: on the desktop and on the web alike. */

/** In steps that a call takes. */
const step = 0x2000;

export function base64Of(bytes: Uint8Array): string {
  let units = '';
  for (let start = 0; start < bytes.length; start += step)
    units += String.fromCharCode(...bytes.subarray(start, start + step));
  return btoa(units);
}

export const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
