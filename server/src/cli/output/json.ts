import type { CheckFormat, FormatContext } from './checkedFile';
import { fileJson, skippedJson } from './fileObject';

/** One object for the whole run. */
export function jsonFormat({ service, locale }: FormatContext): CheckFormat {
  return {
    begin: '{"version":1,"files":[',
    separator: ',',
    file: (checked) => fileJson(service, checked, locale),
    skipped: (path) => [skippedJson(path)],
    end: ({ files, skipped, counts }) =>
      `],"summary":${JSON.stringify({ files, ...(skipped > 0 && { skipped }), ...counts })}}\n`,
  };
}
