/** What a rule about the whole report sees of it. */
import type { AcronymUsage } from '../../report/model/acronyms';
import type { EconomyNames } from '../../report/model/economies';
import type { Headings } from '../../report/model/headings';
import type { Report } from '../../report/model/report';
import type {
  AbstractUnit,
  Chapter,
  ChapterItinerary,
  ChapterMeeting,
  ContentsUnit,
  CoverUnit,
} from '../../report/model/units';

/** A report by its units. Each part is the same object from one version to the next for as long as it is the same. */
export interface ReportView {
  /** Undefined in a text that begins with its body. */
  readonly cover: CoverUnit | undefined;
  readonly abstract: AbstractUnit | undefined;
  readonly contents: ContentsUnit | undefined;
  /** The section tree without what stands below its headings. */
  readonly headings: Headings;
  readonly chapters: readonly Chapter[];
  readonly itinerary: ChapterItinerary | undefined;
  readonly meetings: readonly ChapterMeeting[];
  readonly acronyms: AcronymUsage;
  readonly economies: EconomyNames;
  /** The report with offsets of its text. It is another with every change, so whoever reads it runs at every change. */
  readonly whole: Report;
}

/** The report as it is now. */
export function viewOf(report: Report): ReportView {
  const { units } = report;
  return {
    cover: units.cover,
    abstract: units.abstract,
    contents: units.contents,
    headings: units.headings,
    chapters: units.chapters,
    itinerary: units.itinerary,
    meetings: units.meetings,
    get acronyms() {
      return units.acronyms;
    },
    get economies() {
      return units.economies;
    },
    whole: report,
  };
}

/** What was read of a view. */
export type Reads = ReadonlyMap<keyof ReportView, unknown>;

/** A view that writes down what is read of it. */
export interface TrackedView {
  readonly view: ReportView;
  /** Ends the reading, so that nobody goes on with a version that is gone. @returns what was read */
  end(): Reads;
}

export function tracked(view: ReportView): TrackedView {
  const reads = new Map<keyof ReportView, unknown>();
  let isOver = false;
  return {
    view: new Proxy(view, {
      get: (target, key: keyof ReportView) => {
        if (isOver) throw new Error(`a rule reads ${key} of a report that it has judged; a fix is given the report`);
        const value = target[key];
        reads.set(key, value);
        return value;
      },
    }),
    end: () => {
      isOver = true;
      return reads;
    },
  };
}

/** Whether everything that was read is in `view` what it was. */
export function isUnchanged(reads: Reads, view: ReportView): boolean {
  for (const [key, value] of reads) if (view[key] !== value) return false;
  return true;
}
