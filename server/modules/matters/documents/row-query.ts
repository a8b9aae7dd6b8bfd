import { type RawBuilder, sql } from 'kysely';
import type { Sight } from '../policy.ts';
import { restrictionJson } from '../restriction.ts';
import type { Lies } from './schema.ts';

export type View = { view: Lies; pointId?: string | undefined };

const notEnded = sql<boolean>`d.state not in ('returned', 'sent-back')`;

/** Predicate over `document d`. */
export function inView(view: Lies): RawBuilder<boolean> {
  switch (view) {
    case 'here':
      return sql<boolean>`d.state = 'here'`;
    case 'away':
      return sql<boolean>`d.state in ('on-way', 'coming-back')`;
    case 'authority':
      return sql<boolean>`d.state = 'with-authority'`;
    case 'return':
      return sql<boolean>`d.return_by is not null and ${notEnded}`;
    case 'ended':
      return sql<boolean>`not ${notEnded}`;
  }
}

/** Counted from what the reader sees: the rows of `seen`. */
export function countsOf(today: Temporal.PlainDate) {
  return sql`select jsonb_build_object('here', count(*) filter (where d.state = 'here'), 'away', count(*) filter (where d.state in ('on-way', 'coming-back')),
    'authority', count(*) filter (where d.state = 'with-authority'), 'return', count(*) filter (where d.return_by is not null and ${notEnded}),
    'overdue', count(*) filter (where d.return_by < ${today}::date and ${notEnded})) from seen d`;
}

/** A row as JSON; needs the aliases d and m. The shelf at a desk is the keepers' own: its words may tell of others. */
export function rowColumns(sight: Sight, today: Temporal.PlainDate) {
  return sql`jsonb_build_object('id', d.id, 'matterId', d.matter_id, 'matterNumber', m.number, 'needId', d.need_id, 'ownerOrganisationId', d.owner_org,
    'organisationId', d.organisation_id, 'kind', d.kind, 'title', d.title, 'pages', d.pages, 'returnBy', d.return_by,
    'isOverdue', coalesce(d.return_by < ${today}::date and ${notEnded}, false), 'arrivedAt', iso(d.arrived_at), 'arrivedPlace', d.arrived_place,
    'state', d.state, 'stateAt', iso(d.state_at), 'pointId', d.point_id,
    'place', case when d.state = 'here' and d.owner_org <> all(${sight.own}::uuid[]) then '' else d.place end,
    'files', (select count(*) from document_file f where f.document_id = d.id), 'version', d.version)`;
}

/** What a paper's own page adds. */
export function detailColumns(sight: Sight) {
  return sql`jsonb_build_object('language', m.language, 'restriction', ${restrictionJson}, 'arrivedPointId', d.arrived_point_id,
    'needName', (select coalesce(nullif(n.service_name, ''), left(n.own_words, 80)) from need n where n.id = d.need_id),
    'receivedByName', (select p.name from person p where p.id = d.received_by),
    'isShared', d.organisation_id is not null and (d.organisation_id = d.owner_org or exists (select 1 from share s where s.need_id = d.need_id
      and s.organisation_id = d.organisation_id and s.revoked_at is null and (s.until is null or s.until > now()))),
    'files', coalesce((select jsonb_agg(jsonb_build_object('id', f.file_id, 'name', f.name, 'size', file.size, 'type', file.type, 'addedAt', iso(f.added_at))
      order by f.position) from document_file f join file on file.id = f.file_id where f.document_id = d.id), '[]'),
    'events', coalesce((${custody(sight)}), '[]'))`;
}

/**
 * The authority sees what the desk and itself did, never that the paper was first meant for another, nor what was written by others: to
 * be a customer there may itself be secret.
 */
function custody(sight: Sight) {
  const theirs = sql`e.org = any(${sight.shared}::uuid[])`;
  const masked = (column: string) =>
    sql`case when d.kept or ${sql.ref(`e.${column}`)} = any(${sight.shared}::uuid[]) then ${sql.ref(`e.${column}`)} end`;
  return sql`select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'at', iso(e.at), 'personName', p.name, 'organisationId', e.org, 'pointId', e.point_id,
      'place', case when d.kept or ${theirs} then e.place else '' end, 'note', case when d.kept or ${theirs} then e.note else '' end,
      'fromOrganisationId', ${masked('from_org')}, 'toOrganisationId', ${masked('to_org')}, 'identification', e.identification) order by e.seq)
    from document_event e join person p on p.id = e.person_id where e.document_id = d.id and (d.kept or e.org = d.owner_org or ${theirs})`;
}
