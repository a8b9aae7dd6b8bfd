import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/db/transaction.ts';
import type { ArrangementInput, Customer, CustomerChange } from './schema.ts';

export async function updateCustomer(trx: Trx, customerId: string, change: CustomerChange): Promise<void> {
  const has = (field: keyof CustomerChange) => change[field] !== undefined;
  await sql`update customer set
    known = known or ${Boolean(change.givenName || change.familyName)}, kind = coalesce(${change.kind ?? null}, kind),
    given_name = coalesce(${change.givenName ?? null}, given_name), family_name = coalesce(${change.familyName ?? null}, family_name),
    language = coalesce(${change.language ?? null}, language),
    email = case when ${has('email')} then ${change.email ?? null} else email end,
    phone = case when ${has('phone')} then ${change.phone ?? null} else phone end,
    street = case when ${has('street')} then ${change.street ?? null} else street end,
    postal_code = case when ${has('postalCode')} then ${change.postalCode ?? null} else postal_code end,
    city = case when ${has('city')} then ${change.city ?? null} else city end,
    contact_wish = case when ${has('contactWish')} then ${change.contactWish ?? null} else contact_wish end,
    digital_skill = case when ${has('digitalSkill')} then ${change.digitalSkill ?? null} else digital_skill end,
    version = version + 1 where id = ${customerId}::uuid`.execute(trx);
}

export async function insertArrangement(
  trx: Trx,
  customerId: string,
  input: ArrangementInput,
  noted: { by: string | null; at: string },
): Promise<string> {
  const written = await sql<{ id: string }>`
    insert into arrangement (customer_id, kind, detail, legal_ground, asked_at, noted_by, expires_on)
    values (${customerId}::uuid, ${input.kind}, ${input.detail}, ${input.legalGround}, ${noted.at}, ${noted.by}::uuid, ${input.expiresOn ?? null}::date)
    on conflict (customer_id, kind) where ended_at is null do update set detail = excluded.detail, legal_ground = excluded.legal_ground,
      expires_on = excluded.expires_on, noted_by = excluded.noted_by, noted_at = now()
    returning id`.execute(trx);
  return (written.rows[0] as { id: string }).id;
}

/** The mask of turvakielto is made here, in the query: the masked value never leaves the database. */
export async function readCustomer(db: Db, customerId: string): Promise<Customer | undefined> {
  const found = await sql<{ customer: Customer }>`
    select jsonb_build_object('id', c.id, 'known', c.known, 'kind', c.kind, 'givenName', c.given_name, 'familyName', c.family_name, 'language', c.language,
      'email', case when not c.restricted then c.email end, 'phone', case when not c.restricted then c.phone end,
      'street', case when not c.restricted then c.street end, 'postalCode', case when not c.restricted then c.postal_code end,
      'city', case when not c.restricted then c.city end, 'contactWish', c.contact_wish, 'digitalSkill', c.digital_skill,
      'restricted', c.restricted, 'version', c.version,
      'arrangements', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'detail', a.detail, 'legalGround', a.legal_ground,
        'expiresOn', a.expires_on) order by a.noted_at, a.kind) from arrangement a
        where a.customer_id = c.id and a.ended_at is null and (a.expires_on is null or a.expires_on >= current_date)), '[]')) as customer
    from customer c where c.id = ${customerId}::uuid`.execute(db);
  return found.rows[0]?.customer;
}
