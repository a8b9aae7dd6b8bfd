import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { insertEntry } from '../../audit/service.ts';
import { customerEntry, handledCustomer } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';

export type OwnDetails = {
  name: string;
  language: string;
  /** Null where not recorded, and where they are masked from whoever acts for the customer (turvakielto). */
  email: string | null;
  phone: string | null;
  /** Given by the customer themselves, and tried by nobody. */
  phoneUnconfirmed: boolean;
  address: string | null;
  contactWish: string | null;
  /** Undefined for one who acts for the customer: it is theirs alone to know. */
  restricted: boolean;
  masked: boolean;
  version: number;
  identities: string[];
  arrangements: { kind: string; detail: string; expiresOn: string | null }[];
};

/** What is recorded about the customer. The value that is masked does not leave the database. */
export async function readDetails(db: Db, caller: CustomerCaller, requestId: string): Promise<OwnDetails> {
  const forOther = caller.actingFor !== null;
  const { rows } = await sql<{ details: OwnDetails }>`
    with audited as (${insertEntry({ ...customerEntry(caller, requestId), action: 'details.own-read', purpose: 'own-matter' })})
    select jsonb_build_object('name', trim(c.given_name || ' ' || c.family_name), 'language', c.language, 'email', case when open then c.email end,
      'phone', case when open then c.phone end, 'phoneUnconfirmed', c.phone_unconfirmed, 'address', case when open then nullif(concat_ws(', ', nullif(c.street, ''),
        nullif(concat_ws(' ', c.postal_code, c.city), '')), '') end,
      'contactWish', c.contact_wish, 'restricted', c.restricted and not ${forOther}, 'masked', not open, 'version', c.version,
      'identities', coalesce((select jsonb_agg(i.kind order by i.kind) from customer_identity i where i.customer_id = c.id), '[]'),
      'arrangements', coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'detail', a.detail, 'expiresOn', a.expires_on) order by a.noted_at)
        from arrangement a where a.customer_id = c.id and a.ended_at is null and (a.expires_on is null or a.expires_on >= current_date)), '[]')) as details
    from customer c cross join lateral (select not (c.restricted and ${forOther}) as open) o where c.id = ${handledCustomer(caller)}::uuid`.execute(
    db,
  );
  return (rows[0] as { details: OwnDetails }).details;
}
