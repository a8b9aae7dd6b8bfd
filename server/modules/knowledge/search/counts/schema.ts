import { z } from 'zod';
import { day } from '../../../../platform/http/shapes.ts';
import { Tongue } from '../schema.ts';

const words = z.string().trim().min(1).max(80);

/** Searches of the last thirty days: how many, how many of them found nothing, and the words to do something about. */
export const Unanswered = z
  .object({
    times: z.int(),
    unfound: z.int(),
    searches: z.array(
      z.object({ language: Tongue, words: z.string(), times: z.int(), lastDay: day, why: z.enum(['nothing-found', 'nothing-chosen']) }),
    ),
  })
  .meta({ id: 'UnansweredSearches' });
export type Unanswered = z.output<typeof Unanswered>;

export const SettledSearch = z.strictObject({ language: Tongue, words }).meta({ id: 'SettledSearch' });
