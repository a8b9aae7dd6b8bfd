import type { Trx } from '../../../platform/db/transaction.ts';
import { hashSecret, newSecret } from '../../../platform/keys/keys.ts';
import type { IdentityDeps } from '../settings.ts';
import type { CustomerCaller } from '../types.ts';
import {
  endCustomerSession,
  insertCustomerSession,
  loadCustomerSession,
  markCustomerSeen,
  type ShownSession,
  sessionsOf,
} from './queries.ts';
import { sealByToken } from './sealing.ts';

export type CustomerSessions = Pick<IdentityDeps, 'db' | 'clock' | 'publicUrl'>;

/** Shorter than the staff's: residents use machines that others use as well. */
export const CUSTOMER_IDLE_MINUTES = 20;
const MAX_HOURS = 2;
/** `seen_at` is written at most this often, in seconds. */
const SEEN_EVERY = 30;
const TOKEN_BITS = 256;

/** Who holds this token; undefined when the session is over. Keeps the session from going idle. */
export async function customerOfToken(deps: CustomerSessions, token: string): Promise<CustomerCaller | undefined> {
  const now = deps.clock.now();
  const idleSince = now.subtract({ minutes: CUSTOMER_IDLE_MINUTES });
  const session = await loadCustomerSession(deps.db, hashSecret(token), { now, idleSince });
  if (!session) return undefined;
  const { seenAt, ...caller } = session;
  const unlessSince = now.subtract({ seconds: SEEN_EVERY });
  if (Temporal.Instant.compare(seenAt, unlessSince) <= 0) await markCustomerSeen(deps.db, session.sessionId, now, unlessSince);
  return { kind: 'customer', ...caller };
}

/** A fresh session with a fresh token: one planted in the browser beforehand is worth nothing (session fixation). */
export async function startCustomerSession(
  trx: Trx,
  { clock }: Pick<CustomerSessions, 'clock'>,
  who: { customerId: string; acr: string; idToken: string | null },
  formerToken: string | undefined,
): Promise<string> {
  const now = clock.now();
  if (formerToken) await endCustomerSession(trx, hashSecret(formerToken), now);
  const token = newSecret(TOKEN_BITS);
  const idToken = who.idToken && sealByToken(token, who.idToken);
  await insertCustomerSession(trx, { ...who, idToken, tokenHash: hashSecret(token), now, expiresAt: now.add({ hours: MAX_HOURS }) });
  return token;
}

/** Where the customer is signed in now. */
export async function liveSessions({ db, clock }: Pick<CustomerSessions, 'db' | 'clock'>, customerId: string): Promise<ShownSession[]> {
  const now = clock.now();
  return sessionsOf(db, customerId, now, now.subtract({ minutes: CUSTOMER_IDLE_MINUTES }));
}
