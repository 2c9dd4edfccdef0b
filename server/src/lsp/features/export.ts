/** FinishedDocument documents for the client: their bytes, their preview, and the fields of the digest record. */
import type { CalendarDate } from '../../service';
import { base64Of, bytesOf } from '../protocol';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import type { Exporter } from '../server/host';
import type { DigestResult, ExportImage, ExportParams, ExportResult, ProtocolPreview } from '../protocol';
import type { Settings } from '../configuration/settings';

type FinishedDocument = ReturnType<Exporter['finishedDocument']>;

function finishedOf(
  document: OpenDocument,
  { service }: Core,
  settings: Settings,
  exporter: Exporter,
): FinishedDocument {
  const report = document.report(service);
  return exporter.finishedDocument(report, service.profileOf(report, settings));
}

export function exportImagesOf(
  document: OpenDocument,
  core: Core,
  settings: Settings,
  exporter: Exporter,
): readonly ExportImage[] {
  return exporter.imageSources(finishedOf(document, core, settings, exporter)).map((source) => {
    const path = exporter.imagePath(source);
    return { source, ...(path !== undefined && { path }) };
  });
}

export async function exportOf(
  document: OpenDocument,
  core: Core,
  settings: Settings,
  { content, format, images }: ExportParams,
  exporter: Exporter,
  today: CalendarDate,
): Promise<ExportResult> {
  const { service } = core;
  const report = document.report(service);
  const finished = finishedOf(document, core, settings, exporter);
  const findings = document.findings(service, settings).all;
  const found = new Map<string, NonNullable<ReturnType<Exporter['readImage']>>>();
  for (const { source, base64 } of images) {
    const image = exporter.readImage(bytesOf(base64));
    if (image) found.set(source, image);
  }
  const written =
    content === 'report'
      ? finished
      : content === 'digest'
        ? exporter.digestDocument(exporter.digestOf(report, finished), finished)
        : exporter.reviewForm(
            exporter.digestOf(report, finished),
            service.checklist(report, findings, settings),
            finished,
          );
  const bytes = await exporter.writeDocument(written, format, found, today);
  return {
    base64: base64Of(bytes),
    errors: findings.filter(({ severity }) => severity === 'error').length,
    missingImages: exporter.imageSources(written).filter((source) => !found.has(source)),
    hanFonts: [finished.form.fonts.han, ...finished.form.fonts.hanSubstitutes],
  };
}

export function previewOf(document: OpenDocument, core: Core, settings: Settings, exporter: Exporter): ProtocolPreview {
  const finished = finishedOf(document, core, settings, exporter);
  const { style, page, pieces } = exporter.previewOf(finished);
  return {
    title: finished.properties.title,
    style,
    page,
    pieces: pieces.map(({ line, html, begins }) => ({ line, html, ...(begins && { begins }) })),
  };
}

export function digestFieldsOf(
  document: OpenDocument,
  core: Core,
  settings: Settings,
  exporter: Exporter,
): DigestResult {
  return exporter.digestOf(document.report(core.service), finishedOf(document, core, settings, exporter));
}
