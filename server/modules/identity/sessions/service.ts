import { dayOf } from '../../../platform/clock/day.ts';
import type { Trx } from '../../../platform/db/transaction.ts';
import { hashSecret, newSecret } from '../../../platform/keys/keys.ts';
import type { IdentityDeps } from '../settings.ts';
import type { Actor } from '../types.ts';
import { endSessionOfToken, endSessionsOfPerson, insertSession, loadSession, markSeen, setPoint } from './queries.ts';

export { endSessionsOfPerson, setPoint as sitAt };

type Sessions = Pick<IdentityDeps, 'db' | 'clock' | 'session'>;

/** `seen_at` is written at most this often, in seconds: idleness is measured in minutes. */
const SEEN_EVERY = 60;
const TOKEN_BITS = 256;

/** Who holds this token, with today's grants; undefined when the session is over. Keeps the session from going idle. */
export async function actorOfToken(deps: Sessions, token: string): Promise<Actor | undefined> {
  const now = deps.clock.now();
  const session = await loadSession(deps.db, { tokenHash: hashSecret(token) }, terms(deps, now));
  if (!session) return undefined;
  const { seenAt, ...actor } = session;
  const unlessSince = now.subtract({ seconds: SEEN_EVERY });
  if (Temporal.Instant.compare(seenAt, unlessSince) <= 0) await markSeen(deps.db, session.sessionId, now, unlessSince);
  return { kind: 'staff', ...actor };
}

/** The same person as they are now, for a live stream that outlives its request; does not count as being active. */
export async function actorOfSession(deps: Sessions, sessionId: string): Promise<Actor | undefined> {
  const session = await loadSession(deps.db, { id: sessionId }, terms(deps, deps.clock.now()));
  if (!session) return undefined;
  const { seenAt: _seenAt, ...actor } = session;
  return { kind: 'staff', ...actor };
}

/** A fresh session with a fresh token: one planted in the browser beforehand is worth nothing (session fixation). */
export async function startSession(
  trx: Trx,
  deps: Sessions,
  personId: string,
  idToken: string,
  formerToken: string | undefined,
): Promise<string> {
  const now = deps.clock.now();
  if (formerToken) await endSessionOfToken(trx, hashSecret(formerToken), now);
  const token = newSecret(TOKEN_BITS);
  const expiresAt = now.add({ hours: deps.session.maxHours });
  await insertSession(trx, { tokenHash: hashSecret(token), personId, now, expiresAt, idToken });
  return token;
}

function terms({ session }: Sessions, now: Temporal.Instant) {
  return { now, idleSince: now.subtract({ minutes: session.idleMinutes }), day: dayOf(now) };
}
