/** The JSON schema of `.mission-report.json`, for editors: the keys of server/src/configuration, the ids of the registry. */
import type { Rule } from '../server/src/rules/engine/rule';
import { familiesOf } from '../server/src/configuration/families';
import type { Profile } from '../server/src/knowledge/types';

const list = (description: string): object => ({ description, type: ['string', 'array'], items: { type: 'string' } });
const map = (description: string, value: object): object => ({
  description,
  type: 'object',
  additionalProperties: value,
});

/** @returns the schema as the text of its file */
export function configurationSchema(rules: readonly Rule[], profiles: readonly Profile[]): string {
  const severity = { enum: ['error', 'warning', 'information', 'hint', 'off'] };
  const ids = profiles.map(({ id }) => id);
  const profile = {
    description: '依哪一種格式檢查 · The form a report is held to',
    enum: ['auto', ...ids],
    enumDescriptions: [
      '由報告的封面與章節判斷 · Read off the report',
      ...profiles.map(({ name }) => `${name['zh-TW']} · ${name.en}`),
    ],
  };
  const ofFamily = {
    ...severity,
    description: '這一類的所有規則；個別規則優先 · All rules of the family; a rule’s own goes before',
  };
  const bySeverity = {
    description: '個別規則的嚴重程度 · Severity by rule',
    type: 'object',
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(familiesOf(rules.map(({ id }) => id)).map((family) => [family, ofFamily])),
      ...Object.fromEntries(
        rules.map(({ id, title, severity: usual }) => [
          id,
          { ...severity, description: `${title['zh-TW']} · ${title.en}`, default: usual },
        ]),
      ),
    },
  };
  const text = (description: string): object => ({ description, type: 'string' });
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '.mission-report.json',
    description: '同一個資料夾的出國報告共用的設定 · What the reports of a folder have in common',
    type: 'object',
    additionalProperties: false,
    allowComments: true,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string' },
      extends: list('據以擴充的設定檔或格式 · Configuration files, or a profile, to build on'),
      profile,
      rules: bySeverity,
      overrides: {
        description: '只適用於部分檔案的設定 · What holds for some files only',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {
            files: list('檔案，可使用 * 與 ** · Files; * and ** may be used'),
            profile: { $ref: '#/properties/profile' },
            rules: { $ref: '#/properties/rules' },
          },
        },
      },
      glossary: {
        description: '本資料夾自有的詞彙 · The folder’s own words',
        type: 'object',
        additionalProperties: false,
        properties: {
          acronyms: map('英文縮寫的全名 · What acronyms stand for', {
            type: ['string', 'object'],
            additionalProperties: false,
            properties: { chinese: text('中文全名 · Chinese name'), english: text('英文全名 · English name') },
          }),
          bodies: list('機關團體名稱 · Names of bodies'),
          persons: list('人名 · Names of persons'),
          terms: {
            description: '用語；或用語與應改用它的寫法 · Terms, or terms with the spellings they replace',
            type: ['string', 'array', 'object'],
            items: { type: 'string' },
            additionalProperties: list('應改用本用語的寫法 · Spellings that the term replaces'),
          },
          forums: map('論壇及其會員 · Forums with their members', list('會員 · Members')),
        },
      },
      suppressions: {
        description: '已核對而保留原文的問題 · Findings that were checked and stay as they are',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['rule', 'file'],
          properties: {
            rule: { enum: rules.map(({ id }) => id) },
            file: text('報告，以設定檔所在資料夾為準 · The report, from the configuration’s folder'),
            words: text('問題所在的字句 · The words the finding covers'),
            around: text('前後文 · The words with what surrounds them'),
            section: text('所在章節 · Title of the section they stand in'),
            above: text('上一行的結尾 · The end of the line above'),
            below: text('下一行的開頭 · The beginning of the line below'),
            occurrence: {
              description: '同樣的字句有幾處時的第幾處 · Which of several places with the same words',
              type: 'integer',
              minimum: 1,
            },
            subject: text('問題所指的對象 · What the finding is about'),
            reason: text('保留的理由 · Why it stays'),
          },
        },
      },
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
