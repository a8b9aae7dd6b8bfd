/**
 * Finland's public holidays by the rules in force since 1992 (before it Epiphany and Ascension were kept on Saturdays).
 *
 * - Church feasts: Church Act (kirkkolaki 652/2023): Midsummer Day is the Saturday after 19 June, All Saints' Day the Saturday after 30 October.
 * - Independence Day: Act 388/1937. May Day: Act 272/1944.
 * - Christmas Eve and Midsummer Eve are no public holidays, but offices are closed by custom, and the Act on calculating
 *   deadlines (150/1930, 5 §) moves a last day that falls on them to the next working day.
 */
export type Holiday = {
  key: keyof typeof NAMES;
  day: Temporal.PlainDate;
  kind: 'public' | 'customary';
  names: { fi: string; sv: string; en: string };
};

const NAMES = {
  'new-year': { fi: 'uudenvuodenpäivä', sv: 'nyårsdagen', en: 'New Year’s Day' },
  epiphany: { fi: 'loppiainen', sv: 'trettondagen', en: 'Epiphany' },
  'good-friday': { fi: 'pitkäperjantai', sv: 'långfredagen', en: 'Good Friday' },
  'easter-sunday': { fi: 'pääsiäispäivä', sv: 'påskdagen', en: 'Easter Sunday' },
  'easter-monday': { fi: '2. pääsiäispäivä', sv: 'annandag påsk', en: 'Easter Monday' },
  'may-day': { fi: 'vappu', sv: 'första maj', en: 'May Day' },
  ascension: { fi: 'helatorstai', sv: 'Kristi himmelsfärdsdag', en: 'Ascension Day' },
  pentecost: { fi: 'helluntaipäivä', sv: 'pingstdagen', en: 'Whit Sunday' },
  'midsummer-eve': { fi: 'juhannusaatto', sv: 'midsommarafton', en: 'Midsummer Eve' },
  'midsummer-day': { fi: 'juhannuspäivä', sv: 'midsommardagen', en: 'Midsummer Day' },
  'all-saints': { fi: 'pyhäinpäivä', sv: 'alla helgons dag', en: 'All Saints’ Day' },
  independence: { fi: 'itsenäisyyspäivä', sv: 'självständighetsdagen', en: 'Independence Day' },
  'christmas-eve': { fi: 'jouluaatto', sv: 'julafton', en: 'Christmas Eve' },
  'christmas-day': { fi: 'joulupäivä', sv: 'juldagen', en: 'Christmas Day' },
  'boxing-day': { fi: 'tapaninpäivä', sv: 'annandag jul', en: 'Boxing Day' },
} as const;

const CUSTOMARY = new Set<keyof typeof NAMES>(['midsummer-eve', 'christmas-eve']);
const SATURDAY = 6;

/** The year's holidays in order of date. Two may share a date (May Day and Ascension in 2008). */
export function holidaysOf(year: number): Holiday[] {
  const easter = easterSunday(year);
  const midsummer = firstSaturdayFrom(year, 6, 20);
  const days: Record<keyof typeof NAMES, Temporal.PlainDate> = {
    'new-year': date(year, 1, 1),
    epiphany: date(year, 1, 6),
    'good-friday': easter.subtract({ days: 2 }),
    'easter-sunday': easter,
    'easter-monday': easter.add({ days: 1 }),
    'may-day': date(year, 5, 1),
    ascension: easter.add({ days: 39 }),
    pentecost: easter.add({ days: 49 }),
    'midsummer-eve': midsummer.subtract({ days: 1 }),
    'midsummer-day': midsummer,
    'all-saints': firstSaturdayFrom(year, 10, 31),
    independence: date(year, 12, 6),
    'christmas-eve': date(year, 12, 24),
    'christmas-day': date(year, 12, 25),
    'boxing-day': date(year, 12, 26),
  };
  return (Object.keys(days) as (keyof typeof NAMES)[])
    .map((key) => ({ key, day: days[key], kind: CUSTOMARY.has(key) ? ('customary' as const) : ('public' as const), names: NAMES[key] }))
    .sort((a, b) => Temporal.PlainDate.compare(a.day, b.day));
}

/** The holiday kept on this date, if any; when two share it, the one listed first above. */
export function holidayOn(day: Temporal.PlainDate): Holiday | undefined {
  return datesOf(day.year).get(day.toString());
}

/** Remembered, since deadlines ask for every day they pass; a few years are enough. */
const remembered = new Map<number, Map<string, Holiday>>();

function datesOf(year: number): Map<string, Holiday> {
  const known = remembered.get(year);
  if (known) return known;
  if (remembered.size >= 50) remembered.clear();
  const dates = new Map(
    holidaysOf(year)
      .reverse()
      .map((holiday) => [holiday.day.toString(), holiday]),
  );
  remembered.set(year, dates);
  return dates;
}

/** Gregorian Easter, by the anonymous algorithm (Nature, 1876) in Meeus' wording; its letters are kept. */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return date(year, month, day);
}

function firstSaturdayFrom(year: number, month: number, day: number): Temporal.PlainDate {
  const first = date(year, month, day);
  return first.add({ days: (SATURDAY - first.dayOfWeek + 7) % 7 });
}

function date(year: number, month: number, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day });
}
