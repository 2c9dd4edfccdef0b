import { existsSync, writeFileSync } from 'node:fs';
import type { CalendarDate, KnownEvent, Message, NewReportOptions, ReportService } from '../../service';
import { dateOfIso, nearest } from '../../service';
import { Failure, exitCode } from '../failure';
import { fileFailure } from '../readText';
import { allowPaths } from './allowPaths';
import type { Command, CommandContext } from './command';

const messages = {
  badDate: {
    'zh-TW': '選項 --{option} 的值「{value}」不是日期；請寫作 2025-08-16',
    en: 'bad value "{value}" for --{option}; write a date as 2025-08-16',
  },
  period: {
    'zh-TW': '出國期間的起日（--from）在迄日（--to）之後',
    en: 'the period ends (--to) before it begins (--from)',
  },
  halfPeriod: { 'zh-TW': '--from 與 --to 要一起指定', en: '--from and --to go together' },
  unknownEvent: {
    'zh-TW': '不認得的會議「{value}」；可用：{known}',
    en: 'unknown event "{value}"; known events: {known}',
  },
  unknownEventNear: {
    'zh-TW': '不認得的會議「{value}」；是否為「{near}」？',
    en: 'unknown event "{value}"; did you mean "{near}"?',
  },
  forceAlone: { 'zh-TW': '--force 要與 --output 一起使用', en: '--force goes with --output only' },
  exists: {
    'zh-TW': '{path}：檔案已存在，沒有寫入；要覆寫請加 --force',
    en: '{path}: exists and was not written; --force overwrites it',
  },
} satisfies Record<string, Message>;

function dateOf({ arguments: { options } }: CommandContext, option: string): CalendarDate | undefined {
  const value = options.get(option);
  if (value === undefined) return undefined;
  const date = dateOfIso(value);
  if (!date) throw new Failure(messages.badDate, { option, value });
  return date;
}

/** The event that `--event` names: 「2024 SOM3」, in whatever letter case. */
function eventOf(service: ReportService, value: string | undefined): KnownEvent | undefined {
  if (value === undefined) return undefined;
  const events = service.knownEvents();
  const plain = (id: string): string => id.replace(/[\s-]/g, '').toLowerCase();
  const event = events.find(({ id }) => plain(id) === plain(value));
  if (event) return event;
  const near = nearest(
    value,
    events.map(({ id }) => id),
  );
  throw near === undefined
    ? new Failure(messages.unknownEvent, { value, known: events.map(({ id }) => id).join(', ') })
    : new Failure(messages.unknownEventNear, { value, near });
}

/** What is asked for, and where it says nothing, what is known of the event. */
function optionsOf(context: CommandContext): NewReportOptions {
  const { service } = context;
  const { options, repeated } = context.arguments;
  const event = eventOf(service, options.get('event'));
  const asked = { from: dateOf(context, 'from'), to: dateOf(context, 'to') };
  if ((asked.from === undefined) !== (asked.to === undefined)) throw new Failure(messages.halfPeriod);
  const { from, to } = asked.from ? asked : { from: event?.from, to: event?.to };
  // Dates of ISO 8601 are ordered as their words are.
  if (asked.from && options.get('from')! > options.get('to')!) throw new Failure(messages.period);
  const id = options.get('profile') ?? 'conference';
  return {
    profile: service.profiles.find((profile) => profile.id === id)!,
    title: options.get('title') ?? (event && `出席${event.name}報告`),
    category: options.get('category'),
    agency: options.get('agency'),
    persons: repeated.get('person'),
    destination: options.get('destination') ?? event?.destination,
    host: options.get('host'),
    from,
    to,
    reportDate: dateOf(context, 'report-date'),
    markdown: options.has('markdown'),
  };
}

function write(path: string, text: string, force: boolean): void {
  try {
    writeFileSync(path, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if (!force && existsSync(path)) throw new Failure(messages.exists, { path });
    throw fileFailure(error, path);
  }
}

export const newReport: Command = {
  options: (service) => ({
    profile: { values: service.profiles.map(({ id }) => id) },
    title: { values: 'any' },
    category: { values: 'any' },
    agency: { values: 'any' },
    person: { values: 'any', repeats: true },
    destination: { values: 'any' },
    host: { values: 'any' },
    event: { values: 'any' },
    from: { values: 'any' },
    to: { values: 'any' },
    'report-date': { values: 'any' },
    markdown: { values: 'none' },
    output: { values: 'any', letter: 'o' },
    force: { values: 'none' },
  }),
  help: {
    'zh-TW': `new

產生一份待填寫的新報告：封面、各必要章節、逐日行程。要填寫的地方以 ○○ 表示。

  --profile ID             依此格式，預設 conference
  --title 文字             報告名稱
  --category 文字          出國類別；過程的內容依類別而定，例如考察、進修、開會
  --agency 文字            服務機關
  --person 文字            姓名職稱，可重複
  --destination 文字       派赴國家/地區
  --host 文字              受訪機關（構），或進修、研究、實習的機構
  --event ID               已知的會議，例如「2024 SOM3」：帶入名稱、地點、日期
  --from、--to 日期        出國期間，寫作 2025-08-16
  --report-date 日期       報告日期
  --markdown               以 Markdown 標題書寫
  -o、--output 檔案        寫入檔案，不輸出到螢幕
  --force                  覆寫已存在的檔案
  --locale zh-TW|en        訊息的語言
`,
    en: `new

Makes a report to be filled in: cover, required sections, a row for each day. What is to be written stands as ○○.

  --profile ID             by this profile, default conference
  --title TEXT             title of the report
  --category TEXT          出國類別; what 過程 has to tell depends on it: 考察, 進修, 開會
  --agency TEXT            服務機關
  --person TEXT            name and title; may be given several times
  --destination TEXT       派赴國家/地區
  --host TEXT              whom a visit was paid to, or where somebody studied
  --event ID               a known event such as "2024 SOM3": gives name, place and dates
  --from, --to DATE        the period, written 2025-08-16
  --report-date DATE       報告日期
  --markdown               with headings of Markdown
  -o, --output FILE        write to a file instead of the standard output
  --force                  overwrite a file that exists
  --locale zh-TW|en        language of messages
`,
  },
  run: (context) => {
    const { service, terminal, arguments: given } = context;
    allowPaths(given, 0);
    const output = given.options.get('output');
    const force = given.options.has('force');
    if (force && output === undefined) throw new Failure(messages.forceAlone);
    const { text } = service.newReport(optionsOf(context));
    if (output === undefined) terminal.out(text);
    else write(output, text, force);
    return Promise.resolve(exitCode.clean);
  },
};
