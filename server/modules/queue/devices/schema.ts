import { z } from 'zod';
import { id } from '../../../platform/http/shapes.ts';

/** A printer stands at the reception and is sent to by the server; it has no screen and is paired with nothing. */
const kind = z.enum(['kiosk', 'display', 'computer', 'printer']);
const name = z.string().trim().min(1).max(80);

/** å, ä and ö stand at the same places in the first three, so that a printer that knows but one of them still writes them right. */
export const encodings = ['cp858', 'cp437', 'cp865', 'cp1252', 'multilingual'] as const;

/** How a printer writes. What is not said is usual: 80 mm, as many characters as the paper takes, western letters, Epson's commands. */
const paper = {
  /** Millimetres. */
  width: z.union([z.literal(58), z.literal(80)]).optional(),
  /** Characters on a line. */
  cpl: z.int().min(24).max(64).optional(),
  encoding: z.enum(encodings).optional(),
  /** `generic`: printers that take pictures by the old command only (GS v 0). */
  command: z.enum(['escpos', 'generic']).optional(),
};

const printer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('network'), host: z.string().trim().min(1).max(200), port: z.int().min(1).max(65_535), ...paper }),
  z.strictObject({ kind: z.literal('serial'), baudRate: z.int().min(1200).max(921_600).optional(), ...paper }),
  z.strictObject({ kind: z.literal('preview'), ...paper }),
]);

/** The languages on a display's screen, each once. */
export const displayLanguages = z
  .array(z.enum(['fi', 'sv', 'en']))
  .min(1)
  .max(3)
  .refine((languages) => new Set(languages).size === languages.length);

const wayWords = z.string().trim().min(1).max(60);
/** The way to a counter from where a display hangs: an arrow, and words as "2nd door". */
export const Way = z
  .strictObject({
    counterId: id,
    direction: z.enum(['left', 'right', 'ahead', 'back', 'up', 'down']).nullable(),
    words: z.strictObject({ fi: wayWords, sv: wayWords, en: wayWords }).nullable(),
  })
  .meta({ id: 'WayToCounter' });

/** What a device is set to do; each kind reads its own. */
const settings = z.strictObject({
  /** A display: which calls it shows. */
  shows: z.enum(['all', 'tickets', 'appointments']).optional(),
  /** A display: whether it speaks. */
  speaks: z.boolean().optional(),
  /** A kiosk or a printer: where the ticket goes; none: the number is shown, and followed on a phone. */
  printer: printer.nullable().optional(),
  /** A display: its languages, the first the largest; Finnish and Swedish when not said. */
  languages: displayLanguages.optional(),
  /** A display: whether slides say one language at a time. */
  byTurns: z.boolean().optional(),
  /** A display: whether it shows slides when nobody is called. */
  slides: z.boolean().optional(),
  /** A display: the way to counters from where it hangs. */
  ways: z.array(Way).max(60).optional(),
});

export const DeviceShown = z
  .object({
    id,
    pointId: id,
    kind,
    name: z.string(),
    settings,
    /** `set`: a printer, which is never paired. */
    state: z.enum(['waiting', 'paired', 'revoked', 'set']),
    seenAt: z.iso.datetime().nullable(),
    version: z.int(),
  })
  .meta({ id: 'QueueDevice' });

export const DeviceList = z.object({ devices: z.array(DeviceShown) }).meta({ id: 'QueueDeviceList' });
export const DeviceInput = z.strictObject({ kind, name, settings: settings.default({}) }).meta({ id: 'QueueDeviceInput' });
export const DeviceChange = z
  .strictObject({ name: name.optional(), settings: settings.optional(), revoked: z.literal(true).optional(), version: z.int() })
  .meta({ id: 'QueueDeviceChange' });

/** Shown once on the manager's screen, typed at the device. */
export const PairingCode = z.object({ code: z.string(), until: z.iso.datetime() }).meta({ id: 'PairingCode' });
export const PairingInput = z.strictObject({ code: z.string().max(20) }).meta({ id: 'DevicePairing' });
export const Paired = z.object({ deviceId: id, pointId: id, kind }).meta({ id: 'PairedDevice' });

/** What a device is, as it may know itself. */
export const Self = z
  .object({
    deviceId: id,
    kind,
    name: z.string(),
    settings,
    point: z.object({ id, name: z.record(z.string(), z.string()), zone: z.string() }),
  })
  .meta({ id: 'DeviceSelf' });

export type DeviceShown = z.infer<typeof DeviceShown>;
export type DeviceInput = z.infer<typeof DeviceInput>;
export type DeviceChange = z.infer<typeof DeviceChange>;
export type PairingCode = z.infer<typeof PairingCode>;
export type PrinterSettings = z.infer<typeof printer>;
export type Settings = z.infer<typeof settings>;
export type Self = z.infer<typeof Self>;
