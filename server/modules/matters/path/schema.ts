import { z } from 'zod';
import { day, momentText } from '../../../platform/http/shapes.ts';

const fields = {
  needId: z.uuid().nullish(),
  title: z.string().trim().min(1).max(200),
  who: z.enum(['customer', 'staff', 'authority']),
  organisationId: z.uuid().nullish(),
  channel: z.string().max(40).nullish(),
  place: z.string().trim().max(200),
  at: momentText.nullish(),
  deadlineAt: momentText.nullish(),
};

export const StepInput = z
  .strictObject({ ...fields, who: fields.who.default('customer'), place: fields.place.default('') })
  .meta({ id: 'StepInput' });

/** Not made from `StepInput`: its defaults would stand in for what a change leaves out. */
export const StepChange = z
  .strictObject(fields)
  .partial()
  .extend({
    state: z.enum(['planned', 'now', 'done', 'dropped']).optional(),
    /** 1-based place among the steps; the others make room. */
    position: z.int().min(1).max(200).optional(),
  })
  .meta({ id: 'StepChange' });

/** `eventDay`: when the move, birth or the like is; today when it is not said. */
export const PackageTaken = z.strictObject({ packageId: z.uuid(), eventDay: day.nullish() }).meta({ id: 'PackageTaken' });
export type PackageTaken = z.output<typeof PackageTaken>;
export const StepsAdded = z.object({ added: z.int() }).meta({ id: 'StepsAdded' });

export const Step = z
  .object({
    id: z.uuid(),
    needId: z.uuid().nullable(),
    position: z.int(),
    title: z.string(),
    who: z.enum(['customer', 'staff', 'authority']),
    organisationId: z.uuid().nullable(),
    channel: z.string().nullable(),
    place: z.string(),
    at: z.string().nullable(),
    deadlineAt: z.string().nullable(),
    state: z.enum(['planned', 'now', 'done', 'dropped']),
    doneAt: z.string().nullable(),
    /** From a mapping that is given on paper only: its words are shown to nobody who has not been identified. */
    isSecret: z.boolean(),
  })
  .meta({ id: 'Step' });

export type StepInput = z.infer<typeof StepInput>;
export type StepChange = z.infer<typeof StepChange>;
export type Step = z.infer<typeof Step>;
