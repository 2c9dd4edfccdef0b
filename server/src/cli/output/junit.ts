/** The XML that CI servers read as test results: a suite for each file, a case for each finding. */
import type { Message } from '../../service';
import type { CheckFormat, FormatContext } from './checkedFile';

const messages = {
  skipped: { 'zh-TW': '不是出國報告', en: 'not a report' },
} satisfies Record<string, Message>;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 has no place for, not even as an entity. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const forbidden = /[\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;

function escaped(text: string): string {
  return text.replace(forbidden, '\ufffd').replace(/[&<>"]/g, (character) => entities[character]!);
}

export function junitFormat({ service, locale, isGrave }: FormatContext): CheckFormat {
  return {
    begin: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="mission-report">\n',
    separator: '',
    file: function* ({ path, report, findings }) {
      const failures = findings.filter(isGrave).length;
      const suite = escaped(path);
      yield `  <testsuite name="${suite}" tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0">\n`;
      // A suite without a case would not be shown as checked.
      if (findings.length === 0) yield `    <testcase name="check" classname="${suite}"/>\n`;
      for (const finding of findings) {
        const { line, character } = service.positionAt(report, finding.start);
        const message = escaped(service.messageOf(finding, locale));
        const place = `${suite}:${line + 1}:${character + 1}`;
        const body = isGrave(finding)
          ? `<failure type="${finding.severity}" message="${message}">${place}</failure>`
          : `<system-out>${finding.severity}: ${message} (${place})</system-out>`;
        yield `    <testcase name="${finding.rule.id} ${line + 1}:${character + 1}" classname="${suite}">${body}</testcase>\n`;
      }
      yield '  </testsuite>\n';
    },
    skipped: (path) => [
      `  <testsuite name="${escaped(path)}" tests="1" failures="0" errors="0" skipped="1">\n`,
      `    <testcase name="check" classname="${escaped(path)}"><skipped message="${messages.skipped[locale]}"/></testcase>\n`,
      '  </testsuite>\n',
    ],
    end: () => '</testsuites>\n',
  };
}
