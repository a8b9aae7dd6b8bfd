import { z } from 'zod';
import { id, momentText } from '../../../platform/http/shapes.ts';

const names = z.record(z.string(), z.string());

/** What a self-service computer knows of itself. */
export const Computer = z
  .object({
    name: z.string(),
    point: names,
    startedAt: momentText.nullable(),
    /** `asked`: nobody has taken it yet; `coming`: an advisor is on the way. */
    help: z.enum(['asked', 'coming']).nullable(),
    /** Services that are offered, by language. */
    links: z.array(z.object({ name: names, url: names })),
  })
  .meta({ id: 'SelfServiceComputer' });

export const answers = ['yes', 'partly', 'no'] as const;

/** The one question at the end; null: not said. */
export const SessionEnd = z
  .strictObject({ gotDone: z.enum(answers).nullable(), words: z.string().trim().max(1000).default('') })
  .meta({ id: 'ComputerSessionEnd' });

export const HelpCalls = z
  .object({ calls: z.array(z.object({ id, name: z.string(), askedAt: momentText, /** One goes there oneself. */ isMine: z.boolean() })) })
  .meta({ id: 'ComputerHelpCalls' });

/** How sittings of a period ended, of the whole point; untold where they are few. */
export const ComputerAnswers = z
  .object({
    sittings: z.int().nullable(),
    helped: z.int().nullable(),
    answers: z.object({ yes: z.int(), partly: z.int(), no: z.int() }).nullable(),
    /** In no order and without a time. */
    words: z.array(z.string()),
  })
  .meta({ id: 'ComputerAnswers' });

export type ComputerAnswers = z.output<typeof ComputerAnswers>;
export type Computer = z.output<typeof Computer>;
export type SessionEnd = z.output<typeof SessionEnd>;
export type HelpCalls = z.output<typeof HelpCalls>;
