import type { Db, Trx } from '../../../platform/db/transaction.ts';

export async function insertLink(
  trx: Trx,
  link: { tokenHash: string; matterId: string; originId?: string; now: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<void> {
  await trx
    .insertInto('secret_link')
    .values({
      token_hash: link.tokenHash,
      matter_id: link.matterId,
      origin_id: link.originId ?? null,
      created_at: link.now,
      expires_at: link.expiresAt,
    })
    .execute();
}

export type LiveLink = { id: string; matterId: string; originId: string | null; usedAt: Temporal.Instant | null };

export async function findLiveLink(db: Db, tokenHash: string, now: Temporal.Instant): Promise<LiveLink | undefined> {
  return db
    .selectFrom('secret_link')
    .select(['id', 'matter_id as matterId', 'origin_id as originId', 'used_at as usedAt'])
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

export async function markUsed(db: Db, id: string, now: Temporal.Instant): Promise<void> {
  await db.updateTable('secret_link').set({ used_at: now }).where('id', '=', id).execute();
}

export async function revokeLinksMadeFrom(trx: Trx, originId: string, now: Temporal.Instant): Promise<void> {
  await trx.updateTable('secret_link').set({ revoked_at: now }).where('origin_id', '=', originId).where('revoked_at', 'is', null).execute();
}

/** @returns whether there was one that still opened something */
export async function revokeLinksOf(trx: Trx, matterId: string, now: Temporal.Instant): Promise<boolean> {
  const revoked = await trx
    .updateTable('secret_link')
    .set({ revoked_at: now })
    .where('matter_id', '=', matterId)
    .where('revoked_at', 'is', null)
    .returning('expires_at')
    .execute();
  return revoked.some(({ expires_at }) => Temporal.Instant.compare(expires_at, now) > 0);
}
