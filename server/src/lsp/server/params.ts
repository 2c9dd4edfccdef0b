/** Reads the parameters of the requests that are not of the Language Server Protocol: whatever is sent, nothing crashes. */
import { ErrorCodes, ResponseError } from './library';
import type {
  AttendanceEditsParams,
  AttendanceParams,
  ExportParams,
  GiveReasonParams,
  ImportParams,
  LevelChangeParams,
  ListReportsParams,
  NewReportParams,
  PasteParams,
  ProfileChangeParams,
  ProtocolAdjustment,
  ProtocolDate,
  ProtocolPosition,
  RevokeParams,
} from '../protocol';

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
export function uriParamsOf(given: unknown): { readonly uri: string } {
  return { uri: stringOf(fieldsOf(given, 'params')['uri'], 'uri') };
}

export function profileChangeParamsOf(given: unknown): ProfileChangeParams {
  const { uri, profile, scope } = fieldsOf(given, 'params');
  if (scope !== 'report' && scope !== 'folder') refuse('scope', 'report or folder');
  return { uri: stringOf(uri, 'uri'), profile: stringOf(profile, 'profile'), scope };
}

export function listReportsParamsOf(given: unknown): ListReportsParams {
  return { folder: stringOf(fieldsOf(given, 'params')['folder'], 'folder') };
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

export function importParamsOf(given: unknown): ImportParams {
  const { base64, imageFolder } = fieldsOf(given, 'params');
  return { base64: stringOf(base64, 'base64'), imageFolder: stringOf(imageFolder, 'imageFolder') };
}

export function pasteParamsOf(given: unknown): PasteParams {
  const { uri, html, text } = fieldsOf(given, 'params');
  return { uri: stringOf(uri, 'uri'), html: stringOf(html, 'html'), text: stringOf(text, 'text') };
}

export function levelChangeParamsOf(given: unknown): LevelChangeParams {
  const { uri, position, by } = fieldsOf(given, 'params');
  if (by !== 1 && by !== -1) refuse('by', '1 or -1');
  return { uri: stringOf(uri, 'uri'), position: positionOf(position, 'position'), by };
}

export function attendanceParamsOf(given: unknown): AttendanceParams {
  const { uri, position } = fieldsOf(given, 'params');
  return { uri: stringOf(uri, 'uri'), position: positionOf(position, 'position') };
}

export function attendanceEditsParamsOf(given: unknown): AttendanceEditsParams {
  const { present, restAbsent } = fieldsOf(given, 'params');
  return {
    ...attendanceParamsOf(given),
    present: stringsOf(present, 'present'),
    restAbsent: booleanOf(restAbsent, 'restAbsent'),
  };
}

function adjustmentOf(value: unknown, name: string): ProtocolAdjustment {
  const fields = fieldsOf(value, name);
  const path = fields['path'];
  if (!Array.isArray(path)) refuse(`${name}.path`, 'an array');
  return {
    path: (path as readonly unknown[]).map((key) => (typeof key === 'number' ? key : stringOf(key, `${name}.path`))),
    value: fields['value'],
    append: booleanOf(fields['append'], `${name}.append`),
  };
}

export function revokeParamsOf(given: unknown): RevokeParams {
  const { uri, adjustment, before } = fieldsOf(given, 'params');
  return { uri: stringOf(uri, 'uri'), adjustment: adjustmentOf(adjustment, 'adjustment'), before };
}

export function giveReasonParamsOf(given: unknown): GiveReasonParams {
  const { uri, adjustment, reason } = fieldsOf(given, 'params');
  return {
    uri: stringOf(uri, 'uri'),
    adjustment: adjustmentOf(adjustment, 'adjustment'),
    reason: stringOf(reason, 'reason'),
  };
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
    host: optional(fields, 'host', stringOf),
    from: optional(fields, 'from', dateOf),
    to: optional(fields, 'to', dateOf),
    reportDate: optional(fields, 'reportDate', dateOf),
    markdown: optional(fields, 'markdown', booleanOf),
  };
}
