import { z } from 'zod';
import { id } from '../../../platform/http/shapes.ts';
import { MOST_NEEDS } from '../../directory/schema.ts';
import type { Booking, Way } from '../types.ts';
import type { OfferedService } from './queries.ts';

/** A point, a bus's stop, or how else one is served; `any`: wherever a time is free first; `near`: within a drive. */
const place = z.union([id, z.enum(['any', 'near', 'remote', 'phone'])]);
const needKey = z.string().regex(/^[a-z0-9-]{1,40}$/);
const needs = z
  .union([z.array(needKey).max(MOST_NEEDS), needKey.transform((one) => [one])])
  .default([])
  .transform((keys) => [...new Set(keys)]);
const language = z.enum(['fi', 'sv', 'en']);
/** Empty: not said. */
export const interpreterSaid = z.union([z.string().regex(/^[a-z]{2,3}$/), z.literal('')]).transform((code) => code || null);
export const interpreterField = interpreterSaid.prefault('');
const day = z.iso.date().optional();
/** How many come together. */
const people = z.coerce.number().int().min(1).max(20).default(1);

/** What is chosen before the time. It travels in the form: what somebody needs has no place in an address. */
const ChoiceFields = z.strictObject({
  ...{ service: id, place, needs, interpreterLanguage: interpreterField, language, people, from: day, day },
  /** Near: where one starts, as it is typed, and how many minutes one drives. In no address, like the needs. */
  start: z.string().trim().max(100).optional(),
  minutes: z.enum(['30', '60', '90']).default('60'),
});
export type Choice = z.output<typeof ChoiceFields>;

/** Another week or another place, pressed: "from 2027-03-08", "place <point>". */
export const go = z.union([z.templateLiteral(['from ', z.iso.date()]), z.templateLiteral(['place ', id])]).optional();
export const ChoiceForm = ChoiceFields.extend({ go });
export const ChoiceQuery = z.object({ service: id, place: place.default('any'), people: people.catch(1), from: day, day });
/** The time pressed, with where: "2027-03-01T07:00:00Z <point>". */
export const HoldForm = ChoiceFields.extend({ at: z.string().max(80) });
/** Of an agreed time: another day, week, stop of its bus or time, pressed. `place`: the stop that is looked at. */
export const MoveForm = z.strictObject({ at: z.string().max(80).optional(), place: id.optional(), from: day, day, go });

/** With what was pressed. */
export function gone<T extends { from?: string | undefined; day?: string | undefined; go?: string | undefined }>({ go: to, ...choice }: T) {
  const [what, value] = to?.split(' ') ?? [];
  if (what === 'from') return { ...choice, from: value, day: undefined };
  return what === 'place' ? { ...choice, place: value, from: undefined, day: undefined } : choice;
}

export type Spot = { pointId: string | null; stopId: string | null; way: Way };

/** Undefined where the service is not given so. */
export async function spotOf(
  { capacities }: Pick<Booking, 'capacities'>,
  { ways }: Pick<OfferedService, 'ways'>,
  where: string,
): Promise<Spot | undefined> {
  if (where === 'remote' || where === 'phone') return ways.includes(where) ? { pointId: null, stopId: null, way: where } : undefined;
  if (!z.uuid().safeParse(where).success) return undefined;
  const spot = await capacities.spotOf(where);
  const way = spot.stopId ? 'bus' : 'point';
  return ways.includes(way) ? { ...spot, way } : undefined;
}

/** Undefined for what no page of ours has written. */
export function readPressed(at: string): { at: number; where: string } | undefined {
  const [moment = '', where = ''] = at.split(' ');
  // The earliest moments of all have no days before them, of which free times could be shown.
  if (!/^\d{4}-/.test(moment)) return undefined;
  try {
    return { at: Temporal.Instant.from(moment).epochMilliseconds, where };
  } catch {
    return undefined;
  }
}

export const pressed = (from: number, where: string): string => `${Temporal.Instant.fromEpochMilliseconds(from)} ${where}`;
