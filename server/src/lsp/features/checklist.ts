import { rangeOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import type { ProtocolChecklistItem } from '../protocol';
import type { Settings } from '../configuration/settings';

/** A person looks at no more of them, and the number of all stands in the item's detail. */
const mostPlaces = 200;

/** The items of 審核表 with what speaks against each. */
export function checklistOf(document: OpenDocument, { service }: Core, settings: Settings): ProtocolChecklistItem[] {
  const report = document.report(service);
  const items = service.checklist(report, document.findings(service, settings).all, settings);
  return items.map(({ places, ...item }) => ({
    ...item,
    places: places.slice(0, mostPlaces).map((place) => ({
      range: rangeOf(service, report, place),
      message: place.message,
      severity: place.severity,
    })),
  }));
}
