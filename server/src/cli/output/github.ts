/** Workflow commands of GitHub Actions, which show findings beside the lines of a pull request. */
import type { Message, Severity } from '../../service';
import type { CheckFormat, FormatContext } from './checkedFile';

const messages = {
  skipped: { 'zh-TW': '不是出國報告，未檢查', en: 'not a report, not checked' },
} satisfies Record<string, Message>;

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function escapedMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

export function githubFormat({ service, locale }: FormatContext): CheckFormat {
  return {
    begin: '',
    separator: '',
    file: function* ({ path, report, findings }) {
      for (const finding of findings) {
        const start = service.positionAt(report, finding.start);
        const end = service.positionAt(report, finding.end);
        // Columns over several lines are not understood there.
        const columns =
          start.line === end.line && end.character > start.character
            ? `,col=${start.character + 1},endColumn=${end.character + 1}`
            : `,col=${start.character + 1}`;
        const place = `file=${escapedProperty(path)},line=${start.line + 1},endLine=${end.line + 1}${columns}`;
        yield (
          `::${commands[finding.severity]} ${place},title=${escapedProperty(finding.rule.id)}::` +
          `${escapedMessage(service.messageOf(finding, locale))}\n`
        );
      }
    },
    skipped: (path) => [`::notice file=${escapedProperty(path)}::${messages.skipped[locale]}\n`],
    end: () => '',
  };
}
