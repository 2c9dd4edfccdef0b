import * as vscode from 'vscode';
import type {
  KnownEventsResult,
  NewReportParams,
  ProfilesResult,
  ProtocolEvent,
} from '../../../server/src/lsp/protocol';
import { addDays, parsePeriod, periodText } from './period';
import type { Period } from './period';
import { askInTurn, keeping, pick, write } from './steps';
import type { Step } from './steps';

type Profile = ProfilesResult[number];

/** What has been answered so far: what is asked again starts from it. */
interface Answers {
  profile?: Profile;
  category?: string;
  event?: ProtocolEvent | 'free';
  title: string;
  destination: string;
  persons: string;
  agency: string;
  period?: string;
}

/** What is proposed before anything is answered: most journeys are to a conference. */
const usualProfile = 'conference';
const usualCategory = '開會';

/** Days of travel before and after an event. */
const travelDays = 1;

const titleOf = ({ name }: ProtocolEvent): string => `出席${name}報告`;

/** The event's own days, where they are known to the day. */
function daysOf({ from, to }: ProtocolEvent): string {
  return from && to ? periodText({ from, to }) : '';
}

/** The event's days with a day of travel on both sides. */
function proposedPeriod(event: Answers['event']): string {
  if (!event || event === 'free' || !event.from || !event.to) return '';
  return periodText({ from: addDays(event.from, -travelDays), to: addDays(event.to, travelDays) });
}

function profileStep(answers: Answers, profiles: ProfilesResult): Step {
  const items = profiles.map((profile) => ({ label: profile.name, description: profile.id, profile }));
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
  const items = (answers.profile?.categories ?? []).map((label) => ({ label }));
  return keeping(
    (frame) =>
      pick(frame, items, {
        placeholder: vscode.l10n.t('Category of the journey (出國類別)'),
        active: items.find(({ label }) => label === (answers.category ?? usualCategory)),
      }),
    ({ label }) => (answers.category = label),
  );
}

function eventStep(answers: Answers, events: KnownEventsResult): Step {
  const free = {
    label: `$(edit) ${vscode.l10n.t('Another journey: write its title yourself')}`,
    event: 'free' as const,
  };
  const known = events.map((event) => ({
    label: event.name,
    description: event.id,
    detail: [event.destination, daysOf(event)].filter(Boolean).join(' · '),
    event,
  }));
  const items = [free, ...known];
  return keeping(
    (frame) =>
      pick<(typeof items)[number]>(frame, items, {
        placeholder: vscode.l10n.t('Which event is the report about?'),
        active: items.find(({ event }) => event === answers.event),
      }),
    ({ event }) => {
      if (answers.event === event) return;
      answers.event = event;
      delete answers.period;
    },
  );
}

/** A question that need not be answered now. */
const orLater = (question: string): string => vscode.l10n.t('{0}; empty to write it later', question);

const writeStep = (
  answers: Answers,
  field: 'title' | 'destination' | 'persons' | 'agency',
  prompt: string,
  placeholder: string,
): Step =>
  keeping(
    (frame) => write(frame, { prompt, placeholder, value: answers[field] }),
    (value) => (answers[field] = value),
  );

function periodStep(answers: Answers): Step {
  const validate = (value: string): string | undefined =>
    value.trim() === '' || parsePeriod(value)
      ? undefined
      : vscode.l10n.t('Two days of the calendar, the first one first: {0}', '113/8/9-8/20');
  return keeping(
    (frame) =>
      write(frame, {
        prompt: orLater(vscode.l10n.t('First and last day of the journey, days of travel included')),
        placeholder: '113 年 8 月 9 日至 8 月 20 日',
        value: answers.period ?? proposedPeriod(answers.event),
        validate,
      }),
    (value) => (answers.period = value),
  );
}

function stepsOf(answers: Answers, profiles: ProfilesResult, events: KnownEventsResult): readonly Step[] {
  const free =
    answers.event === 'free'
      ? [
          writeStep(answers, 'title', orLater(vscode.l10n.t('Title of the report')), '赴日本考察地方稅務服務報告'),
          writeStep(answers, 'destination', orLater(vscode.l10n.t('Country and place')), '日本大阪'),
        ]
      : [];
  return [
    profileStep(answers, profiles),
    categoryStep(answers),
    eventStep(answers, events),
    ...free,
    writeStep(
      answers,
      'persons',
      orLater(vscode.l10n.t('Persons with their titles, separated by 、')),
      '林若涵科長、陳柏宇專員',
    ),
    writeStep(answers, 'agency', orLater(vscode.l10n.t('Agency (服務機關)')), '經濟部國際貿易署'),
    periodStep(answers),
  ];
}

function paramsOf({ profile, category, event, title, destination, persons, agency, period }: Answers): NewReportParams {
  const known = event === 'free' ? undefined : event;
  const days: Partial<Period> = parsePeriod(period ?? '') ?? {};
  return {
    profile: profile?.id ?? '',
    title: known ? titleOf(known) : title,
    destination: known ? known.destination : destination,
    agency,
    persons: persons
      .split(/[、,，;；]/)
      .map((one) => one.trim())
      .filter(Boolean),
    ...(category !== undefined && { category }),
    ...days,
  };
}

/**
 * Asks all that a new report needs to know.
 *
 * @param agency proposed: that of the report before
 * @returns undefined when it was left off
 */
export async function askForNewReport(
  profiles: ProfilesResult,
  events: KnownEventsResult,
  agency: string,
): Promise<NewReportParams | undefined> {
  const answers: Answers = { title: '', destination: '', persons: '', agency };
  const title = vscode.l10n.t('New Mission Report');
  const done = await askInTurn(title, () => stepsOf(answers, profiles, events));
  return done ? paramsOf(answers) : undefined;
}
