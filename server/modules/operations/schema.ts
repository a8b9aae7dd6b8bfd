import { z } from 'zod';
import { instant } from '../../platform/http/shapes.ts';

const kind = z.enum(['job', 'reaction']);

/** Work given up after its last try. Nothing of its subject is here: it may be a person's. */
export const Fault = z
  .object({
    kind,
    id: z.string(),
    /** Which job or reaction, as the code calls it. */
    name: z.string(),
    tries: z.int(),
    /** The kind of the last error and its code, never its words. */
    error: z.string(),
    /** When the work was asked for: the job's adding, the event's moment. */
    askedAt: instant,
    gaveUpAt: instant,
  })
  .meta({ id: 'Fault' });

export const FaultList = z.object({ faults: z.array(Fault) }).meta({ id: 'FaultList' });

export const FaultPlace = z.object({ kind, id: z.string().regex(/^[0-9a-f-]{1,36}$/) });

/** queued: a job runs soon · done: a reaction has had its effect · failed: it failed once more. */
export const FaultRetry = z.object({ state: z.enum(['queued', 'done', 'failed']) }).meta({ id: 'FaultRetry' });

export type Fault = z.output<typeof Fault>;
export type FaultPlace = z.output<typeof FaultPlace>;
export type FaultRetry = z.output<typeof FaultRetry>;
