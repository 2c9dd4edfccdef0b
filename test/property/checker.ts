/** The library as a checker of the kinds of faults: a report that is edited, and the same text opened anew. */
import assert from 'node:assert/strict';
import { createReportService } from '../../server/src/service';
import type {
  CheckOptions,
  FeatureOptions,
  Finding,
  OutlineNode,
  QuickFix,
  Report,
  ReportService,
} from '../../server/src/service';
import type { Checker, Place, Replacement, Statement } from '../fuzz/kinds';
import { differences } from '../fuzz/kinds';
import { edited } from './edits';
import type { Edit } from './edits';

type JudgeResult = ReturnType<ReportService['judge']>;

export const service = createReportService({
  onRuleFailure: (rule, error) => {
    throw new Error(`the rule ${rule} failed`, { cause: error });
  },
});

/** As a report is checked out of the box. */
export const byDefault: FeatureOptions = { profile: 'auto', severities: {}, locale: 'zh-TW' };
/** Every rule is on, those too that are off by default. */
export const everyRule: FeatureOptions = {
  ...byDefault,
  severities: Object.fromEntries(
    service.rules.filter(({ severity }) => severity === 'off').map(({ id }) => [id, 'hint' as const]),
  ),
};

function statementOf(finding: Finding): Statement {
  const { rule, severity, start, end, related = [], subject = '' } = finding;
  return {
    ...{ rule: rule.id, severity, start, end },
    message: `${service.messageOf(finding, 'zh-TW')}${subject && ` [${subject}]`}`,
    related: related.map((place, index) => ({
      ...{ start: place.start, end: place.end },
      message: service.relatedMessageOf(finding, index, 'zh-TW'),
    })),
  };
}

/** A place of the outline with all that is said of it in one line. */
export interface OutlinePlace extends Place {
  readonly line: string;
  readonly selection: Place;
}

/** A text with what the library says of it. */
export class CheckedText {
  readonly text: string;
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly statements: readonly Statement[];
  readonly #options: FeatureOptions;
  readonly #judged: JudgeResult;

  private constructor(text: string, options: FeatureOptions, before?: CheckedText) {
    this.text = text;
    this.#options = options;
    this.report = service.parse(text, before?.report);
    this.#judged = service.judge(this.report, options, before === undefined ? undefined : before.#judged);
    this.findings = this.#judged.findings.all;
    this.statements = this.findings.map(statementOf);
  }

  /** `text`, opened for the first time. */
  static fresh(text: string, options: FeatureOptions): CheckedText {
    return new CheckedText(text, options);
  }

  /** This text after `edit`, going on from what is known of it. */
  after(edit: Edit): CheckedText {
    return new CheckedText(edited(this.text, edit), this.#options, this);
  }

  /** Every fix of every finding, or of those of one rule, in the order of the findings. */
  fixesOf(rule?: string): readonly { readonly finding: Statement; readonly fix: Omit<QuickFix, 'finding'> }[] {
    return this.findings.flatMap((finding, index) =>
      rule !== undefined && finding.rule.id !== rule
        ? []
        : service
            .fixesOf(this.report, finding, this.#options)
            .map(({ title, safety, edits }) => ({ finding: this.statements[index]!, fix: { title, safety, edits } })),
    );
  }

  /** The places of the outline, from the top down. */
  get outline(): readonly OutlinePlace[] {
    const places: OutlinePlace[] = [];
    const walk = (nodes: readonly OutlineNode[], depth: number): void => {
      for (const { kind, number, title, start, end, selection, children } of nodes) {
        const line = `${depth} ${kind} ${number} ${title} ${start}–${end} ${selection.start}–${selection.end}`;
        places.push({ line, start, end, selection });
        walk(children, depth + 1);
      }
    };
    walk(service.outline(this.report), 0);
    return places;
  }
}

/**
 * Throws where `edited`, which has come about edit by edit, says other than `fresh`: findings, outline, and fixes, of all
 * rules or of one.
 */
export function assertSaysTheSame(edited: CheckedText, fresh: CheckedText, fixesOfRule?: string): void {
  const lines = ({ outline }: CheckedText): readonly string[] => outline.map(({ line }) => line);
  assert.equal(edited.text, fresh.text);
  assert.deepEqual(differences(edited.statements, fresh.statements), []);
  assert.deepEqual(lines(edited), lines(fresh));
  assert.deepEqual(edited.fixesOf(fixesOfRule), fresh.fixesOf(fixesOfRule));
}

/** The library, asked about whole texts. */
export function checkerOf(options: FeatureOptions): Checker {
  const check = (text: string, asked: CheckOptions): readonly Finding[] => service.check(service.parse(text), asked);
  return {
    statements: (text) => Promise.resolve(check(text, options).map(statementOf)),
    safeEdits: (text): Promise<readonly Replacement[]> => {
      const report = service.parse(text);
      return Promise.resolve(service.safeEdits(report, service.check(report, options), options));
    },
  };
}
