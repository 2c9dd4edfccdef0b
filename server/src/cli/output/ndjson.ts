import type { Locale, ReportService } from '../../service';
import type { Terminal } from '../terminal';
import type { CheckOutput } from './checkedFile';
import { fileObject } from './fileObject';

/** A line of JSON for each file. */
export function ndjsonOutput(service: ReportService, terminal: Terminal, locale: Locale): CheckOutput {
  return {
    file: (checked) => {
      terminal.out(`${JSON.stringify(fileObject(service, checked, locale))}\n`);
    },
    end: () => undefined,
  };
}
