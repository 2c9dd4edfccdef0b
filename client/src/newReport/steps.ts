import * as vscode from 'vscode';

/** What came of a step: its answer, or the way back, or nothing more at all. */
export type Outcome<T> = { readonly answer: T } | 'back' | 'cancelled';

/** Where a step stands among the others. */
export interface Frame {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly totalSteps: number;
}

/** Shows `input` within `frame` until it is accepted with an answer, left by the back button, or hidden. */
function ask<T>(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  { title, step, totalSteps }: Frame,
  answer: () => T | undefined,
): Promise<Outcome<T>> {
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  input.ignoreFocusOut = true;
  if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const end = (outcome: Outcome<T>): void => {
      resolve(outcome);
      input.dispose();
    };
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) end('back');
    });
    input.onDidAccept(() => {
      const given = answer();
      if (given !== undefined) end({ answer: given });
    });
    input.onDidHide(() => {
      end('cancelled');
    });
    input.show();
  });
}

function holds({ label, description, detail }: vscode.QuickPickItem, typed: string): boolean {
  return [label, description, detail].some((words) => words?.toLowerCase().includes(typed.toLowerCase()));
}

export interface PickOptions<T extends vscode.QuickPickItem> {
  readonly placeholder: string;
  /** The one proposed. */
  readonly active: T | undefined;
  /** The entry for words that were typed: they are an answer too, whatever the list holds. */
  readonly own?: (typed: string) => T;
}

/** Has one of `items` chosen, or words of one's own where those are an answer. */
export function pick<T extends vscode.QuickPickItem>(
  frame: Frame,
  items: readonly T[],
  { placeholder, active, own }: PickOptions<T>,
): Promise<Outcome<T>> {
  const list = vscode.window.createQuickPick<T>();
  list.items = items;
  list.placeholder = placeholder;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  if (active) list.activeItems = [active];
  if (own)
    list.onDidChangeValue((value) => {
      const typed = value.trim();
      // First where the list has nothing like it; else last, as Enter is to take what was looked for.
      if (typed === '' || items.some(({ label }) => label === typed)) list.items = items;
      else list.items = items.some((item) => holds(item, typed)) ? [...items, own(typed)] : [own(typed), ...items];
    });
  return ask(list, frame, () => list.activeItems[0]);
}

/** What a box says of the words in it: `isFault` where they are no answer. */
export interface Remark {
  readonly message: string;
  readonly isFault: boolean;
}

/** Has a line written; `remarkOn` says what is wrong with it or how it is understood, undefined when there is nothing to say. */
export function write(
  frame: Frame,
  options: {
    readonly prompt: string;
    readonly placeholder: string;
    readonly value: string;
    readonly remarkOn?: (value: string) => Remark | undefined;
  },
): Promise<Outcome<string>> {
  const box = vscode.window.createInputBox();
  box.prompt = options.prompt;
  box.placeholder = options.placeholder;
  box.value = options.value;
  /** Says what there is to say of the words; whether they are an answer comes back. */
  const look = (): boolean => {
    const remark = options.remarkOn?.(box.value);
    const { Error: fault, Info: note } = vscode.InputBoxValidationSeverity;
    box.validationMessage = remark && { message: remark.message, severity: remark.isFault ? fault : note };
    return !remark?.isFault;
  };
  look();
  box.onDidChangeValue(look);
  return ask(box, frame, () => (look() ? box.value.trim() : undefined));
}

/** One question: asks it, keeps the answer, and says whether to go on. */
export type Step = (frame: Frame) => Promise<'next' | 'back' | 'cancelled'>;

/**
 * Asks one question after the other, back and forth.
 *
 * @param stepsNow the questions as far as they are known; the answers before may change those behind
 * @returns whether all were answered
 */
export async function askInTurn(title: string, stepsNow: () => readonly Step[]): Promise<boolean> {
  for (let index = 0; ;) {
    const steps = stepsNow();
    const step = steps[index];
    if (!step) return true;
    const outcome = await step({ title, step: index + 1, totalSteps: steps.length });
    if (outcome === 'cancelled') return false;
    index += outcome === 'next' ? 1 : -1;
  }
}

/** Makes a step of a question and of what keeps its answer. */
export const keeping =
  <T>(question: (frame: Frame) => Promise<Outcome<T>>, keep: (answer: T) => void): Step =>
  async (frame) => {
    const outcome = await question(frame);
    if (outcome === 'back' || outcome === 'cancelled') return outcome;
    keep(outcome.answer);
    return 'next';
  };
