/** Reads the parameters of the requests that are not of the Language Server Protocol: whatever is sent, nothing crashes. */
import { ErrorCodes, ResponseError } from './library';
import type {
  ChecklistParams,
  ExportParams,
  LevelChangeParams,
  NewReportParams,
  ProtocolDate,
  ProtocolPosition,
} from './protocol';

type Fields = Readonly<Record<string, unknown>>;

function refuse(name: string, expected: string): never {
  throw new ResponseError(ErrorCodes.InvalidParams, `${name}: ${expected} expected`);
}

function fieldsOf(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(name, 'an object');
  return value as Fields;
}

function stringOf(value: unknown, name: string): string {
  if (typeof value !== 'string') refuse(name, 'a string');
  return value;
}

function integerOf(value: unknown, name: string, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    refuse(name, `a whole number from ${least} to ${most}`);
  return value;
}

/** The field `name` as `read` has it; undefined where it is left out. */
function optional<T>(fields: Fields, name: string, read: (value: unknown, name: string) => T): T | undefined {
  const value = fields[name];
  return value === undefined || value === null ? undefined : read(value, name);
}

/** The greatest number that LSP allows for a line or character. */
const mostOfLsp = 2_147_483_647;

function positionOf(value: unknown, name: string): ProtocolPosition {
  const { line, character } = fieldsOf(value, name);
  return {
    line: integerOf(line, `${name}.line`, 0, mostOfLsp),
    character: integerOf(character, `${name}.character`, 0, mostOfLsp),
  };
}

function dateOf(value: unknown, name: string): ProtocolDate {
  const fields = fieldsOf(value, name);
  const year = integerOf(fields['year'], `${name}.year`, 1, 9999);
  const month = integerOf(fields['month'], `${name}.month`, 1, 12);
  const lastDay = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return { year, month, day: integerOf(fields['day'], `${name}.day`, 1, lastDay) };
}

function booleanOf(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') refuse(name, 'true or false');
  return value;
}

function stringsOf(value: unknown, name: string): readonly string[] {
  if (!Array.isArray(value)) refuse(name, 'an array');
  return (value as readonly unknown[]).map((entry, index) => stringOf(entry, `${name}[${index}]`));
}

/** @throws ResponseError InvalidParams, as all functions below */
export function checklistParamsOf(given: unknown): ChecklistParams {
  return { uri: stringOf(fieldsOf(given, 'params')['uri'], 'uri') };
}

function oneOf<T extends string>(value: unknown, name: string, known: readonly T[]): T {
  return known.find((one) => one === value) ?? refuse(name, known.join(', '));
}

export function exportParamsOf(given: unknown): ExportParams {
  const { uri, content, format, images } = fieldsOf(given, 'params');
  if (!Array.isArray(images)) refuse('images', 'an array');
  return {
    uri: stringOf(uri, 'uri'),
    content: oneOf(content, 'content', ['report', 'review', 'digest']),
    format: oneOf(format, 'format', ['docx', 'odt', 'html']),
    images: (images as readonly unknown[]).map((image, index) => {
      const { source, base64 } = fieldsOf(image, `images[${index}]`);
      return {
        source: stringOf(source, `images[${index}].source`),
        base64: stringOf(base64, `images[${index}].base64`),
      };
    }),
  };
}

export function levelChangeParamsOf(given: unknown): LevelChangeParams {
  const { uri, position, by } = fieldsOf(given, 'params');
  if (by !== 1 && by !== -1) refuse('by', '1 or -1');
  return { uri: stringOf(uri, 'uri'), position: positionOf(position, 'position'), by };
}

/** @param profiles the ids to choose from */
export function newReportParamsOf<Id extends string>(
  given: unknown,
  profiles: readonly Id[],
): Required<{ [Key in keyof NewReportParams]: NewReportParams[Key] | undefined }> & { readonly profile: Id } {
  const fields = fieldsOf(given, 'params');
  const profile = profiles.find((id) => id === fields['profile']) ?? refuse('profile', profiles.join(', '));
  return {
    profile,
    title: optional(fields, 'title', stringOf),
    category: optional(fields, 'category', stringOf),
    agency: optional(fields, 'agency', stringOf),
    persons: optional(fields, 'persons', stringsOf),
    destination: optional(fields, 'destination', stringOf),
    from: optional(fields, 'from', dateOf),
    to: optional(fields, 'to', dateOf),
    reportDate: optional(fields, 'reportDate', dateOf),
    markdown: optional(fields, 'markdown', booleanOf),
  };
}
