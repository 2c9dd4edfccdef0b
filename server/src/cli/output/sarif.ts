/** SARIF 2.1.0 (OASIS), the format of code scanning services. Columns are UTF-16 code units from 1. */
import path from 'node:path';
import { URI } from 'vscode-uri';
import { version } from '../../../../package.json';
import type { Report, Rule, Severity, Span } from '../../service';
import type { CheckFormat, FormatContext } from './checkedFile';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** A file's address: relative ones stay so, for the service that knows where the sources are. */
function uriOf(file: string): string {
  if (path.isAbsolute(file)) return URI.file(file).toString();
  return file.split(/[/\\]/).map(encodeURIComponent).join('/');
}

export function sarifFormat({ service, locale }: FormatContext): CheckFormat {
  const descriptor = ({ id, title, severity, source }: Rule) => ({
    id,
    shortDescription: { text: title[locale] },
    fullDescription: { text: `${title[locale]}（${source}）` },
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
  });
  const driver = { name: 'mission-report', version, rules: service.rules.map(descriptor) };
  const indexes = new Map(service.rules.map(({ id }, index) => [id, index]));
  const region = (report: Report, { start, end }: Span) => {
    const from = service.positionAt(report, start);
    const to = service.positionAt(report, end);
    return {
      startLine: from.line + 1,
      startColumn: from.character + 1,
      endLine: to.line + 1,
      endColumn: to.character + 1,
      charOffset: start,
      charLength: end - start,
    };
  };
  return {
    begin:
      `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{` +
      `"tool":${JSON.stringify({ driver })},"columnKind":"utf16CodeUnits","results":[`,
    separator: ',',
    file: function* ({ path: file, report, options, findings }) {
      const artifactLocation = { uri: uriOf(file) };
      let comma = '';
      for (const finding of findings) {
        const fixes = service.fixesOf(report, finding, { ...options, locale }).map(({ title, edits }) => ({
          description: { text: title },
          artifactChanges: [
            {
              artifactLocation,
              replacements: edits.map((edit) => ({
                deletedRegion: region(report, edit),
                ...(edit.text !== '' && { insertedContent: { text: edit.text } }),
              })),
            },
          ],
        }));
        const related = (finding.related ?? []).map((place, index) => ({
          id: index,
          message: { text: service.relatedMessageOf(finding, index, locale) },
          physicalLocation: { artifactLocation, region: region(report, place) },
        }));
        const result = JSON.stringify({
          ruleId: finding.rule.id,
          ruleIndex: indexes.get(finding.rule.id),
          level: levels[finding.severity],
          message: { text: service.messageOf(finding, locale) },
          locations: [{ physicalLocation: { artifactLocation, region: region(report, finding) } }],
          ...(related.length > 0 && { relatedLocations: related }),
          ...(fixes.length > 0 && { fixes }),
        });
        yield comma + result;
        comma = ',';
      }
    },
    skipped: () => [],
    end: () => ']}]}\n',
  };
}
