import { z } from 'zod';
import { dayText, instant } from '../../../../platform/http/shapes.ts';

/** `readOn`: the day on which a program last fetched it. */
export const OwnFeed = z
  .object({ feed: z.object({ address: z.string(), madeAt: instant, readOn: dayText.nullable() }).nullable() })
  .meta({ id: 'OwnCalendarFeed' });
export const FeedFile = z.object({ file: z.string().regex(/^[\w-]{27}\.ics$/) });

export type OwnFeed = z.output<typeof OwnFeed>;
