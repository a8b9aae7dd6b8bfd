import { z } from 'zod';
import { id, instant } from '../../../platform/http/shapes.ts';

const words = (longest: number) => z.string().normalize().trim().max(longest);
const byLanguage = <T extends z.ZodType>(text: T) => z.strictObject({ fi: text, sv: text, en: text, plain: text }).partial();

const PackageText = z.strictObject({ title: words(120).min(1), intro: words(2000).default('') });
const PackageStepText = z.strictObject({ title: words(200).min(1), note: words(500).default('') });

/** `deadlineDays`: days from the day of the event (a move, a birth) within which it is to be done; null: no deadline of its own. */
export const PackageStep = z
  .strictObject({
    texts: byLanguage(PackageStepText),
    who: z.enum(['customer', 'staff', 'authority']).default('customer'),
    organisationId: id.nullable().default(null),
    serviceId: id.nullable().default(null),
    channel: words(40).nullable().default(null),
    deadlineDays: z.int().min(0).max(3660).nullable().default(null),
  })
  .meta({ id: 'PackageStep' });
export type PackageStep = z.output<typeof PackageStep>;

export const PackageContent = z
  .strictObject({ texts: byLanguage(PackageText), steps: z.array(PackageStep).max(40) })
  .meta({ id: 'PackageContent' });
export type PackageContent = z.output<typeof PackageContent>;

const lifeEvent = z.string().max(20).nullable();

export const PackageInput = z
  .strictObject({ ownerOrganisationId: id, lifeEvent: lifeEvent.default(null), content: PackageContent })
  .meta({ id: 'PackageInput' });
export type PackageInput = z.output<typeof PackageInput>;

/** `version`: the one that was changed. */
export const PackageChange = z
  .strictObject({ version: z.int(), content: PackageContent.optional(), active: z.boolean().optional() })
  .meta({ id: 'PackageChange' });
export type PackageChange = z.output<typeof PackageChange>;

export const Package = z
  .object({
    id,
    ownerOrganisationId: id,
    lifeEvent,
    content: PackageContent,
    isActive: z.boolean(),
    version: z.int(),
    changedAt: instant,
    changedByName: z.string().nullable(),
    may: z.object({ write: z.boolean() }),
  })
  .meta({ id: 'Package' });
export type Package = z.output<typeof Package>;

export const PackageRow = z
  .object({
    id,
    ownerOrganisationId: id,
    lifeEvent,
    titles: z.record(z.string(), z.string()),
    steps: z.int(),
    isActive: z.boolean(),
  })
  .meta({ id: 'PackageRow' });
export const PackageList = z.object({ packages: z.array(PackageRow) }).meta({ id: 'PackageList' });
export type PackageList = z.output<typeof PackageList>;

export const PackageVersions = z
  .object({
    versions: z.array(z.object({ version: z.int(), content: PackageContent, changedAt: instant, changedByName: z.string().nullable() })),
  })
  .meta({ id: 'PackageVersions' });
export type PackageVersions = z.output<typeof PackageVersions>;
