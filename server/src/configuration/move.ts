/** What a configuration says of single reports, when they or their folders are renamed or moved. */
import { applyEdits, findNodeAtLocation, getNodeValue, modify } from 'jsonc-parser';
import type { JSONPath, Node } from 'jsonc-parser';
import { layoutOf } from './edit';
import { literalGlob, reportPath } from './paths';
import { parseTreeOf } from './tree';

/** `path` when what was called `from` is called `to`; undefined where it is neither that nor inside of it. */
function movedPath(path: string, from: string, to: string): string | undefined {
  if (path === from) return to;
  return path.startsWith(`${from}/`) ? to + path.slice(from.length) : undefined;
}

function itemsOf(text: string, key: string): readonly Node[] {
  const { root, problems } = parseTreeOf(text);
  const list = problems.length === 0 && root ? findNodeAtLocation(root, [key]) : undefined;
  return list?.type === 'array' ? (list.children ?? []) : [];
}

/** The strings that say which files an override is for, each with where it stands. */
function globsOf(text: string): readonly { readonly path: JSONPath; readonly glob: string }[] {
  return itemsOf(text, 'overrides').flatMap((override, index) => {
    const files = override.type === 'object' ? findNodeAtLocation(override, ['files']) : undefined;
    const path = ['overrides', index, 'files'];
    if (typeof files?.value === 'string') return [{ path, glob: files.value }];
    if (files?.type !== 'array') return [];
    return (files.children ?? []).flatMap(({ value }: Node, at) =>
      typeof value === 'string' ? [{ path: [...path, at], glob: value }] : [],
    );
  });
}

/** An entry of `suppressions` and the report that it is of. */
interface Entry {
  readonly index: number;
  readonly file: string;
  readonly value: object;
}

function entriesOf(text: string): readonly Entry[] {
  return itemsOf(text, 'suppressions').flatMap((item, index) => {
    const file = item.type === 'object' ? findNodeAtLocation(item, ['file']) : undefined;
    if (typeof file?.value !== 'string') return [];
    return [{ index, file: reportPath(file.value), value: getNodeValue(item) as object }];
  });
}

function changed(text: string, path: JSONPath, value: unknown, isArrayInsertion = false): string {
  return applyEdits(text, modify(text, path, value, { ...layoutOf(text), isArrayInsertion }));
}

/**
 * The configuration `text` when the report or folder `from` has become `to`, both relative to the configuration's folder:
 * accepted findings and overrides that name it, or reports in it, name it anew. A file with a fault in its JSON stays as it is.
 */
export function renamedIn(text: string, from: string, to: string): string {
  let result = text;
  for (const { index, file } of entriesOf(text)) {
    const path = movedPath(file, from, to);
    if (path !== undefined) result = changed(result, ['suppressions', index, 'file'], path);
  }
  for (const { path, glob } of globsOf(text)) {
    const moved = movedPath(reportPath(glob), literalGlob(from), literalGlob(to));
    if (moved !== undefined) result = changed(result, path, moved);
  }
  return result;
}

/**
 * The accepted findings of the report or folder `from`, taken out of the configuration `text` and put into `target`, the
 * configuration of the folder where it is `to` now. `target` is empty where that has yet to be made.
 */
export function handedOver(
  text: string,
  from: string,
  target: string,
  to: string,
): { readonly text: string; readonly target: string } {
  let left = text;
  let taken = target;
  if (parseTreeOf(target).problems.length > 0) return { text, target };
  for (const { index, file } of [...entriesOf(text)].reverse())
    if (movedPath(file, from, to) !== undefined) left = changed(left, ['suppressions', index], undefined);
  for (const { file, value } of entriesOf(text)) {
    const path = movedPath(file, from, to);
    if (path === undefined) continue;
    const { root } = parseTreeOf(taken);
    const list = root && findNodeAtLocation(root, ['suppressions']);
    // A value of another kind in the way is the author's to mend.
    if ((root && root.type !== 'object') || (list && list.type !== 'array')) return { text, target };
    const entry = { ...value, file: path };
    taken = list
      ? changed(taken, ['suppressions', list.children?.length ?? 0], entry, true)
      : changed(taken, ['suppressions'], [entry]);
  }
  return { text: left, target: taken };
}
