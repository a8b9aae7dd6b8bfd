import { z } from 'zod';
import { id, instant } from '../../../../../platform/http/shapes.ts';
import { BlockReason } from '../schema.ts';

export const BlockInput = z.strictObject({ startsAt: instant, endsAt: instant, reason: BlockReason }).meta({ id: 'BlockInput' });

/** `others`: at the same time others are free. `time`: the nearest at which somebody is. `ask`: none; the customer is asked to choose. */
const Proposal = z.object({ kind: z.enum(['others', 'time', 'ask']), startsAt: instant.nullable() });

const Touched = z.object({
  appointmentId: id,
  version: z.int(),
  service: z.object({ fi: z.string(), sv: z.string(), en: z.string() }).nullable(),
  startsAt: instant,
  endsAt: instant,
  code: z.string().nullable(),
  /** Whether the customer is told by e-mail; else they have to be called. */
  byEmail: z.boolean(),
  /** Whether its customer, asked to choose again, can: anybody may book the service. Else a new time is agreed with them. */
  chooses: z.boolean(),
  /** Whether the caller may move it: it may be another organisation's customer. */
  moved: z.boolean(),
  proposal: Proposal,
});

export const Block = z
  .object({ id, resourceId: id, startsAt: instant, endsAt: instant, reason: BlockReason, touched: z.array(Touched) })
  .meta({ id: 'CalendarBlock' });

export const Settling = z
  .strictObject({ appointmentId: id, kind: z.enum(['others', 'time', 'ask']), startsAt: instant.nullable().default(null) })
  .meta({ id: 'SettlingOfAppointment' });
/** `settled`: done now. `gone`: somebody has seen to it before. */
export const Settled = z.object({ outcome: z.enum(['settled', 'gone']) }).meta({ id: 'SettledAppointment' });

export type BlockInput = z.output<typeof BlockInput>;
export type Block = z.output<typeof Block>;
export type Touched = z.output<typeof Touched>;
export type Settling = z.output<typeof Settling>;
