import type { Db } from '../../../platform/db/transaction.ts';

export type Attempt = { stateHash: string; nonce: string; codeVerifier: string; returnTo: string };

export async function insertAttempt(db: Db, attempt: Attempt, now: Temporal.Instant): Promise<void> {
  const { stateHash, nonce, codeVerifier, returnTo } = attempt;
  await db
    .insertInto('sign_in_attempt')
    .values({ state_hash: stateHash, nonce, code_verifier: codeVerifier, return_to: returnTo, created_at: now })
    .execute();
}

/** Takes the attempt away: a state is used once, whatever comes of it. */
export async function takeAttempt(db: Db, stateHash: string, startedAfter: Temporal.Instant): Promise<Attempt | undefined> {
  const taken = await db
    .deleteFrom('sign_in_attempt')
    .where('state_hash', '=', stateHash)
    .returning(['state_hash as stateHash', 'nonce', 'code_verifier as codeVerifier', 'return_to as returnTo', 'created_at as createdAt'])
    .executeTakeFirst();
  return taken && Temporal.Instant.compare(taken.createdAt, startedAfter) > 0 ? taken : undefined;
}

export async function deleteOldAttempts(db: Db, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('created_at', '<', before).execute();
}
