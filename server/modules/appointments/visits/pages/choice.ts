import { z } from 'zod';
import { id } from '../../../../platform/http/shapes.ts';
import { MOST_NEEDS } from '../../../directory/schema.ts';
import { interpreterField } from '../../pages/choice.ts';

const many = <T extends z.ZodType<string>>(one: T, most: number) =>
  z
    .union([z.array(one).max(most), one.transform((each) => [each])])
    .default([])
    .transform((all) => [...new Set(all as string[])]);

/** What is chosen before the time. It travels in the form: what somebody needs has no place in an address. */
export const VisitChoice = z.strictObject({
  place: id,
  services: many(id, 30),
  interpreterLanguage: interpreterField,
  needs: many(z.string().regex(/^[a-z0-9-]{1,40}$/), MOST_NEEDS),
  people: z.coerce.number().int().min(1).max(20).catch(1),
  language: z.enum(['fi', 'sv', 'en']),
  from: z.iso.date().optional(),
  go: z.iso.date().optional(),
});
export type VisitChoice = z.output<typeof VisitChoice>;
/** The visit pressed: "<service>@2027-03-01T07:00:00Z,<service>@...". */
export const VisitPress = VisitChoice.extend({ at: z.string().max(400) });

/** Of an agreed visit: another time pressed, or other days. */
export const VisitMove = z.strictObject({ at: z.string().max(400).optional(), from: z.iso.date().optional(), go: z.iso.date().optional() });

export const [LEAST, MOST] = [2, 4];

type Part = { bookableId: string; from: number };

export const pressedVisit = (parts: readonly Part[]): string =>
  parts.map(({ bookableId, from }) => `${bookableId}@${Temporal.Instant.fromEpochMilliseconds(from)}`).join(',');

/** Undefined for what no page of ours has written. */
export function readVisit(at: string, least = LEAST): { bookableId: string; at: number }[] | undefined {
  const parts = at.split(',').map((part) => part.split('@'));
  if (parts.length < least || parts.length > MOST || !parts.every(([service]) => z.uuid().safeParse(service).success)) return undefined;
  try {
    return parts.map(([service = '', moment = '']) => ({ bookableId: service, at: Temporal.Instant.from(moment).epochMilliseconds }));
  } catch {
    return undefined;
  }
}
