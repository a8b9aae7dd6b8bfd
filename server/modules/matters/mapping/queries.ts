import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { insertEntry } from '../../audit/service.ts';
import type { Actor } from '../../identity/types.ts';
import type { Restriction } from '../data-requests/schema.ts';
import { rolesThatKeep, sightOf, visibleMatter } from '../policy.ts';
import { restrictionJson } from '../restriction.ts';
import { entryBy } from '../trace.ts';
import type { Call, LockedMatter } from '../types.ts';
import type { Confirmation, Decision, Group, MappingAnswers, MappingList, MappingState, OwnWay } from './schema.ts';

const LIVE = sql`('open', 'interrupted', 'decided')`;

export type LockedMapping = {
  id: string;
  matter_id: string;
  owner_org: string;
  unit_id: string;
  person_id: string | null;
  state: MappingState;
  answers: Record<string, unknown>;
  pictures: Record<string, string>;
  secret: boolean;
  decision: Decision | null;
  version: number;
};

/** Predicate over a row of `mapping` under the alias `p`: keepers of the organisation that maps, and nobody a need is shared with. */
function visibleMapping(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`p.owner_org = any(${sightOf(actor).own}::uuid[])`;
}

export async function matterOfMapping(db: Db, call: Call, mappingId: string): Promise<string | undefined> {
  const found = await sql<{ matter_id: string }>`select p.matter_id from mapping p join matter m on m.id = p.matter_id
    where p.id = ${mappingId}::uuid and ${visibleMapping(call.actor)} and ${visibleMatter(sightOf(call.actor))}`.execute(db);
  return found.rows[0]?.matter_id;
}

/** After its matter has been locked, so that all changes take the two in one order. */
export async function lockMapping(trx: Trx, mappingId: string): Promise<LockedMapping> {
  const found =
    await sql<LockedMapping>`select id, matter_id, owner_org, unit_id, person_id, state, answers, pictures, secret, decision, version
    from mapping where id = ${mappingId}::uuid for update`.execute(trx);
  return found.rows[0] as LockedMapping;
}

export async function liveMappingOf(trx: Trx, matterId: string): Promise<{ id: string; owner_org: string } | undefined> {
  const found = await sql<{ id: string; owner_org: string }>`select id, owner_org from mapping where matter_id = ${matterId}::uuid
    and state in ${LIVE}`.execute(trx);
  return found.rows[0];
}

export async function insertMapping(trx: Trx, matter: LockedMatter, actor: Actor, answers: Partial<MappingAnswers>): Promise<string> {
  const written = await sql<{ id: string }>`insert into mapping (matter_id, owner_org, unit_id, person_id, point_id, started_by, answers)
    values (${matter.id}::uuid, ${matter.owner_org}::uuid, ${matter.unit_id}::uuid, ${actor.personId}::uuid, ${actor.pointId}::uuid,
      ${actor.personId}::uuid, ${JSON.stringify(answers)}::jsonb) returning id`.execute(trx);
  return (written.rows[0] as { id: string }).id;
}

export async function writeAnswers(
  trx: Trx,
  mappingId: string,
  change: { at: Group | undefined; secret: boolean | undefined; answers: object | undefined },
  now: Temporal.Instant,
): Promise<number> {
  const written = await sql<{ version: number }>`update mapping set answers = answers || ${JSON.stringify(change.answers ?? {})}::jsonb,
    at_group = coalesce(${change.at ?? null}, at_group), secret = coalesce(${change.secret ?? null}, secret), changed_at = ${now}::timestamptz,
    version = version + 1 where id = ${mappingId}::uuid returning version`.execute(trx);
  return (written.rows[0] as { version: number }).version;
}

export async function writePictures(trx: Trx, mappingId: string, pictures: Record<string, string>, now: Temporal.Instant): Promise<number> {
  const written = await sql<{ version: number }>`update mapping set pictures = pictures || ${JSON.stringify(pictures)}::jsonb,
    changed_at = ${now}::timestamptz, version = version + 1 where id = ${mappingId}::uuid returning version`.execute(trx);
  return (written.rows[0] as { version: number }).version;
}

export async function moveMapping(
  trx: Trx,
  mappingId: string,
  to: { state: MappingState; unitId: string; personId: string | null; note?: string },
  now: Temporal.Instant,
): Promise<void> {
  await sql`update mapping set state = ${to.state}, unit_id = ${to.unitId}::uuid, person_id = ${to.personId}::uuid,
    note = coalesce(${to.note ?? null}, note), changed_at = ${now}::timestamptz, version = version + 1 where id = ${mappingId}::uuid`.execute(
    trx,
  );
}

/** Null takes the decision back. */
export async function writeDecision(
  trx: Trx,
  mappingId: string,
  decision: Decision | null,
  by: { personId: string; now: Temporal.Instant },
): Promise<void> {
  await sql`update mapping set state = ${decision ? 'decided' : 'open'}, decision = ${decision ? JSON.stringify(decision) : null}::jsonb,
    decided_by = ${decision ? by.personId : null}::uuid, decided_at = ${decision ? by.now : null}::timestamptz,
    at_group = ${decision ? 'confirmation' : 'picture'}, changed_at = ${by.now}::timestamptz, version = version + 1
    where id = ${mappingId}::uuid`.execute(trx);
}

export async function writeConfirmation(
  trx: Trx,
  mappingId: string,
  { how }: Confirmation,
  by: { personId: string; now: Temporal.Instant },
): Promise<void> {
  await sql`update mapping set state = 'confirmed', confirmed_how = ${how}, confirmed_by = ${by.personId}::uuid, confirmed_at = ${by.now}::timestamptz,
    changed_at = ${by.now}::timestamptz, version = version + 1 where id = ${mappingId}::uuid`.execute(trx);
}

/** What is under way in one's units and in one's own hands, oldest first: a mapping handed on is found here. */
export async function listLive(db: Db, actor: Actor): Promise<MappingList['mappings']> {
  return (
    await lines(db, actor, sql`p.state in ${LIVE} and (p.unit_id = any(${actor.unitIds}::uuid[]) or p.person_id = ${actor.personId}::uuid)`)
  ).rows;
}

export async function listOfMatter(db: Db, actor: Actor, matterId: string): Promise<MappingList['mappings']> {
  return (await lines(db, actor, sql`p.matter_id = ${matterId}::uuid and p.state <> 'dropped'`)).rows;
}

export async function seesMatter(db: Db, call: Call, matterId: string): Promise<boolean> {
  const found = await sql`select 1 from matter m where m.id = ${matterId}::uuid and ${visibleMatter(sightOf(call.actor))}`.execute(db);
  return found.rows.length > 0;
}

function lines(db: Db, actor: Actor, which: RawBuilder<unknown>) {
  return sql<
    MappingList['mappings'][number]
  >`select p.id, m.id as "matterId", m.number, case when c.known then trim(c.given_name || ' ' || c.family_name) end as "customerName",
      p.state, p.at_group as at, p.unit_id as "unitId", p.person_id as "personId", h.name as "personName", p.note, iso(p.started_at) as "startedAt",
      iso(p.changed_at) as "changedAt"
    from mapping p join matter m on m.id = p.matter_id join customer c on c.id = m.customer_id left join person h on h.id = p.person_id
    where ${which} and ${visibleMapping(actor)} and ${visibleMatter(sightOf(actor))} order by p.changed_at, p.id limit 200`.execute(db);
}

export async function colleaguesFor(db: Db, call: Call, mappingId: string): Promise<{ id: string; name: string; unitId: string }[]> {
  const found = await sql<{ id: string; name: string; unitId: string }>`select distinct h.id, h.name, u.id as "unitId"
    from mapping p join unit u on u.organisation_id = p.owner_org and u.tier = 1 and u.active
      join unit_member k on k.unit_id = u.id join person h on h.id = k.person_id and h.disabled_at is null
      join person_grant g on g.person_id = h.id and g.organisation_id = p.owner_org and g.role = any(${rolesThatKeep}) and g.revoked_at is null
        and g.valid_from <= current_date and (g.valid_until is null or g.valid_until > current_date)
    where p.id = ${mappingId}::uuid and h.id <> ${call.actor.personId}::uuid and ${visibleMapping(call.actor)} order by h.name`.execute(db);
  return found.rows;
}

/** Everything of one mapping besides the customer's own row; the look is audited by the same statement. */
export async function readRows(db: Db, call: Call, mappingId: string, action: string): Promise<MappingRows | undefined> {
  const sight = sightOf(call.actor);
  const found = await sql<{ rows: MappingRows }>`
    with p as materialized (select p.*, m.customer_id, m.number, m.title, m.language, m.state as matter_state, m.names_agreed,
        ${restrictionJson} as restriction from mapping p
      join matter m on m.id = p.matter_id where p.id = ${mappingId}::uuid and ${visibleMapping(call.actor)} and ${visibleMatter(sight)}),
    audited as (${insertEntry({ ...entryBy(call), action, purpose: 'advice', ...mapping }, sql`from p`)})
    select jsonb_build_object('id', p.id, 'customerId', p.customer_id, 'matter', jsonb_build_object('id', p.matter_id, 'number', p.number, 'title', p.title,
        'language', p.language, 'state', p.matter_state, 'namesAgreed', p.names_agreed),
      'state', p.state, 'at', p.at_group, 'answers', p.answers, 'pictures', p.pictures, 'secret', p.secret, 'decision', p.decision,
      'decidedByName', d.name, 'decidedAt', iso(p.decided_at), 'confirmedHow', p.confirmed_how, 'confirmedByName', k.name, 'confirmedAt', iso(p.confirmed_at),
      'comment', case when p.comment is not null then jsonb_build_object('words', p.comment, 'how', p.commented_how, 'at', iso(p.commented_at)) end,
      'unitId', p.unit_id, 'personId', p.person_id, 'personName', h.name, 'startedByName', b.name, 'startedAt', iso(p.started_at),
      'changedAt', iso(p.changed_at), 'note', p.note, 'version', p.version, 'ownerOrg', p.owner_org, 'pointId', p.point_id, 'restriction', p.restriction,
      'needs', coalesce((${needs}), '[]')) as rows
    from p join person b on b.id = p.started_by left join person h on h.id = p.person_id left join person d on d.id = p.decided_by
      left join person k on k.id = p.confirmed_by`.execute(db);
  return found.rows[0]?.rows;
}

const mapping = { matterId: sql`matter_id`, customerId: sql`customer_id`, ownerOrg: sql`owner_org`, subjects: sql`array[id]` };

const needs = sql`select jsonb_agg(jsonb_build_object('id', n.id, 'position', n.position, 'ownerOrganisationId', n.owner_org, 'organisationId', n.organisation_id,
    'serviceName', n.service_name, 'ownWords', n.own_words, 'state', n.state, 'outcome', n.outcome, 'outcomeWhy', n.outcome_why, 'outcomeAt', iso(n.outcome_at), 'receipt', n.receipt,
    'receivedAt', iso(n.received_at), 'receivedPointId', n.received_point_id, 'customerOutcome', n.customer_outcome) order by n.position, n.created_at)
  from need n where n.matter_id = p.matter_id and n.owner_org = p.owner_org and n.state <> 'dropped'`;

export type MappingRows = {
  id: string;
  customerId: string;
  matter: { id: string; number: string; title: string; language: string; state: string; namesAgreed: boolean };
  state: MappingState;
  at: Group;
  answers: Record<string, unknown>;
  pictures: Record<string, string>;
  secret: boolean;
  decision: Decision | null;
  decidedByName: string | null;
  decidedAt: string | null;
  confirmedHow: string | null;
  confirmedByName: string | null;
  confirmedAt: string | null;
  comment: { words: string; how: OwnWay; at: string } | null;
  unitId: string;
  personId: string | null;
  personName: string | null;
  startedByName: string;
  startedAt: string;
  changedAt: string;
  note: string;
  version: number;
  ownerOrg: string;
  pointId: string | null;
  restriction: Restriction | null;
  needs: import('../needs/schema.ts').Need[];
};
