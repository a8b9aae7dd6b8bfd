import { z } from 'zod';
import { dayText } from '../../../platform/http/shapes.ts';
import { Identification } from '../contacts/schema.ts';
import { Restriction } from '../data-requests/schema.ts';
import { GivenHow } from '../sharing/schema.ts';

export const DocumentState = z.enum(['here', 'on-way', 'with-authority', 'coming-back', 'to-keeper', 'returned', 'sent-back']);
export const DocumentKind = z.enum(['original', 'copy']);
const words = (longest: number) => z.string().normalize().trim().max(longest).default('');
const where = { pointId: z.uuid().nullish(), place: words(120), note: words(500) };

/** A paper as the desk takes it in. `place`: the shelf or box, for staff alone. */
export const DocumentInput = z
  .strictObject({
    kind: DocumentKind,
    /** In neutral words: it stands on the receipt and may name no authority. */
    title: z.string().normalize().trim().min(1).max(120),
    pages: z.int().min(1).max(9999),
    needId: z.uuid().nullish(),
    /** The authority; left out: the need's. */
    organisationId: z.uuid().nullish(),
    /** Given back, by this day. */
    returnBy: dayText.nullish(),
    arrivedAt: z.iso.datetime().nullish(),
    pointId: z.uuid().nullish(),
    place: words(120),
  })
  .meta({ id: 'DocumentInput' });

const version = z.int();
const deed = <K extends string>(kind: K) => ({ kind: z.literal(kind), version, ...where });
const ground = {
  basis: z.enum(['consent', 'law']).nullish(),
  ground: z.string().trim().max(1000).nullish(),
  givenHow: GivenHow.nullish(),
};

/** One link of the chain of custody. Handing on to another organisation discloses its need to it, on a ground that is kept. */
export const CustodyInput = z
  .discriminatedUnion('kind', [
    z.strictObject(deed('moved')),
    z.strictObject({ ...deed('handed'), ...ground }),
    z.strictObject(deed('signed')),
    z.strictObject(deed('handed-back')),
    z.strictObject(deed('came-back')),
    /** Meant for another authority: its arrival stays (hallintolaki 21 §). */
    z.strictObject({ ...deed('transferred'), ...ground, organisationId: z.uuid(), needId: z.uuid().nullish() }),
    /** After the matter, to the desk of the organisation that keeps it now. */
    z.strictObject({ ...deed('sent-on'), ...ground, needId: z.uuid().nullish() }),
    /** That desk has it and signs for it. */
    z.strictObject(deed('taken-over')),
    z.strictObject({ ...deed('returned'), identification: Identification.exclude(['none', 'claimed']) }),
    z.strictObject(deed('sent-back')),
  ])
  .meta({ id: 'CustodyInput' });

export const CustodyEvent = z
  .object({
    id: z.uuid(),
    kind: z.enum([
      'received',
      'moved',
      'handed',
      'signed',
      'handed-back',
      'came-back',
      'transferred',
      'sent-on',
      'taken-over',
      'returned',
      'sent-back',
    ]),
    at: z.string(),
    personName: z.string(),
    organisationId: z.uuid(),
    pointId: z.uuid().nullable(),
    place: z.string(),
    fromOrganisationId: z.uuid().nullable(),
    toOrganisationId: z.uuid().nullable(),
    identification: z.string().nullable(),
    note: z.string(),
  })
  .meta({ id: 'CustodyEvent' });

export const DocumentFile = z
  .object({ id: z.uuid(), name: z.string(), size: z.int(), type: z.string(), addedAt: z.string() })
  .meta({ id: 'DocumentFile' });

export const DocumentRow = z
  .object({
    id: z.uuid(),
    matterId: z.uuid(),
    matterNumber: z.string(),
    needId: z.uuid().nullable(),
    ownerOrganisationId: z.uuid(),
    organisationId: z.uuid().nullable(),
    /** For those it lies with: the organisation that keeps the matter now, where the paper has not followed it. */
    movedToOrganisationId: z.uuid().nullable(),
    /** For which desk it is on its way. */
    nextOrganisationId: z.uuid().nullable(),
    kind: DocumentKind,
    title: z.string(),
    pages: z.int(),
    returnBy: z.string().nullable(),
    isOverdue: z.boolean(),
    arrivedAt: z.string(),
    arrivedPlace: z.string(),
    state: DocumentState,
    stateAt: z.string(),
    pointId: z.uuid().nullable(),
    place: z.string(),
    files: z.int(),
    version: z.int(),
  })
  .meta({ id: 'DocumentRow' });

const Deeds = z.array(
  z.enum(['moved', 'handed', 'signed', 'handed-back', 'came-back', 'transferred', 'sent-on', 'taken-over', 'returned', 'sent-back']),
);

export const DocumentPage = DocumentRow.omit({ files: true })
  .extend({
    needName: z.string().nullable(),
    receivedByName: z.string(),
    receivedByOrganisationId: z.uuid(),
    arrivedPointId: z.uuid().nullable(),
    language: z.string(),
    restriction: Restriction.nullable(),
    /** Whether the authority sees the paper here already. */
    isShared: z.boolean(),
    /** Whether the matter's present keeper sees its need already, so that sending the paper after it discloses nothing more. */
    isSharedWithKeeper: z.boolean(),
    /** The reader sees nothing but the paper itself: its need is not shared with them any more, and they have it still. */
    isHeldOnly: z.boolean(),
    files: z.array(DocumentFile),
    events: z.array(CustodyEvent),
    may: z.object({ deeds: Deeds, addFile: z.boolean(), removeFile: z.boolean(), print: z.boolean() }),
  })
  .meta({ id: 'DocumentPage' });

export const Lies = z.enum(['here', 'away', 'authority', 'return', 'ended']);
export const DocumentQuery = z.strictObject({ view: Lies.default('here'), pointId: z.uuid().optional() });

export const DocumentList = z
  .object({
    rows: z.array(DocumentRow),
    counts: z.object({ here: z.int(), away: z.int(), authority: z.int(), return: z.int(), overdue: z.int() }),
    /** More lie there than are shown: choose a point. */
    isCut: z.boolean(),
  })
  .meta({ id: 'DocumentList' });

export const MatterDocuments = z.object({ rows: z.array(DocumentRow) }).meta({ id: 'MatterDocuments' });

export type DocumentState = z.infer<typeof DocumentState>;
export type DocumentInput = z.infer<typeof DocumentInput>;
export type CustodyInput = z.infer<typeof CustodyInput>;
export type CustodyEvent = z.infer<typeof CustodyEvent>;
export type DocumentRow = z.infer<typeof DocumentRow>;
export type DocumentPage = z.infer<typeof DocumentPage>;
export type DocumentList = z.infer<typeof DocumentList>;
export type MatterDocuments = z.infer<typeof MatterDocuments>;
export type DocumentFile = z.infer<typeof DocumentFile>;
export type Lies = z.infer<typeof Lies>;
