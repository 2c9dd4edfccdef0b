import type { Locale, ReportService } from '../../service';
import type { Terminal } from '../terminal';
import type { CheckOutput } from './checkedFile';
import { fileObject } from './fileObject';

/** One object for the whole run, written file by file. */
export function jsonOutput(service: ReportService, terminal: Terminal, locale: Locale): CheckOutput {
  let separator = '{"version":1,"files":[';
  return {
    file: (checked) => {
      terminal.out(separator + JSON.stringify(fileObject(service, checked, locale)));
      separator = ',';
    },
    end: ({ files, counts }) => {
      const opening = separator === ',' ? '' : separator;
      terminal.out(`${opening}],"summary":${JSON.stringify({ files, ...counts })}}\n`);
    },
  };
}
