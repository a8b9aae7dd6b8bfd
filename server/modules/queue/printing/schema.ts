import { z } from 'zod';
import { id } from '../../../platform/http/shapes.ts';
import { VisitLanguage } from '../visits/schema.ts';

/**
 * What came of a ticket. `unsure`: something was sent and the printer broke off; it is not sent again. `already`: it is on paper, or on its
 * way there. `bytes`: what the caller's own printer is to be sent. `picture`: what would be on paper. `none`: there is no printer.
 */
const outcomes = ['printed', 'unreachable', 'no-paper', 'not-allowed', 'unsure', 'already', 'bytes', 'picture', 'none'] as const;

export const PaperDone = z
  .object({
    outcome: z.enum(outcomes),
    /** Base64. */
    bytes: z.string().nullable(),
    /** SVG. */
    picture: z.string().nullable(),
  })
  .meta({ id: 'PaperDone' });

/** `secret`: the last part of the address of the visit's page, which the kiosk was given with the number. */
export const KioskPaper = z
  .strictObject({ secret: z.string().regex(/^[\w-]{27}$/), language: VisitLanguage })
  .meta({ id: 'KioskPaperInput' });

/** A ticket that needs no network: bytes for a serial printer, with the number and the time to be filled in. */
const blanks = z.object({ fi: z.string(), sv: z.string(), en: z.string(), 'fi-x-plain': z.string() });

/** What a kiosk knows of its printer beforehand. */
export const KioskPrinter = z
  .object({
    kind: z.enum(['none', 'network', 'serial', 'preview']),
    baudRate: z.int(),
    blanks: blanks.nullable(),
  })
  .meta({ id: 'KioskPrinter' });

/** `again`: somebody has looked, and a second paper is wanted. */
export const VisitPaper = z.strictObject({ printerId: id, again: z.boolean().default(false) }).meta({ id: 'VisitPaperInput' });
export const TestPaper = z.strictObject({ language: VisitLanguage }).meta({ id: 'TestPaperInput' });
export const PointPrinters = z.object({ printers: z.array(z.object({ id, name: z.string() })) }).meta({ id: 'PointPrinters' });

export type PaperDone = z.infer<typeof PaperDone>;
/** What a printer of the network can answer. */
export type PaperOutcome = Extract<PaperDone['outcome'], 'printed' | 'unreachable' | 'no-paper' | 'not-allowed' | 'unsure'>;
export type KioskPaper = z.infer<typeof KioskPaper>;
export type KioskPrinter = z.infer<typeof KioskPrinter>;
export type VisitPaper = z.infer<typeof VisitPaper>;
