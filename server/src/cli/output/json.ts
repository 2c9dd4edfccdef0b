import type { CheckFormat, FormatContext } from './checkedFile';
import { fileJson } from './fileObject';

/** One object for the whole run. */
export function jsonFormat({ service, locale }: FormatContext): CheckFormat {
  return {
    begin: '{"version":1,"files":[',
    separator: ',',
    file: (checked) => fileJson(service, checked, locale),
    end: ({ files, counts }) => `],"summary":${JSON.stringify({ files, ...counts })}}\n`,
  };
}
