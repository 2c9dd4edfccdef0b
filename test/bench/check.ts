/** Times full checks in this process: parse, all rules, positions and messages, nothing kept from an earlier run. */
import { createReportService } from '../../server/src/service';
import { median } from './statistics.mjs';

const service = createReportService({
  onRuleFailure: (rule, error) => {
    throw new Error(`the rule ${rule} failed`, { cause: error });
  },
});

/** One full check as a user gets it. @returns number of findings */
export function fullCheck(text: string): number {
  const report = service.parse(text);
  const findings = service.check(report, { profile: 'auto', severities: {} });
  let length = 0;
  for (const finding of findings) {
    service.positionAt(report, finding.start);
    service.positionAt(report, finding.end);
    length += service.messageOf(finding, 'zh-TW').length;
  }
  if (length < findings.length) throw new Error('a finding has no message');
  return findings.length;
}

/** Median time of a full check of `text` in milliseconds. */
export function timeOfCheck(
  text: string,
  rounds: number,
): { readonly milliseconds: number; readonly findings: number } {
  const times: number[] = [];
  let findings = 0;
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    findings = fullCheck(text);
    times.push(performance.now() - started);
  }
  return { milliseconds: median(times), findings };
}
