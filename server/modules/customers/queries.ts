import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../platform/db/transaction.ts';
import type { ArrangementInput, Customer, CustomerChange, CustomerInput } from './schema.ts';

export async function updateCustomer(trx: Trx, customerId: string, change: CustomerChange): Promise<void> {
  const has = (field: keyof CustomerChange) => change[field] !== undefined;
  await sql`update customer set
    known = known or ${Boolean(change.givenName || change.familyName)}, kind = coalesce(${change.kind ?? null}, kind),
    given_name = coalesce(${change.givenName ?? null}, given_name), family_name = coalesce(${change.familyName ?? null}, family_name),
    language = coalesce(${change.language ?? null}, language),
    email = case when ${has('email')} then ${change.email ?? null} else email end,
    phone = case when ${has('phone')} then ${change.phone ?? null} else phone end,
    phone_unconfirmed = phone_unconfirmed and not ${has('phone')},
    street = case when ${has('street')} then ${change.street ?? null} else street end,
    postal_code = case when ${has('postalCode')} then ${change.postalCode ?? null} else postal_code end,
    city = case when ${has('city')} then ${change.city ?? null} else city end,
    contact_wish = case when ${has('contactWish')} then ${change.contactWish ?? null} else contact_wish end,
    digital_skill = case when ${has('digitalSkill')} then ${change.digitalSkill ?? null} else digital_skill end,
    version = version + 1 where id = ${customerId}::uuid`.execute(trx);
}

/** The insert of a new customer as a piece of a bigger statement: opening a matter is one round trip. */
export function insertCustomer(id: string, customer: CustomerInput & { known: boolean }): RawBuilder<unknown> {
  return sql`insert into customer (id, known, kind, given_name, family_name, language, email, phone, street, postal_code, city, contact_wish, digital_skill)
    values (${id}::uuid, ${customer.known}, ${customer.kind}, ${customer.givenName}, ${customer.familyName}, ${customer.language}, ${customer.email ?? null},
      ${customer.phone ?? null}, ${customer.street ?? null}, ${customer.postalCode ?? null}, ${customer.city ?? null}, ${customer.contactWish ?? null},
      ${customer.digitalSkill ?? null})`;
}

/** Who noted what is arranged, and where it was asked: by which channel (or `desk`), and at which point if at any. */
export type Noted = { by: string | null; at: string; pointId: string | null };

/** The insert of arrangements as a piece of a bigger statement; the same kind again renews it. */
export function insertArrangements(customerId: string, arrangements: ArrangementInput[], noted: Noted): RawBuilder<unknown> {
  // One statement cannot write a row twice: of the same kind twice in a form, the last is meant.
  const rows = [...new Map(arrangements.map((one) => [one.kind, one])).values()].map((one) => ({
    kind: one.kind,
    detail: one.detail,
    legal_ground: one.legalGround,
    expires_on: one.expiresOn ?? null,
  }));
  return sql`insert into arrangement (customer_id, kind, detail, legal_ground, asked_at, asked_point_id, noted_by, expires_on)
    select ${customerId}::uuid, x.kind, x.detail, x.legal_ground, ${noted.at}, ${noted.pointId}::uuid, ${noted.by}::uuid, x.expires_on
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(kind text, detail text, legal_ground text, expires_on date)
    on conflict (customer_id, kind) where ended_at is null do update set detail = excluded.detail, legal_ground = excluded.legal_ground,
      expires_on = excluded.expires_on, asked_at = excluded.asked_at, asked_point_id = excluded.asked_point_id, noted_by = excluded.noted_by, noted_at = now()
    returning id`;
}

/**
 * Whether an arrangement (alias a) was asked among these organisations: at a point of theirs, or without a point by somebody of theirs. To others
 * when and where it was asked would tell that somebody was another authority's customer that day.
 */
export function askedAmong(own: string[]): RawBuilder<boolean> {
  return sql<boolean>`case when a.asked_point_id is not null
    then exists (select 1 from service_point sp where sp.id = a.asked_point_id and sp.organisation_id = any(${own}::uuid[]))
    else exists (select 1 from person_grant pg where pg.person_id = a.noted_by and pg.organisation_id = any(${own}::uuid[])) end`;
}

/** Whether one of a customer's names is this; `word`: letters, hyphens and apostrophes in lower case. */
export async function isCustomersName(db: Db, word: string): Promise<boolean> {
  // The index holds names together with contact data, so what it finds is looked at again.
  const { rows } = await sql`select 1 from customer where search_text like ${`%${word}%`} and kind = 'person'
    and ${word} = any(regexp_split_to_array(lower(given_name || ' ' || family_name), '\\s+')) limit 1`.execute(db);
  return rows.length > 0;
}

/** The mask of turvakielto is made here, in the query: the masked value never leaves the database. */
export async function readCustomer(db: Db, customerId: string, own: string[]): Promise<Customer | undefined> {
  const found = await sql<{ customer: Customer }>`
    select jsonb_build_object('id', c.id, 'known', c.known, 'kind', c.kind, 'givenName', c.given_name, 'familyName', c.family_name, 'language', c.language,
      'email', case when not c.restricted then c.email end, 'phone', case when not c.restricted then c.phone end,
      'phoneUnconfirmed', c.phone_unconfirmed and not c.restricted,
      'street', case when not c.restricted then c.street end, 'postalCode', case when not c.restricted then c.postal_code end,
      'city', case when not c.restricted then c.city end, 'contactWish', c.contact_wish, 'digitalSkill', c.digital_skill,
      'restricted', c.restricted, 'version', c.version,
      'arrangements', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'detail', a.detail, 'legalGround', a.legal_ground,
        'expiresOn', a.expires_on, 'askedAt', a.asked_at, 'askedPointId', case when here then a.asked_point_id end, 'notedAt', case when here then iso(a.noted_at) end)
        order by a.noted_at, a.kind) from arrangement a cross join lateral (select ${askedAmong(own)} as here) h
        where a.customer_id = c.id and a.ended_at is null and (a.expires_on is null or a.expires_on >= current_date)), '[]')) as customer
    from customer c where c.id = ${customerId}::uuid`.execute(db);
  return found.rows[0]?.customer;
}
