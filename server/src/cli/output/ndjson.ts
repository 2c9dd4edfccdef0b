import type { CheckFormat, FormatContext } from './checkedFile';
import { fileJson, skippedJson } from './fileObject';

/** A line of JSON for each file. */
export function ndjsonFormat({ service, locale }: FormatContext): CheckFormat {
  return {
    begin: '',
    separator: '',
    file: function* (checked) {
      yield* fileJson(service, checked, locale);
      yield '\n';
    },
    skipped: (path) => [`${skippedJson(path)}\n`],
    end: () => '',
  };
}
