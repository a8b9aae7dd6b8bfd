import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { OwnWay } from './schema.ts';

export type OwnPicture = {
  id: string;
  version: number;
  state: 'decided' | 'confirmed';
  pictures: Record<string, string>;
  /** No link opens it. */
  secret: boolean;
  language: string;
  namesAgreed: boolean;
  confirmedAt: string | null;
  commentedAt: string | null;
};

/** The latest picture of a matter that waits for its customer's yes or has it. The page's own entry audits the look. */
export async function latestPicture(db: Db, matter: { id: string } | { number: string }): Promise<OwnPicture | undefined> {
  const which = 'id' in matter ? sql`m.id = ${matter.id}::uuid` : sql`m.number = ${matter.number}`;
  const found = await sql<OwnPicture>`select p.id, p.version, p.state, p.pictures, p.secret, m.language, m.names_agreed as "namesAgreed",
      iso(p.confirmed_at) as "confirmedAt", iso(p.commented_at) as "commentedAt"
    from mapping p join matter m on m.id = p.matter_id and m.owner_org = p.owner_org
    where ${which} and p.state in ('decided', 'confirmed') order by coalesce(p.confirmed_at, p.decided_at) desc limit 1`.execute(db);
  return found.rows[0];
}

export type OwnDeed = { how: OwnWay; customerId: string | null; at: Temporal.Instant };

export async function writeOwnConfirmation(trx: Trx, mappingId: string, { how, customerId, at }: OwnDeed): Promise<void> {
  await sql`update mapping set state = 'confirmed', confirmed_how = ${how}, confirmed_by_customer = ${customerId}::uuid, confirmed_at = ${at}::timestamptz,
    changed_at = ${at}::timestamptz, version = version + 1 where id = ${mappingId}::uuid`.execute(trx);
}

export async function readComment(trx: Trx, mappingId: string): Promise<string | null> {
  const found = await sql<{ comment: string | null }>`select comment from mapping where id = ${mappingId}::uuid`.execute(trx);
  return found.rows[0]?.comment ?? null;
}

/** What is commented does not change what was decided, so its version stays. */
export async function writeComment(trx: Trx, mappingId: string, words: string, { how, at }: OwnDeed): Promise<void> {
  await sql`update mapping set comment = ${words}, commented_how = ${how}, commented_at = ${at}::timestamptz where id = ${mappingId}::uuid`.execute(
    trx,
  );
}
