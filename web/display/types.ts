import type { z } from 'zod';
import type { DisplayView, ShownCall } from '../../server/modules/queue/displays/schema.ts';
import type { VisitMoved } from '../../server/modules/queue/schema.ts';

export type View = z.input<typeof DisplayView>;
export type Call = z.input<typeof ShownCall>;
/** As it comes over the line; the counter is the same in both. */
export type Moved = Omit<VisitMoved, 'pointId' | 'counter'> & { counter: Call['counter'] | null };
export type Direction = NonNullable<Call['counter']['direction']>;
export type Slide = View['slides'][number];
export type Here = View['today'][number];
export type Language = View['languages'][number];
