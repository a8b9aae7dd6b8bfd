import { z } from 'zod';
import { day, dayText, id, instant } from '../../../platform/http/shapes.ts';
import { ChangedSetUp } from '../capacity/conflicts/schema.ts';
import { Told } from '../relocating/schema.ts';
import { isInOrder, repeating, stretch } from '../slots/schema.ts';
import { DayAppointment, WalkIn } from '../staff/day/schema.ts';

const EXAMPLE_BUS = '3b0f6f0e-5d0b-4a52-9a6e-2f5d1c7b8a90';
const EXAMPLE_STOP = '9e1c4f7a-8b32-4d65-b0f1-6a2d3c4e5f60';
const EXAMPLE_SERVICE = '7d9f4a52-1c07-4f0e-9d55-0b7a1f4f3a10';
const exampleBusName = { fi: 'Palvelubussi', sv: 'Servicebussen', en: 'Service bus' };
const exampleName = { fi: 'Kylätalo', sv: 'Byagården', en: 'Village hall' };
const name = z.string().trim().min(1).max(200);
const names = z.strictObject({ fi: name, sv: name, en: name }).meta({ example: exampleName });
const line = z.string().trim().max(1000);
/** Lines of text per language. */
const texts = z
  .strictObject({ fi: line, sv: line, en: line })
  .partial()
  .meta({ example: { fi: 'Parkkipaikalla talon takana' } });
/** The bus is gone before the day ends. */
const isSameDay = (one: { opens: string; closes: string }): boolean => one.closes > one.opens;
const Hours = z
  .strictObject(repeating)
  .refine(isSameDay, { path: ['closes'] })
  .refine(isInOrder, { path: ['validUntil'] })
  .meta({ id: 'BusStopHoursLine' });
const Stretch = z.strictObject(stretch).refine(isSameDay, { path: ['closes'] });

const stopFields = {
  name: names,
  street: z.string().trim().min(1).max(200),
  postalCode: z.string().trim().max(10),
  city: z.string().trim().min(1).max(100),
  latitude: z.number().min(59).max(71),
  longitude: z.number().min(19).max(32),
  finding: texts,
  accessibility: texts,
};

export const BusStop = z
  .object({
    ...{ id, version: z.int(), active: z.boolean() },
    ...stopFields,
    hours: z.array(Hours),
    exceptions: z.array(z.object({ date: dayText, hours: Stretch.nullable() })),
    /** How many agreed times are still to come there. */
    booked: z.int(),
  })
  .meta({ id: 'BusStop' });
/** A stand of the days to come after which there is too little time for the way to the next stop. */
const Tight = z.object({ stopId: id, startsAt: instant, minutes: z.int() });
export const Bus = z
  .object({
    ...{ id, name: names, version: z.int(), leaveMinutes: z.int(), onBoard: texts, accessibility: texts, walkIn: z.boolean() },
    stops: z.array(BusStop),
    tight: z.array(Tight),
  })
  .meta({ id: 'Bus' });
export const Buses = z.object({ buses: z.array(Bus) }).meta({ id: 'Buses' });

/** `version` 0: of a point that moves and has no timetable yet. */
export const BusInput = z
  .strictObject({ version: z.int(), leaveMinutes: z.int().min(0).max(120), onBoard: texts, accessibility: texts, walkIn: z.boolean() })
  .meta({ id: 'BusInput' });
export const BusStopInput = z
  .strictObject({
    ...stopFields,
    postalCode: stopFields.postalCode.default(''),
    finding: texts.default({}),
    accessibility: texts.default({}),
  })
  .meta({ id: 'BusStopInput' });
export const BusStopChange = z
  .strictObject({ ...stopFields, active: z.boolean() })
  .partial()
  .extend({ version: z.int() })
  .meta({ id: 'BusStopChange' });
export const BusStopHoursInput = z.strictObject({ version: z.int(), hours: z.array(Hours).max(30) }).meta({ id: 'BusStopHoursInput' });
/** `hours` null: as the timetable says again; none: the bus does not come; some: those instead. */
export const BusStopDays = z
  .strictObject({ version: z.int(), from: day, until: day, hours: z.array(Stretch).max(4).nullable() })
  .meta({ id: 'BusStopDays' });
/** The whole bus: broken, in service, or on its way again. */
export const BusDays = z.strictObject({ version: z.int(), from: day, until: day, runs: z.boolean() }).meta({ id: 'BusDays' });
export const ChangedBus = ChangedSetUp;
/** Where the address has changed. */
export const ChangedBusStop = ChangedSetUp.extend(Told.shape).meta({ id: 'ChangedBusStop' });

export const BusDay = z
  .object({
    busId: id,
    day: dayText,
    stands: z.array(
      z.object({
        stopId: id,
        name: names,
        street: z.string(),
        city: z.string(),
        startsAt: instant,
        endsAt: instant,
        bookedUntil: instant,
        customers: z.array(DayAppointment),
      }),
    ),
    /** Booked where the bus does not stand then: they must be moved. */
    adrift: z.array(DayAppointment),
    walkIns: z.array(WalkIn),
  })
  .meta({ id: 'BusDay' });
export const BusDayQuery = z.object({ day: day.optional() });
export const ArrivalCode = z
  .strictObject({ code: z.string().trim().min(4).max(20) })
  .meta({ id: 'BusArrivalCode', example: { code: 'K7M4PX' } });
export const BusCustomer = z.object({ appointmentId: id, expectedId: id }).meta({ id: 'BusCustomer' });

const PublicStop = z
  .object({ id: id.meta({ example: EXAMPLE_STOP }), ...stopFields })
  .meta({ id: 'PublicBusStop', description: 'A stop is a place to book at: its id is a placeId' });
export const PublicBuses = z
  .object({
    buses: z.array(
      z.object({
        id: id.meta({ example: EXAMPLE_BUS }),
        name: names.meta({ example: exampleBusName }),
        onBoard: texts,
        accessibility: texts,
        walkIn: z.boolean().meta({ description: 'Whether one may come without a time', example: true }),
        services: z.array(z.object({ id, name: names })),
        stops: z.array(PublicStop),
      }),
    ),
  })

  .meta({
    id: 'PublicBuses',
    example: {
      buses: [
        {
          ...{ id: EXAMPLE_BUS, name: exampleBusName, onBoard: { fi: 'Tulostin' }, accessibility: { fi: 'Nostin' }, walkIn: true },
          services: [{ id: EXAMPLE_SERVICE, name: { fi: 'Asumisen neuvonta', sv: 'Boenderådgivning', en: 'Housing advice' } }],
          stops: [
            {
              ...{ id: EXAMPLE_STOP, name: exampleName, street: 'Kylätie 2', postalCode: '99980', city: 'Mallila', latitude: 64.2 },
              ...{ longitude: 27.7, finding: { fi: 'Parkkipaikalla talon takana' }, accessibility: {} },
            },
          ],
        },
      ],
    },
  });
export const TimetableQuery = z.object({
  from: day.meta({ example: '2027-03-01' }),
  until: day.meta({ description: 'Inclusive; at most 62 days after the first', example: '2027-03-14' }),
  stop: id.optional().meta({ description: 'Only of this stop', example: EXAMPLE_STOP }),
});
export const PublicTimetable = z
  .object({
    stands: z.array(
      z.object({
        busId: id,
        stopId: id.meta({ example: EXAMPLE_STOP }),
        startsAt: instant.meta({ example: '2027-03-02T08:00:00Z' }),
        endsAt: instant.meta({ example: '2027-03-02T10:30:00Z' }),
      }),
    ),
    cancelled: z
      .array(z.object({ busId: id, stopId: id, day: dayText.meta({ example: '2027-03-09' }) }))
      .meta({ description: 'Days on which the bus does not come as its timetable says' }),
  })

  .meta({
    id: 'PublicBusTimetable',
    example: {
      stands: [{ busId: EXAMPLE_BUS, stopId: EXAMPLE_STOP, startsAt: '2027-03-02T08:00:00Z', endsAt: '2027-03-02T10:30:00Z' }],
      cancelled: [{ busId: EXAMPLE_BUS, stopId: EXAMPLE_STOP, day: '2027-03-09' }],
    },
  });

export type BusView = z.output<typeof Bus>;
export type BusInput = z.output<typeof BusInput>;
export type BusStopInput = z.output<typeof BusStopInput>;
export type BusStopChange = z.output<typeof BusStopChange>;
export type BusStopHoursInput = z.output<typeof BusStopHoursInput>;
export type BusStopDays = z.output<typeof BusStopDays>;
export type BusDays = z.output<typeof BusDays>;
export type BusDay = z.output<typeof BusDay>;
export type ChangedBus = z.output<typeof ChangedBus>;
export type ChangedBusStop = z.output<typeof ChangedBusStop>;
