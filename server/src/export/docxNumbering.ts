/** The lists of a DOCX file, by which Word counts chapters and items. */
import { AlignmentType, LevelFormat, LevelSuffix } from 'docx';
import type { ILevelsOptions, IParagraphOptions } from 'docx';
import type { NumberSystem } from '../report/model/lines';
import type { Heading, OutlineNumber, ReportDocument } from './document';
import { twips } from './docxStyles';
import { numberIndents } from './layout';

/** Names of the lists. */
const numbers = 'numbers';
export const bullets = 'bullets';

const formats: Readonly<Record<NumberSystem, (typeof LevelFormat)[keyof typeof LevelFormat]>> = {
  formal: LevelFormat.IDEOGRAPH_LEGAL_TRADITIONAL,
  chapter: LevelFormat.TAIWANESE_COUNTING_THOUSAND,
  roman: LevelFormat.UPPER_ROMAN,
  section: LevelFormat.TAIWANESE_COUNTING_THOUSAND,
  han: LevelFormat.TAIWANESE_COUNTING_THOUSAND,
  'han-bracketed': LevelFormat.TAIWANESE_COUNTING_THOUSAND,
  digit: LevelFormat.DECIMAL,
  'digit-bracketed': LevelFormat.DECIMAL,
  letter: LevelFormat.UPPER_LETTER,
  stem: LevelFormat.IDEOGRAPH_TRADITIONAL,
  'stem-bracketed': LevelFormat.IDEOGRAPH_TRADITIONAL,
};

/** Whether headings of `level` (1 for the outermost) have the numbers of that level of the list, as is usual. */
export function isLinked({ body }: ReportDocument, level: number): boolean {
  const ofLevel = body.filter((block): block is Heading => block.kind === 'heading' && block.level === level);
  const numbered = ofLevel.filter(({ number }) => number?.automatic);
  return level <= 5 && numbered.length > 0 && numbered.every(({ number }) => number?.level === level - 1);
}

/** The lists of `document`: the report's numbers, whose levels its headings are linked to, and bullets. */
export function listsOf(
  document: ReportDocument,
): { readonly reference: string; readonly levels: readonly ILevelsOptions[] }[] {
  const { numbering, form } = document;
  const em = twips(form.sizes.body);
  const indents = numberIndents(numbering);
  return [
    {
      reference: numbers,
      levels: numbering.map(({ system, before, behind, spaced }, level): ILevelsOptions => {
        const { left, hanging } = indents[level]!;
        return {
          level,
          format: formats[system],
          text: `${before}%${level + 1}${behind}`,
          alignment: AlignmentType.LEFT,
          suffix: spaced ? LevelSuffix.SPACE : LevelSuffix.NOTHING,
          style: {
            paragraph: { indent: { left: Math.round(left * em), hanging: Math.round(hanging * em) } },
            ...(isLinked(document, level + 1) && { style: `Heading${level + 1}` }),
          },
        };
      }),
    },
    {
      reference: bullets,
      levels: Array.from({ length: 9 }, (_, level) => ({
        level,
        format: LevelFormat.BULLET,
        text: '•●‧'[level % 3]!,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: em * (level + 1), hanging: em } } },
      })),
    },
  ];
}

/** Gives each number its list: the report's own, or one that begins anew. */
export class ListChoice {
  /** The list that the next number belongs to; 0 is the report's own. */
  #list = 0;
  #lists = 0;
  /** The level at which the list of its own began. */
  #listLevel = 0;

  /** Which list `number` belongs to, for the next paragraph, which has it. */
  next(number: OutlineNumber): NonNullable<IParagraphOptions['numbering']> {
    const { level, restarts } = number;
    if (restarts) {
      this.#list = ++this.#lists;
      this.#listLevel = level;
    } else if (level < this.#listLevel) {
      this.#list = 0;
      this.#listLevel = 0;
    }
    return { reference: numbers, level, instance: this.#list, custom: true };
  }
}
