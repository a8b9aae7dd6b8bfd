import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { CardContent, Titles, VersionState } from './schema.ts';

export type LockedCard = {
  id: string;
  ownerOrg: string;
  serviceId: string | null;
  organisationId: string | null;
  ownerPersonId: string | null;
  reviewOn: Temporal.PlainDate;
  publishedAt: Temporal.Instant | null;
  retiredAt: Temporal.Instant | null;
  /** The entry of the service that the search knows. */
  textId: string | null;
  version: number;
};

const lockedColumns = sql`c.id, c.owner_org as "ownerOrg", c.service_id as "serviceId", c.organisation_id as "organisationId",
  c.owner_person_id as "ownerPersonId", c.review_on as "reviewOn", c.published_at as "publishedAt", c.retired_at as "retiredAt", c.version,
  (select v.text_id::text from service v where v.id = c.service_id) as "textId"`;

/** Of the organisations one keeps; for all others it does not exist. */
export async function lockCard(trx: Trx, id: string, ownerOrgs: readonly string[]): Promise<LockedCard | undefined> {
  const found = await sql<LockedCard>`select ${lockedColumns} from service_card c
    where c.id = ${id}::uuid and c.owner_org = any(${ownerOrgs}::uuid[]) for update of c`.execute(trx);
  return found.rows[0];
}

/** For the service itself: whoever keeps it. */
export async function lockAnyCard(trx: Trx, id: string): Promise<LockedCard | undefined> {
  const found = await sql<LockedCard>`select ${lockedColumns} from service_card c where c.id = ${id}::uuid for update of c`.execute(trx);
  return found.rows[0];
}

/** One that everybody of the staff reads; its row is held so that it stays published until the end of the transaction. */
export async function lockPublished(trx: Trx, id: string): Promise<(LockedCard & { number: number }) | undefined> {
  const found = await sql<LockedCard & { number: number }>`select ${lockedColumns}, p.number from service_card c
    join card_version p on p.card_id = c.id and p.state = 'published' where c.id = ${id}::uuid and c.retired_at is null for share of c`.execute(
    trx,
  );
  return found.rows[0];
}

export type NewCard = {
  ownerOrg: string;
  serviceId: string | null;
  organisationId: string | null;
  ownerPersonId: string | null;
  reviewOn: Temporal.PlainDate;
  now: Temporal.Instant;
};

export async function insertCard(trx: Trx, card: NewCard): Promise<string> {
  const written = await sql<{
    id: string;
  }>`insert into service_card (owner_org, service_id, organisation_id, owner_person_id, review_on, created_at)
    values (${card.ownerOrg}::uuid, ${card.serviceId}::uuid, ${card.organisationId}::uuid, ${card.ownerPersonId}::uuid, ${card.reviewOn}::date, ${card.now}::timestamptz)
    returning id`.execute(trx);
  return (written.rows[0] as { id: string }).id;
}

export async function updateCard(
  trx: Trx,
  id: string,
  card: Pick<LockedCard, 'serviceId' | 'organisationId' | 'ownerPersonId' | 'reviewOn' | 'retiredAt'>,
): Promise<void> {
  await sql`update service_card set service_id = ${card.serviceId}::uuid, organisation_id = ${card.organisationId}::uuid,
    owner_person_id = ${card.ownerPersonId}::uuid, review_on = ${card.reviewOn}::date, retired_at = ${card.retiredAt}::timestamptz, version = version + 1
    where id = ${id}::uuid`.execute(trx);
}

export async function serviceExists(db: Db, id: string): Promise<boolean> {
  return (await sql`select 1 from service where id = ${id}::uuid`.execute(db)).rows.length > 0;
}

/** People who may keep an organisation's cards today. */
export async function keepersOf(
  db: Db,
  organisationId: string,
  roles: readonly string[],
  day: Temporal.PlainDate,
): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`select distinct p.id, p.name from person p join person_grant g on g.person_id = p.id
    where g.organisation_id = ${organisationId}::uuid and g.role = any(${roles}::text[]) and p.disabled_at is null and g.revoked_at is null
      and g.valid_from <= ${day}::date and (g.valid_until is null or g.valid_until > ${day}::date) order by p.name`.execute(db);
  return found.rows;
}

export type FoundCard = Omit<LockedCard, 'textId'> & {
  serviceNames: Titles | null;
  ownerName: string | null;
  number: number | null;
  content: CardContent | null;
  coming: { number: number; publishOn: string; changeNote: string } | null;
  linkFaults: { url: string; fault: string; since: string }[];
  helped: number;
  wrong: number;
  mine: { id: string; helped: boolean; why: string } | null;
  draftState: VersionState | null;
  openTasks: number;
};

/** Whoever has left the organisation or the service does not answer for its cards. Over `person o` and `service_card c`. */
export const answersStill = sql`(o.disabled_at is null and exists (select 1 from person_grant g where g.person_id = o.id and g.organisation_id = c.owner_org
  and g.revoked_at is null and g.valid_from <= current_date and (g.valid_until is null or g.valid_until > current_date)))`;

const linksOf = (content: RawBuilder<unknown>) => sql`select l ->> 'url' from jsonb_array_elements(${content} -> 'links') l`;

/** Everything a card's page shows, when the caller may see it: published, or of an organisation they keep. */
export async function readCard(db: Db, id: string, actor: { personId: string; kept: readonly string[] }): Promise<FoundCard | undefined> {
  const kept = sql`(c.owner_org = any(${actor.kept}::uuid[]))`;
  const found = await sql<FoundCard>`
    select c.id, c.owner_org as "ownerOrg", c.service_id as "serviceId", c.organisation_id as "organisationId", c.owner_person_id as "ownerPersonId",
      c.review_on as "reviewOn", c.published_at as "publishedAt", c.retired_at as "retiredAt", c.version, p.number, p.content,
      (select jsonb_object_agg(k, t -> 'name') from service v join service_text x on x.id = v.text_id, jsonb_each(x.texts) as e (k, t)
        where v.id = c.service_id and k in ('fi', 'sv', 'en') and t ? 'name') as "serviceNames",
      o.name as "ownerName",
      (select jsonb_build_object('number', d.number, 'publishOn', d.publish_on::text, 'changeNote', d.change_note)
        from card_version d where d.card_id = c.id and d.state = 'approved') as coming,
      (select coalesce(jsonb_agg(jsonb_build_object('url', k.url, 'fault', k.fault, 'since', iso(k.fault_since)) order by k.url), '[]')
        from card_link k where k.fault is not null and k.url in (${linksOf(sql`p.content`)})) as "linkFaults",
      (select count(*)::int from card_verdict v where v.card_id = c.id and v.number = p.number and v.helped) as helped,
      (select count(*)::int from card_verdict v where v.card_id = c.id and v.number = p.number and not v.helped) as wrong,
      (select jsonb_build_object('id', v.id, 'helped', v.helped, 'why', v.why) from card_verdict v
        where v.card_id = c.id and v.number = p.number and v.person_id = ${actor.personId}::uuid) as mine,
      case when ${kept} then (select d.state from card_version d where d.card_id = c.id and d.state in ('draft', 'offered', 'approved')) end as "draftState",
      case when ${kept} then (select count(*)::int from card_task k where k.card_id = c.id and k.handled_at is null) else 0 end as "openTasks"
    from service_card c left join card_version p on p.card_id = c.id and p.state = 'published'
      left join person o on o.id = c.owner_person_id and ${answersStill}
    where c.id = ${id}::uuid and (${kept} or (p.number is not null and c.retired_at is null))`.execute(db);
  return found.rows[0];
}
