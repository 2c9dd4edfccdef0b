/**
 * The page of the preview, in its webview: puts the pieces of a document on sheets of paper. They stay in one column;
 * where a sheet ends, a gap pushes what follows to the next one, so that an update touches few elements and nothing jumps.
 */
import type { FromPage, LineMessage, ShowMessage, ToPage } from './messages';

// As much of a browser as is needed: the project is compiled without the browser's types.
interface Rect {
  readonly top: number;
  readonly bottom: number;
}
interface PageNode {
  readonly nodeType: number;
  readonly childNodes: ArrayLike<PageNode>;
  readonly textContent: string;
}
interface PageElement extends PageNode {
  readonly offsetTop: number;
  readonly offsetHeight: number;
  readonly clientWidth: number;
  readonly dataset: Record<string, string | undefined>;
  readonly style: Record<string, string>;
  readonly classList: { add(name: string): void; remove(name: string): void };
  readonly children: ArrayLike<PageElement>;
  readonly parentElement: PageElement | null;
  className: string;
  innerHTML: string;
  textContent: string;
  tabIndex: number;
  src: string;
  getBoundingClientRect(): Rect;
  querySelectorAll(selector: string): ArrayLike<PageElement> & Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  insertBefore(node: PageElement, before: PageElement | null): void;
  append(...nodes: PageElement[]): void;
  remove(): void;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  cloneNode(deep: boolean): PageElement;
  normalize(): void;
}
interface PageRange {
  setStart(node: PageNode, offset: number): void;
  setEnd(node: PageNode, offset: number): void;
  insertNode(node: PageElement): void;
  getClientRects(): ArrayLike<Rect>;
}
interface PageEvent {
  readonly target: PageElement;
  readonly key?: string;
  readonly data?: unknown;
  preventDefault(): void;
}
declare const document: {
  readonly body: PageElement;
  readonly documentElement: { scrollTop: number; readonly clientHeight: number; readonly clientWidth: number };
  adoptedStyleSheets: unknown[];
  title: string;
  createElement(name: string): PageElement;
  createRange(): PageRange;
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
};
declare const window: { addEventListener(type: string, listener: (event: PageEvent) => void): void };
declare class CSSStyleSheet {
  replaceSync(text: string): void;
}
declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

interface Piece {
  readonly element: PageElement;
  line: number;
  readonly begins: string | undefined;
}

/** Pixels between two sheets, and pixels to the millimetre. */
const between = 24;
const pixels = 96 / 25.4;

const api = acquireVsCodeApi();
const ownStyle = new CSSStyleSheet();
const paperStyle = new CSSStyleSheet();
document.adoptedStyleSheets = [ownStyle, paperStyle];
const desk = document.createElement('div');
const sheets = document.createElement('div');
const main = document.createElement('main');
desk.append(sheets, main);
document.body.append(desk);
main.tabIndex = 0;
sheets.setAttribute('aria-hidden', 'true');

let pieces: Piece[] = [];
let page: ShowMessage['page'] | undefined;
let folder = '';
let current: PageElement | undefined;
let scale = 1;

function styleOf({ width, margins }: ShowMessage['page']): string {
  return `html { overflow-anchor: none; } body { margin: 0; padding: 0; background: var(--vscode-editorGroupHeader-tabsBackground, #777); color: #000; }
body > div { position: relative; width: ${width * pixels}px; transform-origin: 0 0; margin: 0; }
main { position: relative; padding: 0 ${margins[1] * pixels}px 0 ${margins[3] * pixels}px; outline: none; }
.sheet { position: absolute; left: 0; right: 0; background: #fff; box-shadow: 0 1px 4px rgb(0 0 0 / 45%); }
.sheet span { position: absolute; left: 0; right: 0; text-align: center; font: 12pt "Times New Roman", serif; }
.gap { display: block; }
tr.gap td { border: 0; padding: 0; }
.current { box-shadow: -6px 0 0 -3px var(--vscode-focusBorder, #0078d4); }
[data-line] { cursor: pointer; }
[data-line]:focus-visible { outline: 2px solid var(--vscode-focusBorder, #0078d4); }`;
}

function elementOf(html: string): PageElement {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  for (const element of holder.querySelectorAll('[data-style]')) element.style['cssText'] = element.dataset['style']!;
  for (const image of holder.querySelectorAll('img[data-path]')) {
    image.src = folder + image.dataset['path']!.split('/').map(encodeURIComponent).join('/');
    // Its height is known only then.
    (image as unknown as { onload: () => void }).onload = paginate;
  }
  for (const heading of holder.querySelectorAll('h1, h2, h3, h4, h5, h6')) heading.tabIndex = 0;
  return holder.children[0]!;
}

/** The piece at the top of the window, and how far above the top it begins. */
function topPiece(): { readonly element: PageElement; readonly above: number } | undefined {
  for (const { element } of pieces) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > 0) return { element, above: top };
  }
  return undefined;
}

function show(message: ShowMessage): void {
  const anchor = topPiece();
  ({ page, folder } = message);
  document.title = message.title;
  main.setAttribute('aria-label', message.title);
  paperStyle.replaceSync(message.style);
  ownStyle.replaceSync(styleOf(message.page));
  const made = message.pieces.map(({ html, line, begins }): Piece => ({ element: elementOf(html), line, begins }));
  const next = pieces[message.from + message.removed]?.element ?? null;
  for (const { element } of pieces.slice(message.from, message.from + message.removed)) element.remove();
  for (const { element } of made) main.insertBefore(element, next);
  pieces = [...pieces.slice(0, message.from), ...made, ...pieces.slice(message.from + message.removed)];
  paginate();
  if (anchor?.element.parentElement)
    document.documentElement.scrollTop += anchor.element.getBoundingClientRect().top - anchor.above;
}

/** Takes away what an earlier pagination put between the words. */
function closeGaps(): void {
  for (const gap of main.querySelectorAll('.gap')) {
    const around = gap.parentElement!;
    gap.remove();
    around.normalize();
  }
  for (const { element } of pieces) element.style['marginTop'] = '';
  for (const element of main.querySelectorAll('[data-style]')) {
    const { style } = element.dataset;
    if (element.style['cssText'] !== style) element.style['cssText'] = style!;
  }
}

/** Where a line of `element` first reaches below `limit`, as a place in its text; undefined where none begins above it. */
function lineBelow(
  element: PageElement,
  limit: number,
): { readonly node: PageNode; readonly offset: number; readonly top: number } | undefined {
  const texts: PageNode[] = [];
  const walk = (node: PageNode): void => {
    if (node.nodeType === 3) texts.push(node);
    else for (const child of Array.from(node.childNodes)) walk(child);
  };
  walk(element);
  const range = document.createRange();
  const rectAt = (node: PageNode, offset: number): Rect | undefined => {
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    return range.getClientRects()[0];
  };
  const first = texts.find((node) => node.textContent.length > 0);
  const opening = first && rectAt(first, 0);
  if (!opening || opening.bottom > limit) return undefined;
  for (const node of texts) {
    const { length } = node.textContent;
    const last = length > 0 ? rectAt(node, length - 1) : undefined;
    if (!last || last.bottom <= limit) continue;
    let [low, high] = [0, length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rectAt(node, middle)?.bottom ?? 0) > limit) high = middle;
      else low = middle + 1;
    }
    // Not between the halves of a surrogate pair.
    if (/[\udc00-\udfff]/.test(node.textContent[low] ?? '')) low--;
    return { node, offset: Math.max(0, low), top: rectAt(node, Math.max(0, low))?.top ?? limit };
  }
  return undefined;
}

function gapOf(height: number): PageElement {
  const gap = document.createElement('span');
  gap.className = 'gap';
  gap.style['height'] = `${height}px`;
  return gap;
}

/** Puts the pieces on sheets: gaps where one ends, sheets behind the words, page numbers in 目次. */
function paginate(): void {
  if (!page) return;
  closeGaps();
  const [top, , bottom] = page.margins.map((margin) => margin * pixels) as [number, number, number, number];
  const height = page.height * pixels;
  const inside = height - top - bottom;
  scale = Math.min(1, (document.documentElement.clientWidth - 16) / (page.width * pixels));
  desk.style['transform'] =
    `translateX(${Math.max(8, (document.documentElement.clientWidth - page.width * pixels * scale) / 2)}px) scale(${scale})`;
  /** Top of the words of sheet `index`, from the top of the column. */
  const wordsTop = (index: number): number => between + index * (height + between) + top;
  main.style['paddingTop'] = `${wordsTop(0)}px`;
  const numbers = new Map<PageElement, number>();
  const bodySheets: (number | undefined)[] = [undefined];
  let sheet = 0;
  let bodyFrom: number | undefined;
  const turn = (): void => {
    sheet++;
    bodySheets[sheet] = bodyFrom === undefined ? undefined : sheet - bodyFrom + 1;
  };
  pieces.forEach(({ element, begins }, index) => {
    const pushTo = (target: PageElement): void => {
      const missing = wordsTop(sheet) - target.offsetTop;
      const margin = Number.parseFloat(target.style['marginTop'] ?? '') || 0;
      if (missing > 0) target.style['marginTop'] = `${margin + missing + naturalMargin(target)}px`;
    };
    if (begins && index > 0) {
      if (begins === 'body') bodyFrom ??= sheet + 1;
      turn();
      pushTo(element);
    } else if (begins === 'body') {
      bodyFrom = 0;
      bodySheets[0] = 1;
    }
    const end = (): number => wordsTop(sheet) + inside;
    let guard = 0;
    while (element.offsetTop + element.offsetHeight > end() + 1 && guard++ < 200) {
      const rows = Array.from(element.querySelectorAll('tbody tr'));
      if (rows.length > 0) {
        const rowTop = (row: PageElement): number =>
          (row.getBoundingClientRect().top - main.getBoundingClientRect().top) / scale;
        const late = rows.find((row) => !isGap(row) && rowTop(row) + row.offsetHeight > end() + 1);
        if (late && late !== rows[0] && rowTop(late) > wordsTop(sheet)) {
          turn();
          breakTable(element, late, wordsTop(sheet) - rowTop(late));
          continue;
        }
      } else {
        const origin = main.getBoundingClientRect().top;
        const found = lineBelow(element, origin + end() * scale);
        if (found && element.offsetHeight > 40) {
          const lineTop = (found.top - origin) / scale;
          turn();
          const range = document.createRange();
          range.setStart(found.node, found.offset);
          range.setEnd(found.node, found.offset);
          range.insertNode(gapOf(Math.max(0, wordsTop(sheet) - lineTop)));
          continue;
        }
      }
      if (element.offsetTop <= wordsTop(sheet) + 1) {
        // Taller than a sheet and not to be parted: it runs over.
        turn();
        break;
      }
      turn();
      pushTo(element);
    }
    numbers.set(element, bodySheets[sheet] ?? 0);
  });
  drawSheets(sheet + 1, bodySheets, height, bottom);
  fillContents(numbers);
}

/** The margin that a piece has by its style: what is written over it must hold it too. */
function naturalMargin(element: PageElement): number {
  const style = (
    globalThis as unknown as { getComputedStyle(element: PageElement): { marginTop: string } }
  ).getComputedStyle(element);
  return element.style['marginTop'] === '' ? Number.parseFloat(style.marginTop) || 0 : 0;
}

function isGap({ className }: PageElement): boolean {
  return className === 'gap';
}

/** Breaks a table before `row`: a gap of `height`, and the head once more. */
function breakTable(table: PageElement, row: PageElement, height: number): void {
  const gap = document.createElement('tr');
  gap.className = 'gap';
  gap.setAttribute('aria-hidden', 'true');
  const cell = document.createElement('td');
  cell.setAttribute('colspan', '99');
  cell.style['height'] = `${Math.max(0, height)}px`;
  gap.append(cell);
  row.parentElement!.insertBefore(gap, row);
  const head = Array.from(table.querySelectorAll('thead tr'))[0];
  if (!head) return;
  const again = head.cloneNode(true);
  again.className = 'gap again';
  again.setAttribute('aria-hidden', 'true');
  row.parentElement!.insertBefore(again, row);
}

function drawSheets(count: number, numbers: readonly (number | undefined)[], height: number, bottom: number): void {
  while (sheets.children.length > count) sheets.children[sheets.children.length - 1]!.remove();
  while (sheets.children.length < count) {
    const sheet = document.createElement('div');
    sheet.className = 'sheet';
    sheet.append(document.createElement('span'));
    sheets.append(sheet);
  }
  for (let index = 0; index < count; index++) {
    const sheet = sheets.children[index]!;
    sheet.style['top'] = `${between + index * (height + between)}px`;
    sheet.style['height'] = `${height}px`;
    const number = sheet.children[0]!;
    number.style['bottom'] = `${bottom / 2}px`;
    number.textContent = numbers[index] === undefined ? '' : String(numbers[index]);
  }
  const whole = count * (height + between) + between;
  desk.style['height'] = `${whole}px`;
  // What is scaled down takes less room than its layout says.
  desk.style['marginBottom'] = `${-whole * (1 - scale)}px`;
}

/** The page of each heading, in 目次. */
function fillContents(numbers: ReadonlyMap<PageElement, number>): void {
  const places = new Map<string, number>();
  for (const { element } of pieces) {
    const { id } = element as unknown as { id: string };
    if (id) places.set(id, numbers.get(element) ?? 0);
  }
  for (const entry of main.querySelectorAll('[data-page-of]')) {
    const number = places.get(entry.dataset['pageOf']!);
    if (number !== undefined && number > 0) entry.textContent = String(number);
  }
}

/** Marks the piece of `line`, and brings it into view where it is out of it. */
function follow({ line }: LineMessage): void {
  let nearest: Piece | undefined;
  for (const piece of pieces) if (piece.line <= line && piece.line >= (nearest?.line ?? 0)) nearest = piece;
  const found = nearest?.element;
  current?.classList.remove('current');
  current = found;
  if (!found) return;
  found.classList.add('current');
  const { top, bottom } = found.getBoundingClientRect();
  const { clientHeight } = document.documentElement;
  if (bottom < 0 || top > clientHeight - 40) document.documentElement.scrollTop += top - clientHeight / 3;
}

function lead(event: PageEvent): void {
  const line = event.target.closest('[data-line]')?.dataset['line'];
  if (line !== undefined) api.postMessage({ type: 'line', line: Number(line) });
}

document.addEventListener('click', (event) => {
  // A link goes where it leads.
  if (!event.target.closest('a')) lead(event);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.target.closest('a')) lead(event);
});
window.addEventListener('resize', paginate);
window.addEventListener('message', ({ data }) => {
  const message = data as ToPage;
  if (message.type === 'show') show(message);
  else follow(message);
});
api.postMessage({ type: 'ready' });
