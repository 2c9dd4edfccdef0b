/** A half-open range `[start, end)` of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies inside `span`; the end counts, as a cursor behind the last character still touches it. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** `span` moved by `delta` code units. */
export function shifted(span: Span, delta: number): Span {
  return { start: span.start + delta, end: span.end + delta };
}
