import { z } from 'zod';
import { day, id, instant } from '../../../platform/http/shapes.ts';
import { interpreterLanguage, interpreterText, language, needKeys, needsText, people, peopleText } from '../booking/schema.ts';

const EXAMPLE_IDS = ['7d9f4a52-1c07-4f0e-9d55-0b7a1f4f3a10', '5b1f0c1e-70a4-4d0b-8f6d-2f4f0a2c9e11'];
const EXAMPLE_PLACE = '0c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f';
const MOST = 4;

/** Services in an address stand with commas between them. */
const servicesText = z
  .string()
  .max(37 * MOST)
  .transform((text) => text.split(','))
  .pipe(z.array(id).min(2).max(MOST))
  .meta({ description: 'From two to four services, with commas between', example: EXAMPLE_IDS.join(',') });

export const VisitTimesQuery = z.object({
  services: servicesText,
  place: id.meta({ example: EXAMPLE_PLACE }),
  from: day.meta({ example: '2027-03-01' }),
  until: day.meta({ description: 'Inclusive; at most 14 days after the first', example: '2027-03-07' }),
  needs: needsText,
  interpreterLanguage: interpreterText,
  language: language.optional(),
  people: peopleText,
});

const part = z.object({ serviceId: id, startsAt: instant, endsAt: instant });
const startsAt = instant.meta({ example: '2027-03-01T07:00:00Z' });
const endsAt = instant.meta({ example: '2027-03-01T08:15:00Z' });
export const VisitTimes = z
  .object({ visits: z.array(z.object({ startsAt, endsAt, parts: z.array(part) })) })

  .meta({
    id: 'VisitTimes',
    description: 'The earliest arrival first; the parts in the order in which they are given',
    example: {
      visits: [
        {
          ...{ startsAt: '2027-03-01T07:00:00Z', endsAt: '2027-03-01T08:15:00Z' },
          parts: [
            { serviceId: EXAMPLE_IDS[0], startsAt: '2027-03-01T07:00:00Z', endsAt: '2027-03-01T07:30:00Z' },
            { serviceId: EXAMPLE_IDS[1], startsAt: '2027-03-01T07:30:00Z', endsAt: '2027-03-01T08:15:00Z' },
          ],
        },
      ],
    },
  });

/** Each service once. */
export const partsOf = <Part extends z.ZodType<{ serviceId: string }>>(part: Part) =>
  z
    .array(part)
    .min(2)
    .max(MOST)
    .refine((parts) => new Set(parts.map(({ serviceId }) => serviceId)).size === parts.length);

export const VisitRequest = z
  .strictObject({
    placeId: id,
    parts: partsOf(z.strictObject({ serviceId: id, startsAt: instant })),
    language: language.nullable().default(null),
    needs: needKeys,
    interpreterLanguage: interpreterLanguage.default(null),
    people: people.default(1),
  })
  .meta({
    id: 'VisitRequest',
    example: {
      placeId: EXAMPLE_PLACE,
      parts: EXAMPLE_IDS.map((serviceId, at) => ({ serviceId, startsAt: `2027-03-01T07:${at === 0 ? '00' : '30'}:00Z` })),
      language: 'fi',
      needs: ['needs-interpreter'],
      interpreterLanguage: 'uk',
      people: 1,
    },
  });

export const VisitSetting = z.strictObject({ mostBetween: z.int().min(0).max(120) }).meta({ id: 'VisitSetting' });
export const PointPlace = z.object({ id });
