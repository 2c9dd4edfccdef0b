import * as vscode from 'vscode';

type Answer = (...given: readonly unknown[]) => unknown;

/** Messages that were shown, and what their button is answered with. */
interface Screen {
  readonly messages: string[];
  /** The button to press on the next message that has one which matches; none by default. */
  press: RegExp | undefined;
  /** What is ticked in the next list. */
  tick: (items: readonly vscode.QuickPickItem[]) => readonly vscode.QuickPickItem[];
}

/** Stands in for the person who reads messages and ticks entries of lists, until `restore` is called. */
export function watchScreen(): Screen & { restore(): void } {
  const { window } = vscode as unknown as { window: Record<string, Answer> };
  const names = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage', 'showQuickPick'] as const;
  const own = names.map((name) => window[name]);
  const screen = {
    messages: [] as string[],
    press: undefined as RegExp | undefined,
    tick: (items: readonly vscode.QuickPickItem[]) => items,
    restore: () => {
      names.forEach((name, index) => (window[name] = own[index]!));
    },
  };
  const say: Answer = (message, ...buttons) => {
    screen.messages.push(String(message));
    const { press } = screen;
    const button = press && buttons.find((one) => press.test(String(one)));
    if (button !== undefined) screen.press = undefined;
    return Promise.resolve(button);
  };
  window['showInformationMessage'] = say;
  window['showWarningMessage'] = say;
  window['showErrorMessage'] = say;
  window['showQuickPick'] = async (items) => screen.tick((await items) as readonly vscode.QuickPickItem[]);
  return screen;
}
