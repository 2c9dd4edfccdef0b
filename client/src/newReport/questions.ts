import * as vscode from 'vscode';
import type {
  KnownEventsResult,
  NewReportParams,
  ProfilesResult,
  ProtocolDate,
  ProtocolEvent,
  ProtocolJourney,
  ProtocolProfile,
} from '../../../server/src/lsp/protocol';
import { faultOfFileName, proposeFileName } from './fileName';
import { addDays, daysOf, periodText, readPeriod } from './period';
import type { Period, PeriodProblem } from './period';
import { askInTurn, keeping, pick, write } from './steps';
import type { Remark, Step } from './steps';

/** What has been answered so far: what is asked again starts from it. */
interface Answers {
  profile?: ProtocolProfile;
  category?: string;
  /** A known event, or `free` for a journey with a title of its own. */
  event?: ProtocolEvent | 'free';
  title?: string;
  destination: string;
  host: string;
  persons: string;
  agency: string;
  period?: string;
  fileName?: string;
}

/** What the questions need to know. */
export interface QuestionContext {
  readonly profiles: ProfilesResult;
  readonly events: KnownEventsResult;
  /** The agency of the report before. */
  readonly agency: string;
  readonly today: ProtocolDate;
  /** Names of the files beside which the report will lie. */
  readonly fileNames: readonly string[];
}

/** What a new report is to be made of, and what its file is to be called. */
export interface NewReportAnswers {
  readonly params: NewReportParams;
  readonly fileName: string;
}

/** What is proposed before anything is answered: most journeys are to a conference. */
const usualProfile = 'conference';

/** Days of travel before and after an event. */
const travelDays = 1;

/** 出席 2024 年…報告: a number or a Latin word that has a blank behind has one in front, too. */
const titleOf = ({ name }: ProtocolEvent): string => `出席${/^[a-z\d]+ /i.test(name) ? ' ' : ''}${name}報告`;

/** The event's own days, where they are known to the day. */
function eventDays({ from, to }: ProtocolEvent): string {
  return from && to ? periodText({ from, to }) : '';
}

/** The event's days with a day of travel on both sides. */
function proposedPeriod(event: Answers['event']): string {
  if (!event || event === 'free' || !event.from || !event.to) return '';
  return periodText({ from: addDays(event.from, -travelDays), to: addDays(event.to, travelDays) });
}

/** A title made of what is known of a visit or a study: 赴日本大阪國稅局考察報告. */
function proposedTitle({ destination, host, category = '' }: Answers): string {
  if (destination === '' && host === '') return '';
  // 「日本大阪」 and 「大阪國稅局」 share the city's name.
  let shared = Math.min(destination.length, host.length);
  while (shared > 0 && !host.startsWith(destination.slice(-shared))) shared -= 1;
  return `赴${destination}${host.slice(shared)}${category}報告`;
}

function journeyOf({ profile, category = '' }: Answers): ProtocolJourney {
  return profile?.journeys[category] ?? (/會/.test(category) || profile?.id === usualProfile ? 'meeting' : 'visit');
}

function profileStep(answers: Answers, { profiles }: QuestionContext): Step {
  const items = profiles.map((profile) => ({
    label: profile.name,
    description: profile.id,
    detail: profile.explanation,
    profile,
  }));
  return keeping(
    (frame) =>
      pick(frame, items, {
        placeholder: vscode.l10n.t('Which form does the report follow?'),
        active: items.find(({ profile }) =>
          answers.profile ? profile === answers.profile : profile.id === usualProfile,
        ),
      }),
    ({ profile }) => {
      if (answers.profile !== profile) delete answers.category;
      answers.profile = profile;
    },
  );
}

function categoryStep(answers: Answers): Step {
  const items: { label: string; category: string }[] = (answers.profile?.categories ?? []).map((category) => ({
    label: category,
    category,
  }));
  const proposed = answers.category ?? answers.profile?.usualCategory;
  return keeping(
    (frame) =>
      pick(frame, items, {
        placeholder: vscode.l10n.t('Category of the journey (出國類別)'),
        active: items.find(({ category }) => category === proposed),
        own: (typed) => ({
          label: `$(edit) ${vscode.l10n.t('Use this category: {0}', typed)}`,
          category: typed,
          alwaysShow: true,
        }),
      }),
    ({ category }) => {
      if (answers.category !== category) delete answers.event;
      answers.category = category;
    },
  );
}

interface EventItem extends vscode.QuickPickItem {
  readonly event: ProtocolEvent | 'free';
  /** The title that was typed. */
  readonly title?: string;
}

function eventStep(answers: Answers, { events }: QuestionContext): Step {
  const free: EventItem = {
    label: `$(edit) ${vscode.l10n.t('Another journey: write its title yourself')}`,
    event: 'free',
  };
  const items: EventItem[] = [
    free,
    ...events.map((event) => ({
      label: event.name,
      description: event.id,
      detail: [event.destination, eventDays(event)].filter(Boolean).join(' · '),
      event,
    })),
  ];
  return keeping(
    (frame) =>
      pick<EventItem>(frame, items, {
        placeholder: vscode.l10n.t('Which event is the report about? Choose it, or type the title of the report'),
        active: items.find(({ event }) => event === answers.event),
        own: (typed) => ({
          label: `$(edit) ${vscode.l10n.t('Use this title: {0}', typed)}`,
          event: 'free',
          title: typed,
          alwaysShow: true,
        }),
      }),
    ({ event, title }) => {
      if (answers.event !== event) delete answers.period;
      answers.event = event;
      if (title === undefined) delete answers.title;
      else answers.title = title;
    },
  );
}

/** A question that need not be answered now. */
const orLater = (question: string): string => vscode.l10n.t('{0}; empty to write it later', question);

const writeStep = (
  answers: Answers,
  field: 'title' | 'destination' | 'host' | 'persons' | 'agency',
  prompt: string,
  placeholder: string,
  proposed = '',
): Step =>
  keeping(
    (frame) => write(frame, { prompt: orLater(prompt), placeholder, value: answers[field] ?? proposed }),
    (value) => (answers[field] = value),
  );

function wordsOf(problem: PeriodProblem): string {
  switch (problem.problem) {
    case 'unreadable':
      return vscode.l10n.t(
        'Write the first and the last day by digits: {0}',
        '114/8/10-8/16、1140810-1140816、8/10-8/16',
      );
    case 'year':
      return vscode.l10n.t('{0} is no year of a journey', problem.year);
    case 'month':
      return vscode.l10n.t('There is no month {0}', problem.month);
    case 'day':
      return vscode.l10n.t('Month {0} has no day {1}', problem.month, problem.day);
    case 'reversed':
      return vscode.l10n.t(
        'The last day, {0}, is before the first, {1}',
        periodText({ from: problem.to, to: problem.to }),
        periodText({ from: problem.from, to: problem.from }),
      );
    case 'too-long':
      return vscode.l10n.t('{0} days are more than a year', problem.days);
  }
}

function remarkOnPeriod(value: string, today: ProtocolDate): Remark | undefined {
  if (value.trim() === '') return undefined;
  const read = readPeriod(value, today);
  if ('problem' in read) return { message: wordsOf(read), isFault: true };
  return { message: vscode.l10n.t('{0}: {1} days', periodText(read), daysOf(read)), isFault: false };
}

function periodStep(answers: Answers, { today }: QuestionContext): Step {
  return keeping(
    (frame) =>
      write(frame, {
        prompt: orLater(vscode.l10n.t('First and last day of the journey, days of travel included')),
        placeholder: '114/8/10-8/16',
        value: answers.period ?? proposedPeriod(answers.event),
        remarkOn: (value) => remarkOnPeriod(value, today),
      }),
    (value) => (answers.period = value),
  );
}

function remarkOnFileName(name: string, taken: readonly string[]): Remark | undefined {
  switch (faultOfFileName(name.trim(), taken)) {
    case 'extension':
      return { message: vscode.l10n.t('The name ends in .md (Markdown) or .txt (plain text)'), isFault: true };
    case 'characters':
      return { message: vscode.l10n.t('A file name has none of these characters: {0}', '\\ / : * ? " < > |'), isFault: true }; // prettier-ignore
    case 'taken':
      return { message: vscode.l10n.t('There is a file of this name already'), isFault: true };
    case undefined:
      return undefined;
  }
}

function fileNameStep(answers: Answers, { fileNames }: QuestionContext): Step {
  const proposed = proposeFileName(titleFrom(answers) ?? '', '.md', fileNames);
  return keeping(
    (frame) =>
      write(frame, {
        prompt: vscode.l10n.t('Name of the file, .md or .txt; it is written when you save'),
        placeholder: proposed,
        value: answers.fileName ?? proposed,
        remarkOn: (value) => remarkOnFileName(value, fileNames),
      }),
    (value) => {
      // A name that was only proposed follows the title when somebody goes back.
      if (value === proposed) delete answers.fileName;
      else answers.fileName = value;
    },
  );
}

/** The questions of a journey to a meeting: which one, and of one that is not known its title and place. */
function meetingSteps(answers: Answers, known: QuestionContext): readonly Step[] {
  const isFree = answers.event === 'free';
  const titleStep = writeStep(answers, 'title', vscode.l10n.t('Title of the report'), '出席國際關務會議報告');
  const placeStep = writeStep(answers, 'destination', vscode.l10n.t('Country and place'), '日本大阪');
  return [eventStep(answers, known), ...(isFree ? [titleStep, placeStep] : [])];
}

/** The questions of a visit or a study: where, with whom, and under which title. */
function visitSteps(answers: Answers, journey: ProtocolJourney): readonly Step[] {
  const host =
    journey === 'study'
      ? vscode.l10n.t('Where you studied or trained')
      : vscode.l10n.t('Who was visited: agency, school or company');
  return [
    writeStep(answers, 'destination', vscode.l10n.t('Country and place'), '日本大阪'),
    writeStep(answers, 'host', host, journey === 'study' ? '里茲大學' : '大阪國稅局'),
    writeStep(
      answers,
      'title',
      vscode.l10n.t('Title of the report'),
      '赴日本大阪考察地方稅務服務報告',
      proposedTitle(answers),
    ),
  ];
}

function stepsOf(answers: Answers, known: QuestionContext): readonly Step[] {
  const journey = journeyOf(answers);
  return [
    profileStep(answers, known),
    categoryStep(answers),
    ...(journey === 'meeting' ? meetingSteps(answers, known) : visitSteps(answers, journey)),
    writeStep(
      answers,
      'persons',
      vscode.l10n.t('Persons with their titles, separated by 、'),
      '林若涵科長、陳柏宇專員',
    ),
    writeStep(answers, 'agency', vscode.l10n.t('Agency (服務機關)'), '經濟部國際貿易署'),
    periodStep(answers, known),
    fileNameStep(answers, known),
  ];
}

const eventOf = (answers: Answers): ProtocolEvent | undefined =>
  journeyOf(answers) === 'meeting' && answers.event !== 'free' ? answers.event : undefined;

function titleFrom(answers: Answers): string | undefined {
  const event = eventOf(answers);
  return event ? titleOf(event) : answers.title;
}

function paramsOf(answers: Answers, fileName: string, today: ProtocolDate): NewReportParams {
  const { profile, category, destination, host, persons, agency, period = '' } = answers;
  const title = titleFrom(answers);
  const read = readPeriod(period, today);
  const days: Partial<Period> = 'problem' in read ? {} : read;
  return {
    profile: profile?.id ?? '',
    destination: eventOf(answers)?.destination ?? destination,
    agency,
    persons: persons
      .split(/[、，,;；]/)
      .map((one) => one.trim())
      .filter(Boolean),
    markdown: fileName.toLowerCase().endsWith('.md'),
    ...(title !== undefined && { title }),
    ...(journeyOf(answers) !== 'meeting' && { host }),
    ...(category !== undefined && { category }),
    ...days,
  };
}

/**
 * Asks all that a new report needs to know.
 *
 * @returns undefined when it was left off
 */
export async function askForNewReport(known: QuestionContext): Promise<NewReportAnswers | undefined> {
  const answers: Answers = { destination: '', host: '', persons: '', agency: known.agency };
  const title = vscode.l10n.t('New Mission Report');
  const done = await askInTurn(title, () => stepsOf(answers, known));
  if (!done) return undefined;
  const fileName = answers.fileName ?? proposeFileName(titleFrom(answers) ?? '', '.md', known.fileNames);
  return { params: paramsOf(answers, fileName, known.today), fileName };
}
