/**
 * Stands in the bundles for `@lezer/highlight`: the parser of Markdown says at its start how an editor colours what it
 * reads, and nothing here is coloured by it.
 */
const none = () => undefined;

/** The names of colours: whichever is asked for. */
export const tags = new Proxy({}, { get: () => none });
/** What colours the types of nodes: none of them. */
export const styleTags = () => none;
/** A colour. */
export class Tag {}
