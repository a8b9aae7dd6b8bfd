import { z } from 'zod';
import { day, id } from '../../../platform/http/shapes.ts';
import { Names } from '../../directory/schema.ts';

/** Before it PostgreSQL writes years in another way, and nobody's figures reach further. */
const [FIRST_YEAR, LAST_YEAR] = [2020, 2099];
const dayOfFigures = day.refine(({ year }) => year >= FIRST_YEAR && year <= LAST_YEAR);

/** Days of the point's own calendar, both included, a year at most: see `daysOf`. */
export const Period = z.strictObject({
  from: dayOfFigures.optional(),
  until: dayOfFigures.optional(),
  /** Minutes within which everybody should be called. */
  target: z.coerce.number().int().min(1).max(240).default(15),
});

const share = z.number().min(0).max(1).nullable();

/** Seconds: the middle one, what nine of ten stay under, and the longest. */
const Spread = z.object({ median: z.int(), p90: z.int(), longest: z.int() }).nullable().meta({ id: 'SpreadOfSeconds' });

/** Of fewer than five visits `visits` is null and so is everything else. */
const Group = z.object({
  visits: z.int().nullable(),
  steps: z.int().nullable(),
  /** From joining the queue (with an agreed time, from that time) to the call, and from then to the end, of one step. */
  wait: Spread,
  /** Of those who were called, the share that waited the target at most. */
  within: share,
  service: Spread,
  /** Shares of steps whose visitor left before being called, and of those who did not come when called. */
  abandoned: share,
  noShow: share,
});

const Accuracy = z.object({ visits: z.int().nullable(), medianErrorMinutes: z.number().nullable(), held: share });
const Told = z.object({ first: Accuracy, latest: Accuracy });

/** How a point's visits went: of the point as a whole and of groups of visits, never of a person. */
export const Figures = z
  .object({
    pointId: id,
    from: day,
    until: day,
    targetMinutes: z.int(),
    /** A visitor's whole visit, from arrival to its end, and what of it was waiting, over all steps. */
    visitors: z.object({
      visits: z.int().nullable(),
      wait: Spread,
      whole: Spread,
      steps: z.number().nullable(),
      abandoned: share,
      noShow: share,
    }),
    /** Each step of the visits. */
    steps: Group,
    byQueue: z.array(z.object({ id, name: Names, ...Group.shape })),
    byOrganisation: z.array(z.object({ id, name: Names, ...Group.shape })),
    /** The hour of joining the queue. */
    byHour: z.array(z.object({ hour: z.int(), ...Group.shape })),
    /** The day of joining the queue; Monday is 1. */
    byWeekday: z.array(z.object({ weekday: z.int(), ...Group.shape })),
    /** By the unit of who served, never by person: nothing is told of a unit of whom fewer than three served. One who is in two units is in both. */
    byTeam: z.array(z.object({ id, name: Names, ...Group.shape })),
    /** Keys of the list specialNeeds; null: none said. One visitor may be in several. */
    byNeed: z.array(z.object({ need: z.string().nullable(), ...Group.shape })),
    /** How right what visitors were told was: at arrival, and the latest before their call. */
    accuracy: z.object({ ...Told.shape, byQueue: z.array(z.object({ id, name: Names, ...Told.shape })) }),
  })
  .meta({ id: 'QueueFigures' });

export const VisitedPoints = z.object({ pointIds: z.array(id) }).meta({ id: 'VisitedPoints' });

export type Figures = z.output<typeof Figures>;
export type Group = z.infer<typeof Group>;
export type Period = z.output<typeof Period>;
