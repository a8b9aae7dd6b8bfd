import { z } from 'zod';
import { dayText } from '../../platform/http/shapes.ts';

export const Language = z.string().regex(/^[a-z]{2,3}(-[a-z]{2,8})?$|^other$/);
/** One letter is one letter however it was typed (NFC), or search would not find it. */
const short = z.string().normalize().trim().max(200);
const phone = z
  .string()
  .trim()
  .max(40)
  .regex(/^[+()\d\s-]*$/);

export const ContactWish = z.enum(['email', 'phone', 'sms', 'letter', 'visit', 'link']);

export const ArrangementInput = z
  .strictObject({
    kind: z.string().max(60),
    detail: short.default(''),
    legalGround: z.enum(['consent', 'law', 'vital-interest']).default('consent'),
    expiresOn: dayText.nullish(),
  })
  .meta({ id: 'ArrangementInput' });

export const Arrangement = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    detail: z.string(),
    legalGround: z.string(),
    expiresOn: z.string().nullable(),
    /** By which channel it was asked, or `desk`. */
    askedAt: z.string(),
    /** At which point, if at any, and when: for those whose point or colleague it was, as it tells where somebody was. */
    askedPointId: z.uuid().nullable(),
    notedAt: z.string().nullable(),
  })
  .meta({ id: 'Arrangement' });

const fields = {
  kind: z.enum(['person', 'company', 'association']),
  givenName: short,
  familyName: short,
  language: Language,
  email: z.email().max(254).nullish(),
  phone: phone.nullish(),
  street: short.nullish(),
  postalCode: z.string().trim().max(20).nullish(),
  city: short.nullish(),
  contactWish: ContactWish.nullish(),
  digitalSkill: z.string().max(60).nullish(),
};

/** Empty = a customer who has not said who they are. */
export const CustomerInput = z
  .strictObject({
    ...fields,
    kind: fields.kind.default('person'),
    givenName: fields.givenName.default(''),
    familyName: fields.familyName.default(''),
    language: fields.language.default('fi'),
  })
  .meta({ id: 'CustomerInput' });

/** Not made from `CustomerInput`: its defaults would stand in for what a change leaves out, and wipe the customer's name. */
export const CustomerChange = z.strictObject(fields).partial().extend({ version: z.int() }).meta({ id: 'CustomerChange' });

/** Contact fields are null and `restricted` true under turvakielto: the mask is made on the server, everywhere. */
export const Customer = z
  .object({
    id: z.uuid(),
    known: z.boolean(),
    kind: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    language: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    /** The customer gave it themselves, and nobody has tried it. */
    phoneUnconfirmed: z.boolean(),
    street: z.string().nullable(),
    postalCode: z.string().nullable(),
    city: z.string().nullable(),
    contactWish: z.string().nullable(),
    digitalSkill: z.string().nullable(),
    restricted: z.boolean(),
    arrangements: z.array(Arrangement),
    version: z.int(),
  })
  .meta({ id: 'Customer' });

export type Customer = z.infer<typeof Customer>;
export type CustomerInput = z.infer<typeof CustomerInput>;
export type CustomerChange = z.infer<typeof CustomerChange>;
export type Arrangement = z.infer<typeof Arrangement>;
export type ArrangementInput = z.infer<typeof ArrangementInput>;

/** What no duty of record-keeping holds, and the service removes by itself. */
export const erasable = ['contact-data', 'arrangements', 'digital-skill'] as const;
export type Erasable = (typeof erasable)[number];
