import type { Names } from '../../server/modules/directory/types.ts';
import type { OpeningHours } from '../../server/platform/clock/opening.ts';

const ZONE = 'Europe/Helsinki';

/** [weekday 1-7, opens, closes] */
type Hours = [number, string, string][];

const hours = (weekly: Hours): OpeningHours => ({
  zone: ZONE,
  weekly: weekly.map(([weekday, opens, closes]) => ({ weekday, opens, closes })),
  exceptions: [],
  holidaysClosed: true,
});
const daily = (opens: string, closes: string): Hours => [1, 2, 3, 4, 5].map((weekday) => [weekday, opens, closes]);

export const officeHours = hours(daily('08:00', '16:15'));
export const deskHours = hours([...daily('09:00', '16:00').slice(0, 4), [5, '09:00', '15:00']]);
const specialistHours = hours(daily('09:00', '15:00'));

export type DemoPoint = {
  key: string;
  organisation: string;
  name: Names;
  typeLabel: Names;
  mobile?: true;
  street: string;
  postalCode: string;
  city: string;
  phone: string;
  opening: OpeningHours;
};

const suomiPiste: Names = { fi: 'Suomi-piste', sv: 'Finland-punkt', en: 'Finland Point' };
const sidePoint: Names = { fi: 'Asiointipiste', sv: 'Servicepunkt', en: 'Service point' };

export const points: DemoPoint[] = [
  {
    key: 'mallila',
    organisation: 'mallila',
    name: { fi: 'Mallilan palvelupiste', sv: 'Mallila servicepunkt', en: 'Mallila service point' },
    typeLabel: suomiPiste,
    street: 'Torikuja 4',
    postalCode: '99990',
    city: 'Mallila',
    phone: '019 000 1000',
    opening: deskHours,
  },
  {
    key: 'kirkkoranta',
    organisation: 'mallila',
    name: { fi: 'Kirkkoranta', sv: 'Kyrkstranden', en: 'Kirkkoranta' },
    typeLabel: sidePoint,
    street: 'Kirkkorannantie 12',
    postalCode: '99991',
    city: 'Mallila',
    phone: '019 000 1010',
    opening: hours([
      [1, '10:00', '15:00'],
      [3, '10:00', '15:00'],
      [4, '12:00', '17:00'],
    ]),
  },
  {
    key: 'suvanto',
    organisation: 'mallila',
    name: { fi: 'Suvanto', sv: 'Selet', en: 'Suvanto' },
    typeLabel: sidePoint,
    street: 'Koulumäki 1',
    postalCode: '99992',
    city: 'Mallila',
    phone: '019 000 1020',
    opening: hours([
      [2, '10:00', '14:00'],
      [5, '10:00', '14:00'],
    ]),
  },
  {
    key: 'palvelubussi',
    organisation: 'mallila',
    name: { fi: 'Palvelubussi', sv: 'Servicebussen', en: 'Service bus' },
    typeLabel: { fi: 'Palvelubussi', sv: 'Servicebuss', en: 'Service bus' },
    mobile: true,
    street: '',
    postalCode: '',
    city: 'Mallila',
    phone: '050 000 1030',
    opening: hours([
      [2, '09:30', '13:30'],
      [4, '09:30', '13:30'],
    ]),
  },
  {
    key: 'kuvala',
    organisation: 'kuvala',
    name: { fi: 'Kuvalan asiointipiste', sv: 'Kuvala servicepunkt', en: 'Kuvala service point' },
    typeLabel: sidePoint,
    street: 'Kunnantie 2',
    postalCode: '99995',
    city: 'Kuvala',
    phone: '019 000 2000',
    opening: hours(daily('10:00', '14:00')),
  },
];

export type DemoUnit = {
  key: string;
  organisation: string;
  point?: string;
  name: Names;
  tier: 1 | 2 | 3;
  opening: OpeningHours;
  /** Open minutes. */
  answerMinutes: number;
  remindMinutes: number;
  successor?: string;
  escalatesTo?: string;
};

/** One working day of a specialist's hours, and two. */
const DAY = 360;
const TWO_DAYS = 720;

const authorityUnit = (organisation: string, tier: 2 | 3, name: Names, more: Partial<DemoUnit> = {}): DemoUnit => ({
  key: `${organisation}-${tier}`,
  organisation,
  name,
  tier,
  opening: specialistHours,
  answerMinutes: tier === 2 ? DAY : TWO_DAYS,
  remindMinutes: 120,
  ...more,
});

/** A unit comes after those it names. */
export const units: DemoUnit[] = [
  {
    key: 'mallila-neuvonta',
    organisation: 'mallila',
    point: 'mallila',
    name: { fi: 'Mallilan neuvonta', sv: 'Mallilas rådgivning', en: 'Mallila advice desk' },
    tier: 1,
    opening: deskHours,
    answerMinutes: 840,
    remindMinutes: 120,
  },
  {
    key: 'kirkkoranta-neuvonta',
    organisation: 'mallila',
    point: 'kirkkoranta',
    name: { fi: 'Kirkkorannan neuvonta', sv: 'Kyrkstrandens rådgivning', en: 'Kirkkoranta advice desk' },
    tier: 1,
    opening: deskHours,
    answerMinutes: 840,
    remindMinutes: 120,
    successor: 'mallila-neuvonta',
    escalatesTo: 'mallila-neuvonta',
  },
  {
    key: 'digituki',
    organisation: 'mallila',
    point: 'mallila',
    name: { fi: 'Digituki', sv: 'Digistöd', en: 'Digital support' },
    tier: 1,
    opening: deskHours,
    answerMinutes: 840,
    remindMinutes: 120,
    successor: 'mallila-neuvonta',
    escalatesTo: 'mallila-neuvonta',
  },
  authorityUnit('kela', 3, { fi: 'Kelan etuuskäsittely', sv: 'FPA:s förmånshandläggning', en: 'Kela benefit processing' }),
  authorityUnit(
    'kela',
    2,
    { fi: 'Kelan asiantuntijat, Mallila', sv: 'FPA:s sakkunniga, Mallila', en: 'Kela specialists, Mallila' },
    { point: 'mallila', successor: 'kela-3', escalatesTo: 'kela-3' },
  ),
  authorityUnit('dvv', 2, { fi: 'DVV:n asiantuntijat', sv: 'MDB:s sakkunniga', en: 'DVV specialists' }, { point: 'mallila' }),
  authorityUnit('vero', 2, { fi: 'Verohallinnon asiantuntijat', sv: 'Skatteförvaltningens sakkunniga', en: 'Tax specialists' }),
  authorityUnit('tyollisyysalue', 2, { fi: 'Työllisyyspalvelut', sv: 'Sysselsättningstjänster', en: 'Employment services' }),
  {
    key: 'kuvala-neuvonta',
    organisation: 'kuvala',
    point: 'kuvala',
    name: { fi: 'Kuvalan neuvonta', sv: 'Kuvala rådgivning', en: 'Kuvala advice desk' },
    tier: 1,
    opening: officeHours,
    answerMinutes: 840,
    remindMinutes: 120,
  },
];
