import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { lockMatterItself } from '../locking.ts';
import { type Sight, sightOf } from '../policy.ts';
import type { Call, LockedMatter } from '../types.ts';
import { openDocument, visibleDocument } from './policy.ts';
import type { CustodyEvent, DocumentInput, DocumentState } from './schema.ts';

export type LockedDocument = {
  id: string;
  needId: string | null;
  ownerOrg: string;
  organisationId: string | null;
  nextOrg: string | null;
  isHeldOnly: boolean;
  state: DocumentState;
  pointId: string | null;
  place: string;
  version: number;
};

export type NewDocument = Pick<DocumentInput, 'kind' | 'title' | 'pages'> & {
  needId: string | null;
  organisationId: string | null;
  returnBy: Temporal.PlainDate | null;
  arrivedAt: Temporal.Instant;
  arrivedPlace: string;
  receivedBy: string;
  pointId: string | null;
  place: string;
};

export async function insertDocument(trx: Trx, matter: LockedMatter, one: NewDocument): Promise<string> {
  const written = await sql<{ id: string }>`
    insert into document (matter_id, need_id, owner_org, organisation_id, kind, title, pages, return_by, arrived_at, arrived_point_id, arrived_place,
      received_by, state_at, point_id, place)
    values (${matter.id}::uuid, ${one.needId}::uuid, ${matter.owner_org}::uuid, ${one.organisationId}::uuid, ${one.kind}, ${one.title}, ${one.pages},
      ${one.returnBy}::date, ${one.arrivedAt}::timestamptz, ${one.pointId}::uuid, ${one.arrivedPlace}, ${one.receivedBy}::uuid,
      ${one.arrivedAt}::timestamptz, ${one.pointId}::uuid, ${one.place}) returning id`.execute(trx);
  return (written.rows[0] as { id: string }).id;
}

/** Locks the paper's matter and then the paper, both through the paper's visibility. */
export async function lockDocument(
  trx: Trx,
  call: Call,
  id: string,
): Promise<{ matter: LockedMatter; document: LockedDocument } | undefined> {
  const sight = sightOf(call.actor);
  const matterId = await matterOfDocument(trx, sight, id);
  if (!matterId) return undefined;
  const matter = await lockMatterItself(trx, matterId);
  const found =
    await sql<LockedDocument>`select d.id, d.need_id as "needId", d.owner_org as "ownerOrg", d.organisation_id as "organisationId",
      d.next_org as "nextOrg", not ${openDocument(sight)} as "isHeldOnly", d.state, d.point_id as "pointId", d.place, d.version from document d
    where d.id = ${id}::uuid and d.matter_id = ${matterId}::uuid and ${visibleDocument(sight)} for update of d`.execute(trx);
  return found.rows[0] && { matter, document: found.rows[0] };
}

async function matterOfDocument(db: Db, sight: Sight, id: string): Promise<string | undefined> {
  const found = await sql<{
    matter_id: string;
  }>`select d.matter_id from document d where d.id = ${id}::uuid and ${visibleDocument(sight)}`.execute(db);
  return found.rows[0]?.matter_id;
}

export type Standing = Pick<LockedDocument, 'state' | 'pointId' | 'place' | 'ownerOrg' | 'organisationId' | 'nextOrg' | 'needId'> & {
  at: Temporal.Instant;
};

export async function moveDocument(trx: Trx, id: string, to: Standing): Promise<void> {
  await sql`update document set state = ${to.state}, point_id = ${to.pointId}::uuid, place = ${to.place}, organisation_id = ${to.organisationId}::uuid,
    owner_org = ${to.ownerOrg}::uuid, next_org = ${to.nextOrg}::uuid, need_id = ${to.needId}::uuid, state_at = ${to.at}::timestamptz, version = version + 1 where id = ${id}::uuid`.execute(
    trx,
  );
}

export type NewEvent = Pick<CustodyEvent, 'kind' | 'place' | 'note' | 'pointId'> & {
  at: Temporal.Instant;
  personId: string;
  org: string;
  fromOrg?: string | null;
  toOrg?: string | null;
  identification?: string | null;
};

export async function insertEvent(trx: Trx, documentId: string, one: NewEvent): Promise<void> {
  await sql`insert into document_event (document_id, kind, at, person_id, org, point_id, place, from_org, to_org, identification, note)
    values (${documentId}::uuid, ${one.kind}, ${one.at}::timestamptz, ${one.personId}::uuid, ${one.org}::uuid, ${one.pointId}::uuid, ${one.place},
      ${one.fromOrg ?? null}::uuid, ${one.toOrg ?? null}::uuid, ${one.identification ?? null}, ${one.note})`.execute(trx);
}

export async function isRestricted(db: Db, customerId: string): Promise<boolean> {
  const found = await sql<{ restricted: boolean }>`select restricted from customer where id = ${customerId}::uuid`.execute(db);
  return found.rows[0]?.restricted ?? true;
}
