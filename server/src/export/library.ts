/**
 * What the export offers to the edges, in a bundle of its own that is loaded when it is first used. It is handed
 * reports that the library has read, and the bytes of images that an edge has read; it reads and writes nothing itself.
 */
import { reportFormOf } from '../knowledge/reportForm';
import type { Profile } from '../knowledge/types';
import type { Report } from '../report/model/report';
import type { CalendarDate } from '../text/calendar';
import { digestDocument, digestJson, digestOf } from './digest';
import type { DigestField } from './digest';
import type { ReportDocument } from './document';
import { docxOf } from './docx';
import { documentOf } from './fromReport';
import { htmlOf, htmlPieces, htmlStyle } from './html';
import type { HtmlPiece } from './html';
import { imagePath, imageSources, readImage } from './images';
import type { ImageFile, Images } from './layout';
import { odtOf } from './odt';
import { escaped } from './plainText';
import { reviewForm } from './reviewForm';
import type { Verdict } from './reviewForm';

/** The kinds of files that hold a document. */
export type DocumentFormat = 'docx' | 'odt' | 'html';

/** The finished document of `report` under `profile`. */
export function finishedDocument(report: Report, profile: Profile): ReportDocument {
  return documentOf(report, {
    form: reportFormOf(profile.id),
    contents: profile.parts.some(({ part }) => part === 'contents'),
  });
}

/** The bytes of `document` in `format`. @param today the day the file is made */
export async function writeDocument(
  document: ReportDocument,
  format: DocumentFormat,
  images: Images,
  today: CalendarDate,
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return docxOf(document, images, today);
    case 'odt':
      return odtOf(document, images, today);
    case 'html':
      return new TextEncoder().encode(htmlOf(document, images));
  }
}

export interface Preview {
  readonly style: string;
  /** Millimetres. */
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly margins: readonly [top: number, right: number, bottom: number, left: number];
  };
  readonly pieces: readonly HtmlPiece[];
}

/** The document as pieces for a preview; an image is an `img` with the path below the report's folder in `data-path`. */
export function previewOf(document: ReportDocument): Preview {
  const { page, margins } = document.form;
  return {
    style: htmlStyle(document.form),
    page: { ...page, margins: [margins.top, margins.right, margins.bottom, margins.left] },
    pieces: htmlPieces(
      document,
      (source) => {
        const path = imagePath(source);
        return path === undefined ? undefined : `data-path="${escaped(path)}"`;
      },
      'data-style',
    ),
  };
}

export { digestDocument, digestJson, digestOf, imagePath, imageSources, readImage, reviewForm };
export type { DigestField, HtmlPiece, ImageFile, Images, ReportDocument, Verdict };
