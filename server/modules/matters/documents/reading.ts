import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock/day.ts';
import type { Db } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { insertEntry } from '../../audit/service.ts';
import { mayKeep, sightOf, visibleMatter } from '../policy.ts';
import { entryBy } from '../trace.ts';
import type { Call, Desk } from '../types.ts';
import { MOST_FILES } from './files/limits.ts';
import { openDocument, sidesOf, visibleDocument } from './policy.ts';
import { countsOf, detailColumns, inView, rowColumns, type View } from './row-query.ts';
import { deedsOpen, endedStates, standingOf } from './rules.ts';
import type { DocumentList, DocumentPage, DocumentRow } from './schema.ts';

/** More than anybody looks through; a point narrows it down. */
const MOST_ROWS = 200;

/** What lies where, of all that the reader may see: the oldest first, and what should have been given back before all. */
export async function listDocuments(desk: Desk, call: Call, { view, pointId }: View): Promise<DocumentList> {
  const sight = sightOf(call.actor);
  const today = dayOf(desk.clock.now());
  const found = await sql<{ rows: DocumentRow[]; counts: DocumentList['counts'] }>`
    with seen as materialized (select d.* from document d where ${visibleDocument(sight)}
      and (${pointId ?? null}::uuid is null or d.point_id = ${pointId ?? null}::uuid)),
    shown as (select d.* from seen d where ${inView(view, sight)} order by ${view === 'return' ? sql`d.return_by,` : sql``}
      ${view === 'ended' ? sql`d.state_at desc` : sql`d.state_at`}, d.id limit ${MOST_ROWS + 1})
    select coalesce((select jsonb_agg(${rowColumns(sight, today)} order by ${view === 'return' ? sql`d.return_by,` : sql``}
      ${view === 'ended' ? sql`d.state_at desc` : sql`d.state_at`}, d.id) from shown d join matter m on m.id = d.matter_id), '[]') as rows,
      (${countsOf(today, sight)}) as counts`.execute(desk.db);
  const { rows, counts } = found.rows[0] as { rows: DocumentRow[]; counts: DocumentList['counts'] };
  return { rows: rows.slice(0, MOST_ROWS), counts, isCut: rows.length > MOST_ROWS };
}

/** The papers of one matter, as one reader may see them; the look is audited by the same statement. @throws NotFound */
export async function matterDocuments(desk: Desk, call: Call, matterId: string): Promise<{ rows: DocumentRow[] }> {
  const sight = sightOf(call.actor);
  const found = await sql<{ rows: DocumentRow[] }>`
    with m as materialized (select m.* from matter m where m.id = ${matterId}::uuid and ${visibleMatter(sight)}),
    seen as materialized (select d.* from document d join m on m.id = d.matter_id where ${visibleDocument(sight)}),
    audited as (${insertEntry(
      { ...entryBy(call), action: 'document.listed', purpose: 'advice', ...ofMatter, subjects: sql`(select array_agg(id) from seen)` },
      sql`from m where exists (select 1 from seen)`,
    )})
    select coalesce((select jsonb_agg(${rowColumns(sight, dayOf(desk.clock.now()))} order by d.arrived_at, d.id) from seen d), '[]') as rows from m`.execute(
    desk.db,
  );
  if (!found.rows[0]) throw new NotFound();
  return found.rows[0];
}

const ofMatter = { matterId: sql`m.id`, customerId: sql`m.customer_id`, ownerOrg: sql`m.owner_org` };

/** One paper with its chain of custody. @throws NotFound */
export async function readDocument(desk: Desk, call: Call, documentId: string): Promise<DocumentPage> {
  const found = await findDocument(desk.db, call, documentId, dayOf(desk.clock.now()));
  if (!found) throw new NotFound();
  const { page, keptBy } = found;
  const { ownerOrganisationId: ownerOrg, organisationId, nextOrganisationId: nextOrg, isHeldOnly, state } = page;
  const sides = sidesOf(call.actor, { ownerOrg, organisationId, nextOrg, isHeldOnly });
  const open = sides.some((side) => side === 'keeper' || side === 'authority') && !endedStates.includes(state);
  const keeps = mayKeep(call.actor, ownerOrg);
  return {
    ...page,
    may: {
      deeds: deedsOpen(sides, standingOf({ state, ownerOrg, organisationId }, keptBy)),
      addFile: open && page.files.length < MOST_FILES,
      removeFile: keeps && open,
      print: keeps,
    },
  };
}

type Found = { page: Omit<DocumentPage, 'may'>; keptBy: string };

async function findDocument(db: Db, call: Call, id: string, today: Temporal.PlainDate): Promise<Found | undefined> {
  const sight = sightOf(call.actor);
  const found = await sql<Found>`
    with d as materialized (select d.*, d.owner_org = any(${sight.own}::uuid[]) as kept, not ${openDocument(sight)} as held_only from document d
      where d.id = ${id}::uuid and ${visibleDocument(sight)}),
    audited as (${insertEntry({ ...entryBy(call), action: 'document.read', purpose: 'advice', ...ofDocument }, sql`from d join matter m on m.id = d.matter_id`)})
    select ${rowColumns(sight, today)} || ${detailColumns(sight)} as page, m.owner_org as "keptBy" from d
      join matter m on m.id = d.matter_id`.execute(db);
  return found.rows[0];
}

const ofDocument = { matterId: sql`d.matter_id`, customerId: sql`m.customer_id`, ownerOrg: sql`d.owner_org`, subjects: sql`array[d.id]` };
