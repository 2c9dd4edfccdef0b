/** The archive `bytes` with the same members, as small as deflate can have them. */
export function recompressed(bytes: Uint8Array): Promise<Uint8Array>;
