import { z } from 'zod';
import { id } from '../../../platform/http/shapes.ts';

export const CounterChange = z.strictObject({ state: z.enum(['open', 'break', 'closed']) }).meta({ id: 'CounterChange' });

/** Nobody named: the next in order. `except`: not these now, the counter has looked at them already. */
export const CallInput = z.strictObject({ stepId: id.optional(), except: z.array(id).max(50).default([]) }).meta({ id: 'CallInput' });

export const Called = z.object({ called: z.object({ visitId: id, stepId: id, code: z.string() }).nullable() }).meta({ id: 'CalledVisit' });

const queueId = id;
const undoable = [
  ...(['arrived', 'called', 'recalled', 'serving', 'parked', 'returned', 'moved', 'continued'] as const),
  ...(['finished', 'no-show', 'left', 'later', 'excluded'] as const),
];

/** What is done to a visitor's visit; each is kept with who did it, and can be undone for a minute. */
export const DeedInput = z
  .discriminatedUnion('deed', [
    z.strictObject({ deed: z.literal('recalled') }),
    z.strictObject({ deed: z.literal('serving') }),
    z.strictObject({ deed: z.literal('parked') }),
    /** Back among those who wait, at the old place. */
    z.strictObject({ deed: z.literal('returned') }),
    /** To another queue or point, the arrival kept. */
    z.strictObject({ deed: z.literal('moved'), queueId }),
    /** The next queue of the chain, entered when this step ends. */
    z.strictObject({ deed: z.literal('continued'), queueId }),
    z.strictObject({ deed: z.literal('finished') }),
    z.strictObject({ deed: z.literal('no-show') }),
    z.strictObject({ deed: z.literal('left') }),
    z.strictObject({ deed: z.literal('later'), minutes: z.int().min(1).max(60) }),
    /** Not by this person: disqualified (hallintolaki 27-28 §). */
    z.strictObject({ deed: z.literal('excluded'), personId: id.optional() }),
    /** `of`: the deed that is meant, so that a second tap does not take back the one before it too. Only with `arrived` is an arrival taken back. */
    z.strictObject({ deed: z.literal('undone'), of: z.enum(undoable).optional() }),
  ])
  .meta({ id: 'VisitDeedInput' });

export type CounterChange = z.infer<typeof CounterChange>;
export type CallInput = z.infer<typeof CallInput>;
export type Called = z.infer<typeof Called>;
export type DeedInput = z.infer<typeof DeedInput>;
