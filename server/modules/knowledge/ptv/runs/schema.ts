import { z } from 'zod';
import { instant } from '../../../../platform/http/shapes.ts';
import { KeyState } from '../key/schema.ts';
import { steps } from '../records.ts';
import { runModes, runSources, runStates } from './types.ts';

const step = z.enum(steps);
const counts = z.object({
  /** As the source has told; null where it has not. */
  total: z.int().nullable(),
  read: z.int(),
  written: z.int(),
  unchanged: z.int(),
  withdrawn: z.int(),
  faults: z.int(),
});

export const ImportRun = z
  .object({
    id: z.string(),
    source: z.enum(runSources),
    /** everything: the whole directory, and what is gone from it. changes: what was modified since `since`. */
    mode: z.enum(runModes),
    /** asks: it would withdraw more than a tenth and waits for a person's word. stopped: a person said no, or a newer run came. */
    state: z.enum(runStates),
    since: instant.nullable(),
    /** The step it is at; null before the first and after the last. */
    step: z.enum([...steps, 'withdrawing']).nullable(),
    counts: z.array(counts.extend({ step })),
    withdrawing: z.array(z.object({ step, known: z.int(), missing: z.int() })),
    failure: z.string().nullable(),
    createdAt: instant,
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'ImportRun' });

export const ImportFault = z
  .object({
    id: z.int(),
    step,
    recordId: z.string().nullable(),
    name: z.string().nullable(),
    code: z.string(),
    detail: z.string().nullable(),
    /** Whether the whole record was left out; otherwise it was taken without the part. */
    skipped: z.boolean(),
  })
  .meta({ id: 'ImportFault' });

export const ImportRuns = z
  .object({
    /** Where the directory is read from; null where nothing has been set. */
    source: z.object({ version: z.enum(['v11', 'v12']), host: z.string(), key: KeyState }).nullable(),
    runs: z.array(ImportRun),
  })
  .meta({ id: 'ImportRuns' });

export const ImportRunWithFaults = z.object({ run: ImportRun, faults: z.array(ImportFault) }).meta({ id: 'ImportRunWithFaults' });

export const ImportStart = z.strictObject({ mode: z.enum(runModes) }).meta({ id: 'ImportStart' });
export const ImportAnswer = z.strictObject({ withdraw: z.boolean() }).meta({ id: 'ImportAnswer' });
export const ImportPlace = z.object({ id: z.uuid() });

export type ImportRun = z.output<typeof ImportRun>;
export type ImportFault = z.output<typeof ImportFault>;
export type ImportRuns = z.output<typeof ImportRuns>;
export type ImportRunWithFaults = z.output<typeof ImportRunWithFaults>;
