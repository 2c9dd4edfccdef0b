import type { LineFacts } from '../../report/model/lines';

/**
 * Whether what begins at `start` on a line stands in its lead-in or in a table (the itinerary), which like a heading may
 * give a full name again.
 */
export function inLeadIn({ shape }: LineFacts, start: number): boolean {
  if (shape.cells.length > 1) return true;
  return shape.number !== undefined && shape.runsOn && start < shape.lead.end;
}
