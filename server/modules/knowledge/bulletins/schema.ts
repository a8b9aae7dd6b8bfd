import { z } from 'zod';
import { day, id, instant } from '../../../platform/http/shapes.ts';

const words = (longest: number) => z.string().normalize().trim().max(longest);
const Text = z.strictObject({ title: words(120).min(1), body: words(5000).min(1) });
export const BulletinTexts = z.strictObject({ fi: Text, sv: Text, en: Text }).meta({ id: 'BulletinTexts' });

export const bulletinViews = ['news', 'coming', 'past'] as const;
export type BulletinView = (typeof bulletinViews)[number];
export const BulletinQuery = z.object({ view: z.enum(bulletinViews).default('news') });

const fields = {
  texts: BulletinTexts,
  mustRead: z.boolean(),
  publishedOn: day,
  inForceOn: day.nullable(),
  showsUntil: day,
  serviceIds: z.array(id).max(50),
  pointIds: z.array(id).max(50),
};

export const BulletinInput = z
  .strictObject({
    ...fields,
    ownerOrganisationId: id,
    mustRead: fields.mustRead.default(false),
    inForceOn: fields.inForceOn.default(null),
    serviceIds: fields.serviceIds.default([]),
    pointIds: fields.pointIds.default([]),
  })
  .meta({ id: 'BulletinInput' });
export type BulletinInput = z.output<typeof BulletinInput>;

/** `version`: the one that was changed. `again`: who had read it before reads it anew. */
export const BulletinChange = z
  .strictObject(fields)
  .partial()
  .extend({ version: z.int(), again: z.boolean().optional(), withdrawn: z.boolean().optional() })
  .meta({ id: 'BulletinChange' });
export type BulletinChange = z.output<typeof BulletinChange>;

export const Bulletin = z
  .object({
    id,
    ownerOrganisationId: id,
    ...fields,
    services: z.array(z.object({ id, names: z.record(z.string(), z.string()) })),
    version: z.int(),
    changedAt: instant,
    isWithdrawn: z.boolean(),
    /** Whether it concerns where the reader sits. */
    isForMe: z.boolean(),
    readAt: instant.nullable(),
    /** How many have read it; null for who does not keep it. */
    readers: z.int().nullable(),
    may: z.object({ write: z.boolean() }),
  })
  .meta({ id: 'Bulletin' });
export type Bulletin = z.output<typeof Bulletin>;

/** `unread`: news that concern the reader; `mustRead`: those of them that must be read. */
export const BulletinList = z
  .object({ bulletins: z.array(Bulletin), counts: z.object({ unread: z.int(), mustRead: z.int() }) })
  .meta({ id: 'BulletinList' });
export type BulletinList = z.output<typeof BulletinList>;

export const BulletinsOfService = z.object({ bulletins: z.array(Bulletin) }).meta({ id: 'BulletinsOfService' });

export const BulletinReaders = z
  .object({
    read: z.array(z.object({ name: z.string(), at: instant })),
    /** Of the owner's own people whose points it concerns. */
    unread: z.array(z.object({ name: z.string() })),
  })
  .meta({ id: 'BulletinReaders' });
export type BulletinReaders = z.output<typeof BulletinReaders>;
