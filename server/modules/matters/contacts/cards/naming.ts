import { sql } from 'kysely';
import type { Trx } from '../../../../platform/db/transaction.ts';
import { Invalid, NotFound } from '../../../../platform/errors.ts';
import { nameIn } from '../../../directory/service.ts';
import { leaveTrace } from '../../trace.ts';
import type { Call, LockedMatter } from '../../types.ts';
import type { WrapUp } from '../schema.ts';

type Served = { serviceId: string | null; organisationId: string | null; names: { fi: string; sv: string; en: string } };

/**
 * Names the needs by the cards that were used: service and authority where nobody has told them yet; what was told stands. Kept with the
 * undo of the wrap-up, which takes them away again.
 * @throws Invalid `unknown-reference` for a card that was not opened in this contact; NotFound for a need of another keeper
 */
export async function nameByCards(
  trx: Trx,
  call: Call,
  matter: LockedMatter,
  contactId: string,
  services: NonNullable<WrapUp['services']>,
): Promise<void> {
  const named: string[] = [];
  for (const [index, { needId, cardId }] of services.entries()) {
    const served = await servedBy(trx, contactId, cardId);
    if (!served) throw new Invalid('unknown-reference', { fields: [`services.${index}.cardId`] });
    const changed = await nameNeed(trx, matter, needId, served, nameIn(served.names, call.actor.language));
    if (changed === undefined) throw new NotFound();
    if (changed) named.push(needId);
  }
  for (const needId of named) {
    const facts = { ownerOrg: matter.owner_org, needId };
    const trace = { matterId: matter.id, customerId: matter.customer_id, facts };
    await leaveTrace(trx, call, { ...trace, action: 'need.changed', subjects: [needId], event: 'need.changed' });
  }
  if (named.length > 0)
    await sql`update contact set before_wrap_up = before_wrap_up || jsonb_build_object('named', ${JSON.stringify(named)}::jsonb) where id = ${contactId}::uuid`.execute(
      trx,
    );
}

/** What a wrap-up named is as it was before it. */
export async function unname(trx: Trx, contactId: string): Promise<void> {
  await sql`update need n set service_id = b.service_id, service_name = b.service_name, organisation_id = b.organisation_id
    from contact c, jsonb_populate_recordset(null::need, c.before_wrap_up -> 'needs') b
    where c.id = ${contactId}::uuid and n.id = b.id and c.before_wrap_up -> 'named' ? n.id::text`.execute(trx);
}

/** The directory's name of the service, or the card's own where it stands alone; Finnish where a language is missing. */
async function servedBy(trx: Trx, contactId: string, cardId: string): Promise<Served | undefined> {
  const found = await sql<Served>`select c.service_id as "serviceId", c.organisation_id as "organisationId",
      (select jsonb_object_agg(l, coalesce(nullif(x.texts -> l ->> 'name', ''), nullif(p.content -> 'texts' -> l ->> 'title', ''), x.texts -> 'fi' ->> 'name', p.content -> 'texts' -> 'fi' ->> 'title', ''))
        from unnest(array['fi', 'sv', 'en']) l) as names
    from contact_card k join service_card c on c.id = k.card_id join card_version p on p.card_id = c.id and p.state = 'published'
      left join service v on v.id = c.service_id left join service_text x on x.id = v.text_id
    where k.contact_id = ${contactId}::uuid and k.card_id = ${cardId}::uuid`.execute(trx);
  return found.rows[0];
}

/** Undefined when there is no such need of the keeper's; false when all of it was told already. */
async function nameNeed(trx: Trx, matter: LockedMatter, needId: string, served: Served, name: string): Promise<boolean | undefined> {
  const found = await sql<{ changed: boolean }>`
    with before as (select id, service_name, organisation_id from need
      where id = ${needId}::uuid and matter_id = ${matter.id}::uuid and owner_org = ${matter.owner_org}::uuid for update),
    written as (update need n set service_id = coalesce(n.service_id, ${served.serviceId}::uuid), service_name = coalesce(nullif(n.service_name, ''), ${name}),
        organisation_id = coalesce(n.organisation_id, ${served.organisationId}::uuid)
      from before b where n.id = b.id and (coalesce(b.service_name, '') = '' or b.organisation_id is null))
    select coalesce(b.service_name, '') = '' or b.organisation_id is null as changed from before b`.execute(trx);
  return found.rows[0]?.changed;
}
