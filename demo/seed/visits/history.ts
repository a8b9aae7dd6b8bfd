import { DEFAULT_ZONE } from '../../../server/platform/clock/day.ts';
import { type DayVisit, playDay, type Served, type Tell, type Told, tellBy } from './hall.ts';
import { counters, queues } from './set-up.ts';

/** A visit that is over. Moments are milliseconds since 1970. */
export type PastVisit = {
  day: string;
  code: string;
  needs: string[];
  language: string;
  cameBy: string;
  arrivedAt: number;
  endedAt: number;
  how: 'served' | 'no-show' | 'left';
  steps: PastStep[];
};

export type PastStep = Pick<Served, 'queue' | 'counter' | 'byChain' | 'state' | 'first' | 'last'> & {
  person: string | null;
  joinedAt: number;
  calledAt: number | null;
  servingAt: number | null;
  endedAt: number;
};

const DAYS = 60;
const OPENS = '09:00';
/** What a visit takes as the set-up says it: what was told before anything was learned. */
const usual = new Map(queues.map(({ key, minutes }) => [key, { seconds: minutes * 60, lowPercent: null, highPercent: null }]));

/** The working days of the last sixty, the same visits each time. */
export function history(today: Temporal.PlainDate): PastVisit[] {
  return workingDaysBefore(today).flatMap((day) => pastDay(day, tellByUsual));
}

/** A day that was, and what visitors were told by this teller. */
export const pastDay = (day: Temporal.PlainDate, tell: Tell): PastVisit[] => visitsOf(day, playDay(day, tell), opensAt(day));

export function workingDaysBefore(today: Temporal.PlainDate): Temporal.PlainDate[] {
  return Array.from({ length: DAYS }, (_, n) => today.subtract({ days: DAYS - n })).filter(({ dayOfWeek }) => dayOfWeek <= 5);
}

const tellByUsual = tellBy((key) => usual.get(key));

/** The local hours a day's life is shown at, whenever the demo is started: neither before anybody has come nor after all have gone. */
const [EARLIEST, LATEST] = ['11:00', '15:00'];

/** Who has come and gone today, as if it were now at the latest mid-afternoon and at the earliest late morning. */
export function earlierToday(now: Temporal.Instant): PastVisit[] {
  const local = now.toZonedDateTimeISO(DEFAULT_ZONE);
  const time = local.toPlainTime();
  const shown = [EARLIEST, LATEST].map((hour) => Temporal.PlainTime.from(hour)) as [Temporal.PlainTime, Temporal.PlainTime];
  const asIf = Temporal.PlainTime.compare(time, shown[0]) < 0 ? shown[0] : Temporal.PlainTime.compare(time, shown[1]) > 0 ? shown[1] : time;
  const opened = now.subtract(Temporal.PlainTime.from(OPENS).until(asIf)).epochMilliseconds;
  const midnight = local.startOfDay().epochMilliseconds;
  const day = local.toPlainDate();
  return visitsOf(day, playDay(day, tellByUsual), opened).filter(
    ({ arrivedAt, endedAt }) => arrivedAt >= midnight && endedAt < now.epochMilliseconds,
  );
}

const opensAt = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: DEFAULT_ZONE, plainTime: OPENS }).epochMilliseconds;

function visitsOf(day: Temporal.PlainDate, visits: readonly DayVisit[], opened: number): PastVisit[] {
  const given = new Map<string, number>();
  return visits.map(({ coming, steps }) => {
    const prefix = queues.find(({ key }) => key === coming.queue)?.prefix as string;
    const number = (given.get(prefix) ?? 0) + 1;
    given.set(prefix, number);
    const past = steps.map((step) => stepOf(step, day, opened));
    const last = past.at(-1) as PastStep;
    return {
      ...{ day: day.toString(), code: codeOf(prefix, number), steps: past },
      ...{ needs: coming.needs, language: coming.language, cameBy: coming.cameBy },
      ...{ arrivedAt: opened + ms(coming.at), endedAt: last.endedAt, how: last.state === 'finished' ? 'served' : last.state },
    };
  });
}

function stepOf({ queue, counter, byChain, state, first, last, ...at }: Served, day: Temporal.PlainDate, opened: number): PastStep {
  const moment = (seconds: number | null) => (seconds === null ? null : opened + ms(seconds));
  return {
    ...{ queue, counter, byChain, state, person: whoServed(counter, day), first: told(first, opened), last: told(last, opened) },
    ...{
      joinedAt: opened + ms(at.joinedAt),
      calledAt: moment(at.calledAt),
      servingAt: moment(at.servingAt),
      endedAt: opened + ms(at.endedAt),
    },
  };
}

const told = (it: Told | null, opened: number) => it && { ...it, at: opened + ms(it.at) };

/** Those of a counter take days in turns. */
function whoServed(counter: number | null, day: Temporal.PlainDate): string | null {
  const staff = counter === null ? [] : (counters[counter]?.staff ?? []);
  return staff[day.dayOfYear % staff.length] ?? null;
}

export const codeOf = (prefix: string, number: number): string => `${prefix}${String(number).padStart(3, '0')}`;

const ms = (seconds: number) => Math.round(seconds * 1000);
