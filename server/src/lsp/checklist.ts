import { rangeOf } from './conversion';
import type { Core } from './core';
import type { OpenDocument } from './documents';
import type { ProtocolChecklistItem } from './protocol';
import type { Settings } from './settings';

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
