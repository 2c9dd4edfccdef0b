/** What the extension and the page of its preview tell each other. */
import type { ProtocolPreview, ProtocolPreviewPiece } from '../../../server/src/lsp/protocol';

/** A new version of the document: the pieces `[from, from + removed)` are replaced by `pieces`. */
export interface ShowMessage {
  readonly type: 'show';
  readonly title: string;
  readonly style: string;
  readonly page: ProtocolPreview['page'];
  readonly from: number;
  readonly removed: number;
  readonly pieces: readonly ProtocolPreviewPiece[];
  /** Address of the report's folder for its images, with a slash at the end. */
  readonly folder: string;
}

/** The cursor stands on this line of the report. */
export interface LineMessage {
  readonly type: 'line';
  readonly line: number;
}

export type ToPage = ShowMessage | LineMessage;

/** The page is there, or somebody wants to go to a line of the report. */
export type FromPage = { readonly type: 'ready' } | LineMessage;
