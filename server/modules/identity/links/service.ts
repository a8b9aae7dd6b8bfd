import { systemClock } from '../../../platform/clock/clock.ts';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { hashSecret, newSecret } from '../../../platform/keys/keys.ts';
import type { IdentityDeps } from '../settings.ts';
import type { LinkHolder } from '../types.ts';
import { findLiveLink, insertLink, markUsed, revokeLinksMadeFrom, revokeLinksOf } from './queries.ts';

type LinkDeps = Pick<IdentityDeps, 'db' | 'clock'>;

const TOKEN_BITS = 160;
/** `used_at` is written at most this often, in seconds. */
const USED_EVERY = 60;

/** A new secret link to one matter, for a customer nobody has identified. The token is nowhere but in the answer: put it behind `/a/`. */
export async function createSecretLink(trx: Trx, matterId: string, days = 90, now = systemClock.now()): Promise<string> {
  const token = newSecret(TOKEN_BITS);
  await insertLink(trx, { tokenHash: hashSecret(token), matterId, now, expiresAt: now.add({ hours: 24 * days }) });
  return token;
}

/**
 * A link for the browser only that has just shown something else (`originId`, a slip), until `expiresAt`.
 * @returns its token, for `holdLink`
 */
export async function createPassingLink(
  trx: Trx,
  link: { matterId: string; originId: string; now: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<string> {
  const token = newSecret(TOKEN_BITS);
  await insertLink(trx, { ...link, tokenHash: hashSecret(token) });
  return token;
}

/** What was opened with a slip closes with it. */
export async function revokeLinksFrom(trx: Trx, originId: string, now: Temporal.Instant): Promise<void> {
  await revokeLinksMadeFrom(trx, originId, now);
}

/** All links of a matter at once: after a merge, a mistaken address, or at the customer's wish. @returns whether any still opened it */
export async function revokeLinks(trx: Trx, matterId: string, now = systemClock.now()): Promise<boolean> {
  return revokeLinksOf(trx, matterId, now);
}

/** @throws NotFound, the same for a link that never was, has run out or was revoked */
export async function openLink({ db, clock }: LinkDeps, token: string | undefined): Promise<LinkHolder> {
  const now = clock.now();
  const link = token && /^[\w-]{20,60}$/.test(token) ? await findLiveLink(db, hashSecret(token), now) : undefined;
  if (!link) throw new NotFound();
  await markUsedNow(db, link, now);
  return { kind: 'link', linkId: link.id, matterId: link.matterId, originId: link.originId };
}

async function markUsedNow(db: Db, { id, usedAt }: { id: string; usedAt: Temporal.Instant | null }, now: Temporal.Instant): Promise<void> {
  if (usedAt === null || now.since(usedAt).total('seconds') >= USED_EVERY) await markUsed(db, id, now);
}
