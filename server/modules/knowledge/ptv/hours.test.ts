import { describe, expect, test } from 'vitest';
import { isOpen, openingHoursShape } from '../../../platform/clock/opening.ts';
import { hoursOf as v11 } from './v11/hours.ts';
import { hoursOf as v12 } from './v12/hours.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Helsinki').toInstant();
const day = (dayFrom: string, from: string, to: string, dayTo: string | null = '') => ({ dayFrom, dayTo, from, to, order: 0 });
const week = (openingHour: object[], rest: object = {}) => ({
  serviceHourType: 'DaysOfTheWeek',
  validFrom: null,
  validTo: null,
  isClosed: false,
  validForNow: true,
  additionalInformation: [],
  openingHour,
  ...rest,
});
const faults: string[] = [];
const complain = (code: string) => faults.push(code);
const read = (...sets: object[]) => {
  faults.length = 0;
  const told = v11(sets, today, complain);
  if (told.opening) openingHoursShape.parse(told.opening);
  return told;
};
const open = (told: ReturnType<typeof read>, local: string) => told.opening !== null && isOpen(told.opening, at(local));

describe('hours of v11', () => {
  test('an empty dayTo is the same day, and sets that begin together are one week', () => {
    const told = read(week([day('Monday', '09:00:00', '15:00:00')]), week([day('Friday', '09:00:00', '12:00:00', null)]));
    expect(told.opening?.weekly).toEqual([
      { weekday: 1, opens: '09:00', closes: '15:00' },
      { weekday: 5, opens: '09:00', closes: '12:00' },
    ]);
    expect(told.opening?.holidaysClosed).toBe(false);
    expect(faults).toEqual([]);
  });

  test('a duty over the night is open after midnight', () => {
    const told = read(week([day('Monday', '15:00:00', '08:00:00')]));
    expect([open(told, '2026-11-23T14:59'), open(told, '2026-11-24T07:59'), open(told, '2026-11-24T08:00')]).toEqual([false, true, false]);
  });

  test('days in a row run over their midnights', () => {
    const told = read(week([day('Friday', '22:00:00', '04:00:00', 'Sunday')], { serviceHourType: 'OverMidnight' }));
    const nights = ['2026-11-27T21:59', '2026-11-27T22:00', '2026-11-28T12:00', '2026-11-29T03:59', '2026-11-29T04:00'];
    expect(nights.map((night) => open(told, night))).toEqual([false, true, true, true, false]);
  });

  test('words where a time should stand are kept as words, with their days', () => {
    const words = 'Ympärivuorokautinen päivystys.:00';
    const told = read(week([day('Friday', '15:00:00', '08:00:00'), day('Saturday', words, words), day('Sunday', words, words)]));
    expect(told.opening?.weekly).toHaveLength(1);
    expect(told.openingNotes).toEqual({ fi: 'la, su: Ympärivuorokautinen päivystys.' });
    const none = read(
      week(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((each) => day(each, 'Ei tiedossa.:00', 'Ei tiedossa.:00'))),
    );
    expect(none).toEqual({ opening: null, openingNotes: { fi: 'Ei tiedossa.' } });
    expect(faults).toEqual([]);
  });

  test('times that cannot be are left out and told of', () => {
    const told = read(
      week([
        day('Thursday', '09:00:00', '15.30:00'),
        day('Monday', '25:00:00', '26:00:00'),
        day('Tuesday', '09:00:00', '09:00:00'),
        day('Wednesday', '00:01:00', '24:00:00'),
      ]),
    );
    expect(told.opening?.weekly).toEqual([
      { weekday: 3, opens: '00:01', closes: '24:00' },
      { weekday: 4, opens: '09:00', closes: '15:30' },
    ]);
    expect(faults).toEqual(['hours-unreadable', 'hours-unreadable']);
  });

  test('always open is open at every hour, and by appointment is said in words', () => {
    expect(open(read(week([], { isAlwaysOpen: true })), '2026-11-29T03:00')).toBe(true);
    expect(read(week([day('Monday', '09:00:00', '10:00:00')], { isReservation: true })).openingNotes.sv).toBe('Endast med tidsbokning.');
  });

  test('exceptions hold on their local dates only, closed or with other hours', () => {
    const usual = week(['Wednesday', 'Thursday', 'Friday'].map((each) => day(each, '09:00:00', '16:00:00')));
    const closed = {
      serviceHourType: 'Exceptional',
      validFrom: '2026-12-23T22:00:00Z',
      validTo: '2026-12-25T21:59:59Z',
      isClosed: true,
      openingHour: [],
    };
    const shorter = {
      serviceHourType: 'Exceptional',
      validFrom: '2026-12-23T00:00:00',
      validTo: null,
      isClosed: false,
      openingHour: [{ dayFrom: null, dayTo: null, from: '09:00:00', to: '12:00:00' }],
    };
    const told = read(usual, closed, shorter);
    const moments = ['2026-12-23T11:00', '2026-12-23T13:00', '2026-12-24T10:00', '2026-12-25T10:00', '2026-12-30T13:00'];
    expect(moments.map((moment) => open(told, moment))).toEqual([true, false, false, false, true]);
  });

  test('a season closes the week out, and one that begins later waits', () => {
    const told = read(
      week([day('Monday', '09:00:00', '15:00:00')]),
      week([day('Monday', '10:00:00', '11:00:00')], {
        validForNow: false,
        validFrom: '2026-11-30T00:00:00',
        validTo: '2026-12-06T00:00:00',
      }),
      week([day('Monday', '12:00:00', '13:00:00')], { validFrom: '2027-01-01T00:00:00' }),
    );
    const mondays = [
      '2026-11-23T14:00',
      '2026-11-30T14:00',
      '2026-11-30T10:30',
      '2026-12-07T14:00',
      '2027-01-04T14:00',
      '2027-01-04T12:30',
    ];
    expect(mondays.map((moment) => open(told, moment))).toEqual([true, false, true, true, false, true]);
  });

  test('an exception without a date is told of; a season long gone is not kept', () => {
    const told = read(
      { serviceHourType: 'Exceptional', validFrom: null, isClosed: true, openingHour: [] },
      week([day('Monday', '10:00:00', '11:00:00')], {
        validForNow: false,
        validFrom: '2019-01-01T00:00:00',
        validTo: '2019-12-31T00:00:00',
      }),
    );
    expect([told.opening, faults]).toEqual([null, ['hours-unreadable']]);
  });
});

describe('hours of v12', () => {
  const hour = (start: string, end: string, rest: object = {}) => ({
    start,
    end,
    openingStatus: 'Open',
    repetition: 'Weekly',
    additionalInformation: {},
    ...rest,
  });
  const set = (type: string, rest: object) => ({ type, heading: {}, additionalInformation: {}, ...rest });
  const of = (hours: object[], holidayServiceHours: object | null = null) => {
    const told = v12({ hours, holidayServiceHours }, today, complain);
    if (told.opening) openingHoursShape.parse(told.opening);
    return told;
  };

  test('a week, with every other week in words', () => {
    const told = of([
      set('WeeklyUntilFurtherNoticeServiceHour', {
        weeklyHours: {
          monday: { hours: [hour('09:00', '16:00')] },
          tuesday: { hours: [hour('09:00', '12:00', { repetition: 'OddWeeks' })] },
        },
      }),
    ]);
    expect(told.opening?.weekly).toEqual([{ weekday: 1, opens: '09:00', closes: '16:00' }]);
    expect(told.openingNotes).toEqual({
      fi: 'Parittomilla viikoilla ti 9.00–12.00.',
      sv: 'Udda veckor tis 9.00–12.00.',
      en: 'Odd weeks Tue 9:00–12:00.',
    });
  });

  test('holidays of this year and the next are exceptions of their dates', () => {
    const told = of([set('WeeklyUntilFurtherNoticeServiceHour', { weeklyHours: { thursday: { hours: [hour('09:00', '16:00')] } } })], {
      repetition: { type: 'RepetitionEveryYear' },
      holidays: [
        { holidayName: 'ChristmasEve', hours: [{ start: '09:00', end: '11:00', openingStatus: 'Open', additionalInformation: {} }] },
        { holidayName: 'MaundyThursday', hours: [] },
        { holidayName: 'NewYearEve', hours: [{ start: '00:00', end: '00:00', openingStatus: 'Closed', additionalInformation: {} }] },
      ],
    });
    const moments = ['2026-12-24T10:00', '2026-12-24T12:00', '2026-12-31T10:00', '2027-03-25T10:00', '2027-04-01T10:00'];
    expect(moments.map((moment) => open(told, moment))).toEqual([true, false, false, false, true]);
    const once = of([], {
      repetition: { type: 'RepetitionInSelectedYears', years: [2026] },
      holidays: [{ holidayName: 'ChristmasDay', hours: [] }],
    });
    expect(once.opening?.exceptions).toEqual([{ date: '2026-12-25', closed: true }]);
  });

  test('exceptional dates, spans over midnights, always and by appointment', () => {
    const told = of([
      set('ContinuousAlwaysValidServiceHour', { openingStatus: 'OpenOnReservation' }),
      set('ExceptionalDateRangeServiceHour', {
        fromDate: '2026-12-07',
        toDate: '2026-12-13',
        weeklyHours: {
          monday: { hours: [hour('00:00', '23:59', { openingStatus: 'Closed' })] },
          tuesday: { hours: [hour('10:00', '11:00')] },
        },
      }),
    ]);
    expect(told.openingNotes.en).toBe('By appointment only.');
    const moments = ['2026-12-07T10:30', '2026-12-08T10:30', '2026-12-08T12:00', '2026-12-09T03:00'];
    expect(moments.map((moment) => open(told, moment))).toEqual([false, true, false, true]);
    const weekend = of([
      set('ContinuousWeekdaysUntilFurtherNoticeServiceHour', {
        openingStatus: 'Open',
        fromDay: 'Friday',
        toDay: 'Monday',
        fromTime: '16:00',
        toTime: '08:00',
      }),
    ]);
    expect([open(weekend, '2026-11-28T03:00'), open(weekend, '2026-11-30T07:59'), open(weekend, '2026-11-30T08:00')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
