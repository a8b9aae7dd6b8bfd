import { type RawBuilder, sql } from 'kysely';
import type { Sight } from '../policy.ts';
import { restrictionJson } from '../restriction.ts';
import { openDocument } from './policy.ts';
import type { Lies } from './schema.ts';

export type View = { view: Lies; pointId?: string | undefined };

const notEnded = sql<boolean>`d.state not in ('returned', 'sent-back')`;

/** At the desk of another organisation, in a matter that has come to the reader's: it is to follow. Predicate over `document d`. */
function isToFollow(sight: Sight): RawBuilder<boolean> {
  return sql<boolean>`(d.state = 'here' and d.owner_org <> all(${sight.own}::uuid[])
    and (select k.owner_org from matter k where k.id = d.matter_id) = any(${sight.own}::uuid[]))`;
}

/** Predicate over `document d`. */
export function inView(view: Lies, sight: Sight): RawBuilder<boolean> {
  switch (view) {
    case 'here':
      return sql<boolean>`d.state = 'here' and not ${isToFollow(sight)}`;
    case 'away':
      return sql<boolean>`(d.state in ('on-way', 'coming-back', 'to-keeper') or ${isToFollow(sight)})`;
    case 'authority':
      return sql<boolean>`d.state = 'with-authority'`;
    case 'return':
      return sql<boolean>`d.return_by is not null and ${notEnded}`;
    case 'ended':
      return sql<boolean>`not ${notEnded}`;
  }
}

/** Counted from what the reader sees: the rows of `seen`. */
export function countsOf(today: Temporal.PlainDate, sight: Sight) {
  return sql`select jsonb_build_object('here', count(*) filter (where ${inView('here', sight)}), 'away', count(*) filter (where ${inView('away', sight)}),
    'authority', count(*) filter (where d.state = 'with-authority'), 'return', count(*) filter (where d.return_by is not null and ${notEnded}),
    'overdue', count(*) filter (where d.return_by < ${today}::date and ${notEnded})) from seen d`;
}

/**
 * A row as JSON; needs the aliases d and m. The shelf at a desk is the keepers' own: its words may tell of others. Whoever has only the
 * paper still sees neither its need nor its pictures.
 */
export function rowColumns(sight: Sight, today: Temporal.PlainDate) {
  return sql`jsonb_build_object('id', d.id, 'matterId', d.matter_id, 'matterNumber', m.number,
    'needId', case when ${openDocument(sight)} then d.need_id end, 'ownerOrganisationId', d.owner_org, 'organisationId', d.organisation_id,
    'movedToOrganisationId', case when d.owner_org = any(${sight.own}::uuid[]) and m.owner_org not in (d.owner_org, coalesce(d.organisation_id, d.owner_org))
      then m.owner_org end, 'nextOrganisationId', d.next_org, 'kind', d.kind, 'title', d.title, 'pages', d.pages, 'returnBy', d.return_by,
    'isOverdue', coalesce(d.return_by < ${today}::date and ${notEnded}, false), 'arrivedAt', iso(d.arrived_at), 'arrivedPlace', d.arrived_place,
    'state', d.state, 'stateAt', iso(d.state_at), 'pointId', d.point_id,
    'place', case when d.state = 'here' and d.owner_org <> all(${sight.own}::uuid[]) then '' else d.place end,
    'files', case when ${openDocument(sight)} then (select count(*) from document_file f where f.document_id = d.id) else 0 end, 'version', d.version)`;
}

/** What a paper's own page adds. */
export function detailColumns(sight: Sight) {
  return sql`jsonb_build_object('language', m.language, 'restriction', case when not d.held_only then ${restrictionJson} end, 'arrivedPointId', d.arrived_point_id,
    'needName', (select coalesce(nullif(n.service_name, ''), left(n.own_words, 80)) from need n where n.id = d.need_id and not d.held_only),
    'isHeldOnly', d.held_only, 'receivedByName', (select p.name from person p where p.id = d.received_by), 'receivedByOrganisationId', ${receivedBy},
    'isSharedWithKeeper', exists (select 1 from share s where s.need_id = d.need_id and s.organisation_id = m.owner_org and s.revoked_at is null
      and (s.until is null or s.until > now())),
    'isShared', d.organisation_id is not null and (d.organisation_id = d.owner_org or exists (select 1 from share s where s.need_id = d.need_id
      and s.organisation_id = d.organisation_id and s.revoked_at is null and (s.until is null or s.until > now()))),
    'files', coalesce((select jsonb_agg(jsonb_build_object('id', f.file_id, 'name', f.name, 'size', file.size, 'type', file.type, 'addedAt', iso(f.added_at))
      order by f.position) from document_file f join file on file.id = f.file_id where f.document_id = d.id and not d.held_only), '[]'),
    'events', coalesce((${custody(sight)}), '[]'))`;
}

/** The organisation that first took the paper in. Needs the alias d. */
export const receivedBy = sql`coalesce((select e.org from document_event e where e.document_id = d.id and e.kind = 'received' order by e.seq limit 1), d.owner_org)`;

/**
 * The authority sees what the desks and itself did, never that the paper was first meant for another, nor what was written by others: to
 * be a customer there may itself be secret. Nor does a desk that the paper followed its matter to see that of the time before.
 */
function custody(sight: Sight) {
  const theirs = sql`e.org = any(${sight.shared}::uuid[])`;
  const inTheirTime = sql`(d.kept and e.seq >= coalesce((select max(o.seq) from document_event o where o.document_id = d.id and o.kind = 'taken-over'
    and o.org = any(${sight.own}::uuid[])), 0))`;
  const ofADesk = sql`e.org in (select o.org from document_event o where o.document_id = d.id and o.kind in ('received', 'taken-over'))`;
  const masked = (column: string) =>
    sql`case when ${inTheirTime} or ${sql.ref(`e.${column}`)} = any(${sight.shared}::uuid[]) then ${sql.ref(`e.${column}`)} end`;
  return sql`select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'at', iso(e.at), 'personName', p.name, 'organisationId', e.org, 'pointId', e.point_id,
      'place', case when ${inTheirTime} or ${theirs} then e.place else '' end, 'note', case when ${inTheirTime} or ${theirs} then e.note else '' end,
      'fromOrganisationId', ${masked('from_org')}, 'toOrganisationId', ${masked('to_org')}, 'identification', e.identification) order by e.seq)
    from document_event e join person p on p.id = e.person_id where e.document_id = d.id and (${inTheirTime} or ${ofADesk} or ${theirs})`;
}
