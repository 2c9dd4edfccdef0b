import type { Sourced } from './types';

/** An acronym that stands for a class of things, each called by the words before it: 電子商務 JSI, 投資便捷化 JSI. */
export interface AcronymClass extends Sourced {
  readonly acronym: string;
  /** The kinds, each with the words that name it in front of the acronym or of its full name. */
  readonly kinds: readonly (readonly string[])[];
}

const classes: readonly AcronymClass[] = [
  {
    acronym: 'JSI',
    kinds: [
      ['電子商務', '電商', '數位貿易'],
      ['投資便捷化', '投資便利化', '促進發展之投資便捷化', '投資'],
      ['服務業國內規章', '服務貿易國內規章', '國內規章'],
      ['微中小企業', '微中小型企業', '中小企業'],
    ],
    source: 'WTO, Joint Initiatives (www.wto.org)',
    trust: 'general',
  },
];

/** The class that `acronym` stands for, if it stands for one. */
export function acronymClassOf(acronym: string): AcronymClass | undefined {
  return classes.find((candidate) => candidate.acronym === acronym);
}
